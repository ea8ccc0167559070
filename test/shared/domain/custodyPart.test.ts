import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CustodyEvent, custodyGenesis, custodyPreimage } from '../../../shared/domain/custody.ts';
import {
  isWhole,
  PartCheck,
  type PartVerdict,
  partWords,
  placeOfHead,
  placeWords,
} from '../../../shared/domain/custodyPart.ts';

const sha256Hex = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const log: CustodyEvent[] = [];
for (let seq = 1; seq <= 12; seq += 1) {
  const event = {
    seq,
    at: `2026-10-02T09:00:${String(seq).padStart(2, '0')}.000Z`,
    actor: 'A. Investigator',
    action: 'passage-marked',
    caseId: null,
    exhibitId: null,
    subject: `passage ${seq}`,
    sha256: null,
    details: { note: '남포' },
    previousHash: log.at(-1)?.hash ?? custodyGenesis,
  };
  log.push(CustodyEvent.parse({ ...event, hash: sha256Hex(custodyPreimage(event as unknown as CustodyEvent)) }));
}

function verdictOf(events: readonly CustodyEvent[]): PartVerdict {
  const check = new PartCheck(sha256Hex);
  for (const event of events) check.add(event);
  return check.verdict;
}
const numbered = (...numbers: number[]) => log.filter(({ seq }) => numbers.includes(seq));

test('any part of a sound log is sound; it is whole only from the first event on without a gap', () => {
  fc.assert(
    fc.property(fc.subarray(log), part => {
      const verdict = verdictOf(part);
      const gaps = part.filter(({ seq }, at) => at > 0 && part[at - 1]?.seq !== seq - 1).length;
      expect(verdict).toEqual({
        count: part.length,
        stretches: part.length === 0 ? 0 : gaps + 1,
        first: part[0]?.seq ?? 0,
        last: part.at(-1)?.seq ?? 0,
        fault: null,
      });
      expect(isWhole(verdict)).toBe(part.length > 0 && part.at(-1)?.seq === part.length);
    }),
    { numRuns: 60 },
  );
});

test('a changed event, an exchanged one and one that was moved are each found by name', () => {
  const [third] = numbered(3);
  const forged = { ...(third as CustodyEvent), actor: 'Somebody Else' };
  const exchanged = { ...forged, hash: sha256Hex(custodyPreimage(forged)) };
  const fault = (...events: (CustodyEvent | undefined)[]) => verdictOf(events as CustodyEvent[]).fault;
  expect(fault(...numbered(1, 2), forged, ...numbered(4))).toEqual({ kind: 'altered', seq: 3 });
  expect(fault(...numbered(1, 2), exchanged, ...numbered(4))).toEqual({ kind: 'not-following', seq: 4 });
  expect(fault(...numbered(2), third, ...numbered(3))).toEqual({ kind: 'out-of-order', seq: 3 });
  expect(fault(...numbered(5), ...numbered(4))).toEqual({ kind: 'out-of-order', seq: 4 });
  // A first event that does not begin the log.
  const again = { ...(numbered(1)[0] as CustodyEvent), previousHash: '1'.repeat(64) };
  expect(fault({ ...again, hash: sha256Hex(custodyPreimage(again)) })).toEqual({ kind: 'not-following', seq: 1 });
});

test('what was found is told in a sentence', () => {
  expect(partWords(verdictOf([]))).toBe('No event of it is here.');
  expect(partWords(verdictOf(numbered(1, 2, 3)))).toContain('from the first of the log on');
  expect(partWords(verdictOf(numbered(4, 5)))).toContain('They begin with number 4');
  expect(partWords(verdictOf(numbered(4, 5, 9)))).toContain('They stand in 2 stretches');
  expect(partWords(verdictOf(numbered(7)))).toBe('The one event here has the hash that its own words give.');
});

test('a head is seen in its event or in the one after it, contradicts the log, or cannot be told', () => {
  const head = (eventCount: number, headHash = log[eventCount - 1]?.hash ?? '') => ({ eventCount, headHash });
  expect(placeOfHead(head(4), numbered(3, 4, 5))).toBe('event');
  expect(placeOfHead(head(4), numbered(5))).toBe('next');
  expect(placeOfHead(head(4), numbered(2, 9))).toBe('not-here');
  expect(placeOfHead(head(4, '3'.repeat(64)), numbered(4))).toBe('differs');
  expect(placeOfHead(head(4, '3'.repeat(64)), numbered(5))).toBe('differs');
  expect(placeWords('next', 4)).toBe('Event 5 of the log here names this hash as the one before it.');
});

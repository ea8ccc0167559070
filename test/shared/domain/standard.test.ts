import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ClaimEvidence, type EvidenceItem, evaluateClaim } from '../../../shared/domain/standard.ts';
import { independentGroups, makesOriginCircle } from '../../../shared/domain/source.ts';
import type { SourceId } from '../../../shared/kernel/ids.ts';

const sourceId = (name: string) => name as SourceId;
const item = fc.record({
  bearing: fc.constantFrom('supports' as const, 'contradicts' as const, 'context' as const),
  credibility: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const, 6 as const),
  rebuttal: fc.constantFrom('', 'It is of another vessel.'),
  anchor: fc.constantFrom('anchored' as const, 'moved' as const, 'orphaned' as const),
  exhibitId: fc.constantFrom('e1', 'e2', 'e3'),
  exhibitName: fc.constantFrom('EX-0001', 'EX-0002'),
  exhibitWithdrawn: fc.boolean(),
  authenticity: fc.constantFrom('not-assessed' as const, 'authenticated' as const, 'refuted' as const),
  isObservation: fc.boolean(),
  source: fc.option(
    fc.record({
      id: fc.constantFrom('s1', 's2', 's3').map(sourceId),
      name: fc.constant('a source'),
      reliability: fc.constantFrom('A' as const, 'C' as const, 'D' as const, 'F' as const),
    }),
  ),
});
const origins = fc.dictionary(
  fc.constantFrom('s1', 's2', 's3'),
  fc.uniqueArray(fc.constantFrom('o1', 'o2'), { maxLength: 2 }),
);

function evidence(items: EvidenceItem[], from: Record<string, string[]>, participants: string[] = []): ClaimEvidence {
  return {
    standard: 'un-panel',
    items,
    participants: participants.map(name => ({ name })),
    requests: [],
    provisionCount: 1,
    originsOf: id => (from[id] ?? []).map(sourceId),
    sourceName: id => id,
  };
}

test('the same evidence in another order gives the same status', () => {
  fc.assert(
    fc.property(fc.array(item, { maxLength: 6 }), origins, (items, from) => {
      expect(evaluateClaim(evidence([...items].reverse(), from)).status).toBe(
        evaluateClaim(evidence(items, from)).status,
      );
    }),
  );
});

test('nothing is established against an open contradiction, from withdrawn exhibits, or without asking those named', () => {
  fc.assert(
    fc.property(fc.array(item, { maxLength: 6 }), origins, (items, from) => {
      const standing = items.filter(one => !one.exhibitWithdrawn && one.authenticity !== 'refuted');
      const { status } = evaluateClaim(evidence(items, from));
      if (status === 'established') {
        expect(standing.some(one => one.bearing === 'supports')).toBe(true);
        expect(standing.some(one => one.bearing === 'contradicts' && one.rebuttal === '')).toBe(false);
      }
      expect(evaluateClaim(evidence(items, from, ['Heron Shipping'])).status).not.toBe('established');
    }),
  );
});

test('every status but established comes with a reason that is missing, and each reason is a sentence', () => {
  fc.assert(
    fc.property(fc.array(item, { maxLength: 6 }), origins, (items, from) => {
      const { status, reasons } = evaluateClaim(evidence(items, from, ['Heron Shipping']));
      expect(reasons.some(reason => reason.kind === 'missing')).toBe(status !== 'established');
      for (const { sentence } of reasons) expect(sentence).toMatch(/^[A-Z].*\.$/);
    }),
  );
});

test('sources that share an origin, however far back, are one voice', () => {
  const from: Record<string, string[]> = { paper: ['agency'], blog: ['paper'], radio: ['agency', 'ministry'], log: [] };
  const originsOf = (id: SourceId) => (from[id] ?? []).map(sourceId);
  expect(independentGroups(['paper', 'blog', 'radio', 'log'].map(sourceId), originsOf)).toHaveLength(2);
  expect(independentGroups(['paper', 'log'].map(sourceId), originsOf)).toHaveLength(2);
  expect(makesOriginCircle(sourceId('agency'), sourceId('blog'), originsOf)).toBe(true);
  expect(makesOriginCircle(sourceId('agency'), sourceId('log'), originsOf)).toBe(false);
});

test('a circle of origins ends, and its sources are one voice', () => {
  const from: Record<string, string[]> = { a: ['b'], b: ['a'] };
  expect(
    independentGroups(['a', 'b'].map(sourceId), id => (from[id] ?? []).map(sourceId)).length,
  ).toBeGreaterThanOrEqual(1);
});

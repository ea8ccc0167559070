/** What was redacted is nowhere in a bundle that carries the copies: not in a byte of any file, packed, coded or plain. */
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { InputOf } from '../../../shared/contract/index.ts';
import type { PageRect } from '../../../shared/domain/exhibit.ts';
import type { ExhibitId, FindingId, PassageId } from '../../../shared/kernel/ids.ts';
import { type BundleInHand, takeInHand } from '../../support/bundleInHand.ts';
import { makePdf } from '../../support/makePdf.ts';
import { openTestCase, type TestCase } from '../../support/openTestCore.ts';

const SECRET = 'Quintella Marsh';
/** As it may be cut, folded or indexed. */
const traces = /quintella|marsh|퀸텔라/i;
const OPEN = 'Paid in cash at the pier';

let testCase: TestCase;
let originals: { letter: ExhibitId; mail: ExhibitId; sheet: ExhibitId };
let findingId: FindingId;
let inPlace: { originalId: ExhibitId; copyId: ExhibitId }[];
let hand: BundleInHand;

const line = (text: string, y: number) => ({ text, x: 60, y, size: 12 });
const around = (y: number, w: number): PageRect => ({ x: 0.09, y: 1 - (y + 14) / 842, w, h: 18 / 842 });

async function made(input: InputOf<'redaction.make'>): Promise<ExhibitId> {
  const state = await testCase.finish(await testCase.run('redaction.make', input));
  if (state.state !== 'succeeded') throw new Error(JSON.stringify(state));
  return (state.result as { exhibitId: ExhibitId }).exhibitId;
}

async function admitted(name: string, bytes: string | Uint8Array): Promise<ExhibitId> {
  const [id] = await testCase.admit(testCase.write(name, bytes));
  return id as ExhibitId;
}

beforeAll(async () => {
  testCase = await openTestCase();
  const { run, caseId } = testCase;
  originals = {
    letter: await admitted(
      'quintella-marsh.pdf',
      makePdf([{ lines: [line(OPEN, 760), line(`by ${SECRET}, agent`, 700)] }]),
    ),
    mail: await admitted(
      'mail.eml',
      `From: ${SECRET} <marsh@example.org>\r\nSubject: Berths\r\n\r\nThe berth is the ninth. QUINTELLA\r\nMARSH\r\n`,
    ),
    sheet: await admitted('sheet.csv', `berth,agent,paid\nnine,${SECRET},1200\nten,nobody,0\n`),
  };
  await run('exhibit.update', {
    exhibitIds: Object.values(originals),
    change: { title: `Papers of ${SECRET}`, authenticityNote: `seen by ${SECRET}`, obtainedHow: `from ${SECRET}` },
  });
  findingId = (await run('finding.create', { caseId, title: 'A payment was made' })).id;
  const { claimId } = await run('finding.addClaim', { findingId, text: 'Somebody was paid.', provisionIds: [] });
  const cite = async (exhibitId: ExhibitId, exact: string, rects: PageRect[]) => {
    const selection = {
      kind: 'words' as const,
      pageIndex: 0,
      quote: { exact, prefix: `${SECRET} `, suffix: ` ${SECRET}` },
      rects,
    };
    const { id: passageId } = await run('passage.mark', {
      exhibitId,
      selection,
      note: exact.includes(SECRET) ? `this is ${SECRET}` : '',
      tags: [],
    });
    return {
      passageId,
      id: (await run('citation.cite', { claimId, passageId, bearing: 'supports', credibility: 2 })).id,
    };
  };
  await cite(originals.letter, OPEN, [around(760, 0.3)]);
  const secret = await cite(originals.letter, `by ${SECRET}`, [around(700, 0.3)]);
  await cite(originals.mail, 'The berth is the ninth', []);
  await cite(originals.sheet, SECRET, []);
  await run('translation.write', {
    exhibitId: originals.letter,
    of: { kind: 'passage', passageId: secret.passageId as PassageId },
    text: '퀸텔라가 지불했다',
    details: {
      language: 'ko',
      translator: 'A. Exercise',
      method: 'human',
      isCertified: false,
      certificationNote: '',
      madeOn: null,
    },
  });
  await run('comment.write', {
    caseId,
    subject: { kind: 'citation', id: secret.id },
    text: 'Another hand, I think.',
    isDissent: true,
  });
  await run('entity.fromSelection', {
    caseId,
    exhibitId: originals.letter,
    selection: {
      kind: 'words',
      pageIndex: 0,
      quote: { exact: SECRET, prefix: '', suffix: '' },
      rects: [around(700, 0.3)],
    },
    entity: { schema: 'Person' },
  });
  const everywhere = { pageIndex: 0, rects: [], words: SECRET, everywhere: true, reason: 'personal-data' as const };
  const onPage = { pageIndex: 0, rects: [around(700, 0.5)], words: '', reason: 'personal-data' as const };
  inPlace = [];
  for (const [name, originalId] of Object.entries(originals))
    inPlace.push({
      originalId,
      copyId: await made({
        exhibitId: originalId,
        marks: [
          name === 'letter' ? onPage : everywhere,
          ...(name === 'mail' ? [{ ...everywhere, words: 'marsh@example.org' }] : []),
        ],
      }),
    });
  const state = await testCase.finish(
    await run('bundle.export', {
      caseId,
      inPlace,
      recipient: 'Reviewer One',
      reason: 'Second reading',
      to: testCase.core.grants.grant(join(testCase.folder, 'bundle.zip')),
    }),
  );
  if (state.state !== 'succeeded') throw new Error(JSON.stringify(state));
  hand = takeInHand(join(testCase.folder, 'bundle.zip'));
}, 60_000);
afterAll(() => testCase.close());

/** A file with all that is packed in it: streams of a PDF, members of a ZIP, what a script carries as base64. */
function unpacked(name: string, bytes: Uint8Array): string[] {
  const words = strFromU8(bytes, true);
  if (words.startsWith('%PDF'))
    return [
      words,
      ...[...words.matchAll(/stream\r?\n/g)].flatMap(({ index, 0: mark }) => inflated(bytes, index + mark.length)),
    ];
  if (words.startsWith('PK'))
    return Object.entries(unzipSync(bytes)).flatMap(([member, inside]) => [member, ...unpacked(member, inside)]);
  const coded = /^data\/viewer\/.*\.js$/.test(name) ? /"([A-Za-z0-9+/]{40,}=*)"/g : /^$/g;
  const carried = [...words.matchAll(coded)].flatMap(([, code = '']) => unpacked('', Buffer.from(code, 'base64')));
  // Letters of the code itself may spell anything.
  return [Buffer.from(bytes).toString('utf8').replace(coded, ''), ...carried];
}

function inflated(bytes: Uint8Array, from: number): string[] {
  try {
    return [inflateSync(bytes.subarray(from)).toString('latin1')];
  } catch {
    return [];
  }
}

test('no byte of the bundle holds the words, however they are packed', () => {
  const found = [...hand.files].flatMap(([name, bytes]) =>
    [name, ...unpacked(name, bytes)].flatMap(text => {
      const at = traces.exec(text);
      return at ? [`${name}: …${text.slice(Math.max(0, at.index - 60), at.index + 60)}…`] : [];
    }),
  );
  expect(found).toEqual([]);
  // The same look finds what did go, in script, index and words.
  const everything = [...hand.files].flatMap(([name, bytes]) => unpacked(name, bytes)).join('\n');
  expect(everything).toContain(OPEN);
  expect(everything).toContain('redacted: personal data');
});

test('the copies are in it in the place of the originals, cited where their words are left', () => {
  const { bundle } = hand;
  const citations = bundle.findings[0]?.claims[0]?.citations ?? [];
  expect(citations.map(({ quote }) => quote)).toEqual([OPEN, '[redacted]', 'The berth is the ninth', '[redacted]']);
  const passages = new Map(bundle.passages.map(passage => [passage.id, passage]));
  expect(citations.map(({ passageId }) => passages.get(passageId)?.exhibitNumber)).toEqual([
    'EX-0004',
    'EX-0004',
    'EX-0005',
    'EX-0006',
  ]);
  expect(bundle.exhibits.filter(({ fileName }) => fileName !== null).map(({ number }) => number)).toEqual([
    'EX-0004',
    'EX-0005',
    'EX-0006',
  ]);
  expect(bundle.comments?.map(({ text, quote }) => [text, quote])).toEqual([['[words withheld: redacted]', '']]);
});

test('the vault itself finds the words in the originals, and in no copy', async () => {
  const { groups } = await testCase.run('search.run', { caseId: testCase.caseId, query: 'quintella OR marsh' });
  expect(groups.map(({ number }) => number)).toEqual([1, 2, 3]);
  const { groups: open } = await testCase.run('search.run', { caseId: testCase.caseId, query: 'berth' });
  expect(open.map(({ number }) => number)).toEqual([2, 3, 5, 6]);
});

test('where an original goes though it is marked, each place that would show the words is told', async () => {
  const { run, caseId } = testCase;
  const selection = { kind: 'region' as const, pageIndex: 0, rect: around(700, 0.5) };
  await run('redaction.mark', { exhibitId: originals.letter, selection, reason: 'personal-data' });
  const quoted =
    'F-1 quotes words that are marked for redaction in EX-0001. Make the redacted copy and send it in its place, or leave EX-0001 out.';
  const told = async (given: object) =>
    (await run('report.preFlight', { caseId, ...given })).concerns.map(({ sentence }) => sentence);
  expect(await told({})).toContain(quoted);
  expect(await told({ inPlace })).not.toContain(quoted);
  expect(await told({ leaveOut: [originals.letter] })).not.toContain(quoted);
  const { traces } = await run('bundle.preFlight', { caseId });
  expect(traces.filter(({ kinds }) => kinds.includes('redaction')).map(({ sentence }) => sentence)).toEqual([
    'EX-0001 goes whole, though EX-0004 is a redacted copy of it.',
    'EX-0002 goes whole, though EX-0005 is a redacted copy of it.',
    'EX-0003 goes whole, though EX-0006 is a redacted copy of it.',
  ]);
});

test('the pre-flight tells which citations lose their words, and where these are said all the same', async () => {
  const { run, caseId } = testCase;
  const tell = async () =>
    (await run('bundle.preFlight', { caseId, inPlace })).concerns
      .map(({ sentence }) => sentence)
      .filter(one => one.includes('redacted in'));
  const lost =
    'F-1 cites words that are redacted in EX-0004, EX-0006: 2 citations will say “[redacted]”, and nobody who receives it can check what they rest on.';
  expect(await tell()).toEqual([lost]);
  await run('finding.update', { findingId, title: `A payment to ${SECRET.toUpperCase()} was made` });
  await run('entity.create', { caseId, schema: 'Person', statements: [{ property: 'name', value: SECRET }] });
  expect(await tell()).toEqual([
    lost,
    'F-1 says words that are redacted in EX-0005. They go as they stand there; read it once more.',
    'F-1 says words that are redacted in EX-0006. They go as they stand there; read it once more.',
    '1 entity is stated with words that are redacted in EX-0005, from other exhibits or none. They go as they stand; look through them once more.',
    '1 entity is stated with words that are redacted in EX-0006, from other exhibits or none. They go as they stand; look through them once more.',
  ]);
});

test('what people noted beside exhibits, answered and objected is looked through for the words too', async () => {
  const { run, caseId } = testCase;
  const [claim] = (await run('finding.get', { findingId })).claims;
  const [open] = claim?.citations ?? [];
  const [, mailCopy] = inPlace.map(({ copyId }) => copyId);
  if (!open || !mailCopy) throw new Error('the case is not as it was made');
  await run('passage.update', { passageId: open.passageId, note: `paid by ${SECRET}` });
  await run('exhibit.update', { exhibitIds: [mailCopy], change: { obtainedHow: `Lent by ${SECRET}` } });
  await run('comment.write', {
    caseId,
    subject: { kind: 'finding', id: findingId },
    text: `I met ${SECRET}, who denies it.`,
    isDissent: true,
  });
  const { concerns } = await run('bundle.preFlight', { caseId, inPlace: inPlace.slice(0, 2) });
  const told = concerns.map(({ sentence }) => sentence).filter(one => one.includes('says words'));
  const said = (what: string) =>
    `${what} says words that are redacted in EX-0005. They go as they stand there; read it once more.`;
  for (const what of [
    'A cited passage of EX-0004, with its note and translation,',
    'The record of EX-0005',
    'A dissent',
  ])
    expect(told).toContain(said(what));
});

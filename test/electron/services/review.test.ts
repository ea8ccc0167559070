/** Reviewers' files coming in: good remarks kept, bad ones told, nothing twice, in any order. */
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Comment } from '../../../shared/domain/comment.ts';
import { type ReviewedBundle, type ReviewRemark, writeReview } from '../../../shared/domain/review.ts';
import { printedSourceName } from '../../../shared/domain/source.ts';
import type { ExhibitId, FindingId } from '../../../shared/kernel/ids.ts';
import { exerciseRemark, exerciseReview, exerciseReviewer } from '../../support/exerciseReview.ts';
import { makePng } from '../../support/makePng.ts';
import { openTestCase, type TestCase } from '../../support/openTestCore.ts';

let vault: TestCase;
let exhibitId: ExhibitId;
let findingId: FindingId;
let fileCount = 0;
beforeEach(async () => {
  vault = await openTestCase();
  [exhibitId] = (await vault.admit(vault.write('a.txt', 'The vessel was seen at sea.'))) as [ExhibitId];
  findingId = (await vault.run('finding.create', { caseId: vault.caseId, title: 'It was there' })).id;
});
afterEach(() => vault.close());

const bundle: ReviewedBundle = {
  externalIdentifier: 'C-TEST-1',
  title: 'A test case (exercise)',
  exportedAt: '2026-11-24T10:00:00.000Z' as never,
  caseSha256: 'a'.repeat(64) as never,
  custodyHead: 'b'.repeat(64),
};
const remark = (text: string, given: Parameters<typeof exerciseRemark>[0] = {}) =>
  exerciseRemark(
    { subject: { kind: 'finding', id: findingId, pageIndex: null }, subjectName: 'F-1', text, ...given },
    bundle,
  );
const fileOf = (remarks: ReviewRemark[], about = bundle) => writeFile(writeReview(exerciseReview(remarks, about)));
const writeFile = (text: string | Uint8Array) => vault.write(`review-${++fileCount}.json`, text);
const given = (path: string) => ({ caseId: vault.caseId, from: vault.core.grants.grant(path, 'read') });
const receive = (path: string) => vault.run('comment.receiveReview', given(path));
const inspect = (path: string) => vault.run('comment.inspectReview', given(path));
const list = () => vault.run('comment.list', { caseId: vault.caseId });
const refusal = async (step: Promise<unknown>): Promise<string> =>
  step.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );

test('a file is shown before it is taken in, and then its remarks stand at what they speak of', async () => {
  const path = fileOf([
    remark('Who owned it then?', { verdict: 'needs-evidence', quote: 'It was there' }),
    remark('', {
      verdict: 'agrees',
      subject: { kind: 'exhibit', id: 'EX-0001', pageIndex: 0 },
      subjectName: 'EX-0001, p. 1',
    }),
    remark('As a whole it is fair.', { subject: { kind: 'case', id: 'C-TEST-1', pageIndex: null } }),
  ]);
  const before = await vault.run('custody.head', {});
  const shown = await inspect(path);
  expect(shown).toMatchObject({
    bundle,
    known: { kind: 'unknown' },
    reviewer: exerciseReviewer,
    isRepeated: false,
    remarks: 3,
    added: 3,
    takenBack: 0,
    changed: 0,
    withdrawn: 0,
    gone: 0,
    problems: [],
  });
  expect([await list(), await vault.run('custody.head', {})]).toEqual([[], before]);
  expect(await receive(path)).toEqual(shown);
  expect(
    (await list())
      .map(({ subject, now, text, verdict, author, origin, quote, isMine }) => ({
        subject,
        standing: now.standing,
        text,
        verdict,
        author,
        origin,
        quote,
        isMine,
      }))
      .sort((a, b) => (a.text < b.text ? -1 : 1)),
  ).toEqual(
    [
      {
        subject: { kind: 'exhibit', id: exhibitId, pageIndex: 0 },
        standing: 'as-it-was',
        text: '',
        verdict: 'agrees',
        quote: '',
      },
      {
        subject: { kind: 'case', id: vault.caseId, pageIndex: null },
        standing: 'as-it-was',
        text: 'As a whole it is fair.',
        verdict: null,
        quote: '',
      },
      {
        subject: { kind: 'finding', id: findingId, pageIndex: null },
        standing: 'as-it-was',
        text: 'Who owned it then?',
        verdict: 'needs-evidence',
        quote: 'It was there',
      },
    ].map(row => ({
      ...row,
      author: exerciseReviewer,
      origin: { kind: 'review', bundleSha256: bundle.caseSha256 },
      isMine: false,
    })),
  );
});

test('what a reviewer says of a figure, and of the report as the bundle holds it, stands at both here', async () => {
  const { caseId } = vault;
  const figure = await vault.run('figure.add', {
    caseId,
    kind: 'chart',
    caption: 'Ties of the vessel',
    altText: 'Two boxes with a line between them.',
    table: { columns: ['From', 'To'], rows: [['Owner', 'Vessel']] },
    entityIds: [],
    citationIds: [],
    png: new Uint8Array(makePng(20, 10)),
  });
  await vault.finish(
    await vault.run('report.compile', {
      caseId,
      format: 'md',
      to: vault.core.grants.grant(join(vault.folder, 'report.md')),
    }),
  );
  const [edition] = await vault.run('report.editions', { caseId });
  if (!edition) throw new Error('nothing was frozen');
  // The edition that a bundle shows is frozen with it, and has no id in it.
  const ofBundle = { kind: 'edition' as const, id: edition.contentSha256, pageIndex: null };
  await receive(
    fileOf([
      remark('Which day?', { subject: { kind: 'figure', id: figure.id, pageIndex: null }, subjectName: 'Figure I' }),
      remark('Number the annexes.', { subject: ofBundle, subjectName: 'A test case (exercise), edition 1' }),
    ]),
  );
  await vault.run('comment.write', { caseId, subject: { kind: 'edition', id: edition.id }, text: 'Sent for review.' });
  const saidOf = async (kind: 'figure' | 'edition', id: string) =>
    (await vault.run('comment.list', { caseId, subject: { kind, id } })).map(({ text, now }) => [text, now.standing]);
  expect(await saidOf('figure', figure.id)).toEqual([['Which day?', 'as-it-was']]);
  expect((await saidOf('edition', edition.id)).sort()).toEqual([
    ['Number the annexes.', 'as-it-was'],
    ['Sent for review.', 'as-it-was'],
  ]);
  expect(
    (await vault.run('comment.counts', { caseId })).map(({ kind, id, total }) => [kind, id, total]).sort(),
  ).toEqual([
    ['edition', edition.id, 2],
    ['figure', figure.id, 1],
  ]);
});

test('the same file twice changes nothing, and says so', async () => {
  const path = fileOf([remark('Once.')]);
  await receive(path);
  const before = [
    await list(),
    await vault.run('custody.head', {}),
    await vault.run('comment.reviews', { caseId: vault.caseId }),
  ];
  expect(await receive(path)).toMatchObject({ isRepeated: true, added: 0 });
  expect([
    await list(),
    await vault.run('custody.head', {}),
    await vault.run('comment.reviews', { caseId: vault.caseId }),
  ]).toEqual(before);
});

test('a remark on what no longer exists is kept at the case, with its words', async () => {
  const gone = { kind: 'citation', id: 'cit-01900000-0000-7000-8000-0000000000aa', pageIndex: null } as const;
  expect(
    await receive(
      fileOf([
        remark('This contradicts p. 3.', {
          subject: gone,
          subjectName: 'EX-0009, p. 2',
          quote: 'the tanker was in dock',
        }),
      ]),
    ),
  ).toMatchObject({ added: 1, gone: 1, lines: [{ number: 1, standing: 'gone', arrival: 'new' }] });
  expect(await list()).toEqual([
    expect.objectContaining({
      subject: gone,
      quote: 'the tanker was in dock',
      now: {
        standing: 'gone',
        name: 'EX-0009, p. 2',
        words: '',
        exhibitId: null,
        passageId: null,
        findingId: null,
        claimId: null,
        entityId: null,
      },
    }),
  ]);
});

test('each remark tells where it stands in the file, and what became since of what it speaks of', async () => {
  const source = await vault.run('source.create', {
    name: 'Mira Doe',
    kind: 'witness',
    reliability: 'B',
    confidential: true,
    codeName: 'HERON',
    originIds: [],
    note: '',
  });
  const { claimId } = await vault.run('finding.addClaim', { findingId, text: `As ${source.name} says, it was there.` });
  const about = (text: string, quote: string) =>
    remark(text, { subject: { kind: 'claim', id: claimId, pageIndex: null }, quote });
  const text = writeReview(exerciseReview([], bundle));
  // As the bundle printed it, with the code name; and as it stood in an earlier bundle.
  const remarks = [
    7,
    about('Which?', `As ${printedSourceName(source)} says, it was there.`),
    about('No.', 'It was there.'),
  ];
  const { lines, changed } = await inspect(writeFile(JSON.stringify({ ...JSON.parse(text), remarks })));
  expect(changed).toBe(1);
  expect(lines.map(({ number, text: said, standing, arrival }) => [number, said, standing, arrival])).toEqual([
    [2, 'Which?', 'as-it-was', 'new'],
    [3, 'No.', 'changed', 'new'],
  ]);
});

test('bad remarks are reported and good ones kept', async () => {
  const text = writeReview(exerciseReview([], bundle));
  const remarks = [remark('Good.'), { ...remark('Was this.'), text: 'Is that.' }, 7];
  const report = await receive(writeFile(JSON.stringify({ ...JSON.parse(text), remarks })));
  expect(report.problems.map(({ number }) => number)).toEqual([2, 3]);
  expect((await list()).map(one => one.text)).toEqual(['Good.']);
  expect(await vault.run('comment.reviews', { caseId: vault.caseId })).toEqual([
    expect.objectContaining({
      remarks: 1,
      problems: report.problems,
      reviewer: exerciseReviewer,
      receivedBy: 'Test Person',
    }),
  ]);
});

test('a file that is none is refused with its own sentence and changes nothing', async () => {
  const good = writeReview(exerciseReview([remark('x')], bundle));
  const given: Record<string, [string | Uint8Array, string]> = {
    foreign: [Buffer.from('%PDF-1.7'), 'review-foreign'],
    'not UTF-8': [Uint8Array.of(0xff, 0xfe, 0x00), 'review-foreign'],
    'cut short': [good.slice(0, -5), 'review-damaged'],
    newer: [good.replace('review/1', 'review/9'), 'review-newer'],
    'of another case': [
      writeReview(exerciseReview([], { ...bundle, externalIdentifier: 'C-9' })),
      'review-of-other-case',
    ],
  };
  const before = await vault.run('custody.head', {});
  for (const [kind, [content, code]] of Object.entries(given)) {
    const path = writeFile(content);
    expect([kind, await refusal(inspect(path)), await refusal(receive(path))]).toEqual([kind, code, code]);
  }
  expect(await refusal(receive(`${vault.folder}/none.json`))).toBe('file-unreadable');
  expect(await refusal(receive(vault.vaultPath))).toBe('file-unreadable');
  expect([await list(), await vault.run('custody.head', {})]).toEqual([[], before]);
});

test('a bundle is known by our own log, also when the case has another reference by now', async () => {
  const { hash } = (await vault.run('custody.list', { caseId: vault.caseId, beforeSeq: null, limit: 1 })).events[0] ?? {
    hash: '',
  };
  await vault.run('case.update', { caseId: vault.caseId, change: { reference: 'C-NEW' } });
  const about = { ...bundle, custodyHead: hash };
  const path = fileOf(
    [exerciseRemark({ subject: { kind: 'case', id: 'C-TEST-1', pageIndex: null }, text: 'Seen.' }, about)],
    about,
  );
  expect(await receive(path)).toMatchObject({ known: { kind: 'same-custody' }, added: 1, gone: 0 });
});

test('a remark of a reviewer is answered and settled here, and nobody here takes it back', async () => {
  const dissent = remark('I hold the opposite.', { verdict: 'disagrees', isDissent: true });
  await receive(fileOf([dissent]));
  await vault.run('comment.resolve', { commentId: dissent.id, as: 'rejected', answer: 'Recorded.' });
  expect(await refusal(vault.run('comment.withdraw', { commentId: dissent.id }))).toBe('comment-of-another');
  // The reviewer thinks again, in the viewer, and sends the file once more.
  await receive(fileOf([{ ...dissent, withdrawnAt: '2026-11-26T09:00:00.000Z' as never }]));
  expect((await list()).map(({ text, withdrawnAt, resolved }) => [text, withdrawnAt, resolved !== null])).toEqual([
    ['I hold the opposite.', '2026-11-26T09:00:00.000Z', true],
    ['Recorded.', null, false],
  ]);
});

test('files in any order, any number of times, give the same comments', async () => {
  const first = remark('First.', { isDissent: true });
  const taken = { ...first, withdrawnAt: '2026-11-26T10:00:00.000Z' as never };
  const takenLater = { ...first, withdrawnAt: '2026-11-27T10:00:00.000Z' as never };
  const reply = remark('An answer by a colleague.', { parentId: first.id, author: { name: 'C. Colleague', team: '' } });
  const other = remark('Elsewhere.', { subject: { kind: 'exhibit', id: 'EX-0001', pageIndex: null } });
  const contents = [[first], [first, other], [taken, other], [reply], [takenLater, reply]];
  const files = contents.map(remarks => writeReview(exerciseReview(remarks, bundle)));
  const outcome = async (order: readonly number[]): Promise<Comment[]> => {
    const test = await openTestCase();
    try {
      const admitted = await test.admit(test.write('a.txt', 'The vessel was seen at sea.'));
      for (const at of order) {
        const path = test.write(`r${at}.json`, files[at] ?? '');
        await test.run('comment.receiveReview', { caseId: test.caseId, from: test.core.grants.grant(path) });
      }
      const comments = await test.run('comment.list', { caseId: test.caseId });
      // Ids of the vault itself differ from vault to vault.
      return comments.map(({ now: _, isMine: __, ...comment }) => ({
        ...comment,
        caseId: vault.caseId,
        subject: { ...comment.subject, id: comment.subject.id.replace(admitted[0] ?? '', 'EXHIBIT') },
      }));
    } finally {
      await test.close();
    }
  };
  const expected = await outcome([0, 1, 2, 3, 4]);
  expect(expected.map(({ text, withdrawnAt }) => [text, withdrawnAt]).sort()).toEqual([
    ['An answer by a colleague.', null],
    ['Elsewhere.', null],
    ['First.', '2026-11-26T10:00:00.000Z'],
  ]);
  const orders = fc
    .array(fc.integer({ min: 0, max: 4 }), { maxLength: 4 })
    .chain(more => fc.shuffledSubarray([0, 1, 2, 3, 4, ...more], { minLength: 5 + more.length }));
  await fc.assert(
    fc.asyncProperty(orders, async order => {
      expect(await outcome(order)).toEqual(expected);
    }),
    { numRuns: 4 },
  );
}, 60_000);

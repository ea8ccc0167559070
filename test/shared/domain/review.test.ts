import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bundleEntries } from '../../../shared/domain/bundle/bundleEntries.ts';
import {
  caseDigest,
  draftRemark,
  readReview,
  type ReviewFile,
  reviewedBundle,
  writeReview,
} from '../../../shared/domain/review.ts';
import { CITATIONS, exerciseCase, exerciseParts } from '../../support/exerciseBundle.ts';
import { exerciseRemark, exerciseReview } from '../../support/exerciseReview.ts';

test('the bundle is known by the digest that its manifest has for the case record', async () => {
  const none = { script: new Uint8Array(), style: new Uint8Array() };
  for await (const { path, bytes } of bundleEntries(exerciseCase, {
    ...exerciseParts,
    viewer: none,
    pdfAssets: () => [],
  })) {
    if (path !== 'data/report/case.json') continue;
    expect(caseDigest(exerciseCase)).toBe(
      createHash('sha256')
        .update(bytes as Uint8Array)
        .digest('hex'),
    );
    return;
  }
  throw new Error('the bundle has no case record');
});

test('a file read again is what was written, and written again has the same bytes', () => {
  const review = exerciseReview([
    exerciseRemark({ text: '  이 문장은 그렇게 말하지 않는다.  ', verdict: 'words-do-not-say-this' }),
    exerciseRemark({ text: 'Second.' }),
  ]);
  const text = writeReview(review);
  const reading = readReview(text);
  expect(reading).toMatchObject({ kind: 'review', problems: [] });
  if (reading.kind !== 'review') throw new Error('not read');
  expect(writeReview(reading.review)).toBe(text);
  expect(writeReview({ ...review, remarks: [...review.remarks].reverse() })).toBe(text);
  expect(reading.review.remarks.map(remark => remark.text).sort()).toEqual([
    'Second.',
    '이 문장은 그렇게 말하지 않는다.',
  ]);
});

test('the same remark has the same id everywhere; another word, author or bundle makes another', () => {
  const bundle = reviewedBundle(exerciseCase);
  const { id: _, withdrawnAt: __, ...draft } = exerciseRemark({ text: 'One.' });
  const ids = [
    draftRemark(draft, bundle),
    draftRemark({ ...draft }, bundle),
    draftRemark({ ...draft, text: 'Two.' }, bundle),
    draftRemark({ ...draft, author: { ...draft.author, name: 'Another' } }, bundle),
    draftRemark(draft, { caseSha256: 'f'.repeat(64) as never }),
  ].map(({ id }) => id);
  expect(ids[0]).toBe(ids[1]);
  expect(new Set(ids).size).toBe(4);
});

describe('what is no good', () => {
  const text = writeReview(exerciseReview([exerciseRemark({ text: 'Kept.' })]));
  test.each([
    ['an empty file', '', { kind: 'foreign' }],
    ['a picture', '\u0089PNG', { kind: 'foreign' }],
    ['other JSON', '{"remarks": []}', { kind: 'foreign' }],
    ['null', 'null', { kind: 'foreign' }],
    ['a bundle', JSON.stringify(exerciseCase), { kind: 'foreign' }],
    ['one cut short', text.slice(0, -20), { kind: 'broken' }],
    ['one without its bundle', text.replace('"bundle"', '"bungle"'), { kind: 'broken' }],
    [
      'a newer one',
      text.replace('probatum-review/1', 'probatum-review/2'),
      { kind: 'newer', format: 'probatum-review/2' },
    ],
  ])('%s is told apart', (_, given, expected) => {
    expect(readReview(given)).toMatchObject(expected);
  });

  test('a bad remark is told by its number, and the good ones are kept', () => {
    const good = exerciseRemark({ text: 'Good.' });
    const remarks = [
      { ...exerciseRemark({ text: 'Said one thing.' }), text: 'Says another.' },
      good,
      'no remark',
      { ...exerciseRemark({ text: 'x' }), verdict: 'burn-it' },
      { ...exerciseRemark({ text: 'x' }), text: '' },
      { ...exerciseRemark({ text: 'a' }), text: 'a\0b' },
    ];
    const reading = readReview(JSON.stringify({ ...JSON.parse(text), remarks }));
    if (reading.kind !== 'review') throw new Error(reading.kind);
    expect(reading.review.remarks).toEqual([good]);
    expect(reading.problems.map(({ number }) => number)).toEqual([1, 3, 4, 5, 6]);
    expect(reading.problems[0]?.problem).toContain('changed after it was written');
  });

  test('whatever is changed in a remark, its id no longer fits', () => {
    const remark = exerciseRemark({
      text: 'The registrar says otherwise.',
      verdict: 'disagrees',
      isDissent: true,
      quote: 'words',
    });
    const fields = fc.constantFrom(
      { text: 'The registrar agrees.' },
      { verdict: 'agrees' },
      { isDissent: false },
      { quote: '' },
      { subjectName: 'F-9' },
      { at: '2026-11-25T12:00:00.001Z' },
      { author: { name: 'Somebody else', team: '' } },
      { subject: { kind: 'citation', id: CITATIONS.press, pageIndex: null } },
    );
    fc.assert(
      fc.property(fields, change => {
        const reading = readReview(JSON.stringify({ ...JSON.parse(text), remarks: [{ ...remark, ...change }] }));
        expect(reading).toMatchObject({ kind: 'review', problems: [{ number: 1 }] });
      }),
    );
  });

  test('no text whatever makes it throw', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.jsonValue().map(value => JSON.stringify({ ...JSON.parse(text), remarks: [value] })),
        ),
        given => void readReview(given),
      ),
    );
  });
});

test('a remark doubled in a file counts once, taken back from the earliest time on', () => {
  const remark = exerciseRemark({ text: 'Doubled.' });
  const late = { ...remark, withdrawnAt: '2026-11-26T00:00:00.000Z' };
  const early = { ...remark, withdrawnAt: '2026-11-25T18:00:00.000Z' };
  const review = exerciseReview([]);
  const reading = readReview(
    JSON.stringify({ format: 'probatum-review/1', ...review, remarks: [late, remark, early] }),
  );
  expect((reading as { review: ReviewFile }).review.remarks).toEqual([early]);
});

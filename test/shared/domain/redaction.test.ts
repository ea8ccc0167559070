import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  copyForm,
  isRedacted,
  RedactionMark,
  type Turn,
  turnedRect,
  withoutWords,
} from '../../../shared/domain/redaction.ts';
import { holds } from '../../../shared/domain/wordPlaces.ts';

const mark = (change: Partial<RedactionMark>): RedactionMark =>
  RedactionMark.parse({ pageIndex: 0, rects: [], words: 'Kim', reason: 'personal-data', ...change });

test('a redaction needs a place and, where no reason fits, words of its own', () => {
  const given = { pageIndex: 0, rects: [], reason: 'personal-data' };
  expect(RedactionMark.safeParse(given).success).toBe(false);
  expect(RedactionMark.safeParse({ ...given, words: 'Kim', reason: 'other' }).success).toBe(false);
  expect(RedactionMark.safeParse({ ...given, words: 'Kim', reason: 'other', note: 'A child' }).success).toBe(true);
});

test('every occurrence gives way to the reason, however lines part it, in any case', () => {
  const text = 'Kim Chol paid. KIM\nCHOL wrote to kim chol, and Kim Cholsu did not.';
  expect(withoutWords(text, [mark({ words: 'Kim Chol' })])).toBe(
    '[redacted: personal data] paid. [redacted: personal data] wrote to [redacted: personal data], and [redacted: personal data]su did not.',
  );
});

test('signs that mean something to a pattern are words like others', () => {
  expect(withoutWords('Pay A+B (Pte.) Ltd. at $5?', [mark({ words: 'A+B (Pte.) Ltd.' })])).toBe(
    'Pay [redacted: personal data] at $5?',
  );
});

test('a spelling that reads the same gives way too: broken, composed otherwise, of another width, with hidden characters', () => {
  const spelt = ['Márquez', 'MÁR-\nQUEZ', 'Ma\u0301rquez', 'Már\u200bq\u00aduez', 'Ｍárquez', 'M á r q u e z'];
  for (const name of spelt)
    expect(withoutWords(`to ${name} at noon`, [mark({ words: 'Márquez' })]), name).toBe(
      'to [redacted: personal data] at noon',
    );
  const parts = '김철'.normalize('NFD');
  expect(withoutWords(`${parts} and ${parts}수`, [mark({ words: '김철' })])).toBe(
    '[redacted: personal data] and [redacted: personal data]수',
  );
  expect(withoutWords('ΟΔΟΣ οδός', [mark({ words: 'οδος' })])).toBe('[redacted: personal data] οδός');
});

test('names within names give way as one, with the reason of the longer', () => {
  const marks = [mark({ words: 'data' }), mark({ words: 'Kim Chol', reason: 'privileged' }), mark({ words: 'Kim' })];
  expect(withoutWords('Kim Chol has data of Kim', marks)).toBe(
    '[redacted: privileged] has [redacted: personal data] of [redacted: personal data]',
  );
});

test('whatever the text and the words, none of the words is left', () => {
  const between = fc.constantFrom('', '', ' ', '\n', '-\n', '\u200b', '\u00ad');
  fc.assert(
    fc.property(
      fc.stringMatching(/^[\p{Lu}\p{Ll}가-힣]{1,6}$/u),
      fc.array(fc.tuple(fc.string(), between)),
      (words, parts) => {
        const text = parts.map(([part, gap]) => part + [...words].join(gap)).join('');
        const left = withoutWords(text, [mark({ words })]).replaceAll('[redacted: personal data]', '\u0001');
        expect(holds(left, words)).toBe(false);
      },
    ),
  );
});

test('what is cited is redacted where boxes meet, where words are the same, and where nobody knows', () => {
  const box = { x: 0.1, y: 0.1, w: 0.2, h: 0.02 };
  const cited = { pageIndex: 0, rects: [box], words: 'paid to Kim in cash' };
  const far = { x: 0.1, y: 0.8, w: 0.2, h: 0.02 };
  expect(isRedacted(cited, [mark({ words: '', rects: [{ ...box, x: 0.2 }] })])).toBe(true);
  expect(isRedacted(cited, [mark({ words: '', rects: [far] })])).toBe(false);
  expect(isRedacted(cited, [mark({ words: 'to kim', rects: [far] })])).toBe(true);
  expect(isRedacted(cited, [mark({ pageIndex: 1, words: 'Kim' })])).toBe(false);
  expect(isRedacted(cited, [mark({ pageIndex: 1, words: 'Kim', everywhere: true })])).toBe(true);
  expect(isRedacted({ ...cited, rects: [] }, [mark({ words: '', rects: [far] })])).toBe(true);
});

test('turning a place four quarters brings it back', () => {
  const unit = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(unit, unit, unit, unit, fc.constantFrom<Turn>(90, 270), (x, y, w, h, turn) => {
      const rect = { x, y, w, h };
      const back = [0, 1, 2, 3].reduce(one => turnedRect(one, turn), rect);
      for (const key of ['x', 'y', 'w', 'h'] as const) expect(back[key]).toBeCloseTo(rect[key], 9);
      const half = turnedRect(turnedRect(rect, turn), turn);
      for (const key of ['x', 'y', 'w', 'h'] as const) expect(half[key]).toBeCloseTo(turnedRect(rect, 180)[key], 9);
    }),
  );
});

test('pages are copied as pixels where they can be drawn, else as words, else not at all', () => {
  expect(
    [
      ['application/pdf', 3],
      ['image/jpeg', 0],
      ['message/rfc822', 1],
      ['application/zip', 0],
    ].map(([mediaType, pageCount]) => copyForm({ mediaType: String(mediaType), pageCount: Number(pageCount) })),
  ).toEqual(['pictures', 'pictures', 'words', null]);
});

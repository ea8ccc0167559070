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

test('whatever the text and the words, none of the words is left', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.array(fc.string()), (words, parts) => {
      fc.pre(words.trim() !== '' && !/redacted|personal|data|[[\]:\s]/i.test(words));
      // What is left over beside a replaced place may not make the words anew.
      fc.pre(words.normalize('NFC').length > 3);
      const left = withoutWords(parts.join(words), [mark({ words })]);
      expect(left.normalize('NFC').includes(words.normalize('NFC'))).toBe(false);
    }),
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

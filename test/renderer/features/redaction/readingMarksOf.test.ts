import { expect, test } from 'vitest';
import { redactionMarksOf } from '../../../../renderer/features/redaction/index.ts';
import { RedactionMark } from '../../../../shared/domain/redaction.ts';

const standing = (id: number, given: Partial<RedactionMark>) => ({
  id,
  mark: RedactionMark.parse({ pageIndex: 1, rects: [], reason: 'privileged', ...given }),
  at: '2026-05-04T10:00:00Z',
  by: 'Test Person',
});

test('a mark is shown where it was drawn, and in text that has no places by its words', () => {
  const box = { x: 0.1, y: 0.2, w: 0.3, h: 0.02 };
  const marks = redactionMarksOf([standing(1, { rects: [box], words: 'Kim' }), standing(2, { words: 'Kim' })]);
  expect(marks.map(({ kind, rects, quote, label }) => ({ kind, rects, words: quote.exact, label }))).toEqual([
    { kind: 'region', rects: [box], words: '', label: 'To be redacted: privileged' },
    { kind: 'words', rects: [], words: 'Kim', label: 'To be redacted: privileged' },
  ]);
  expect(new Set(marks.map(({ passageId }) => passageId)).size).toBe(2);
});

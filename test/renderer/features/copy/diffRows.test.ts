import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DiffRow, diffRows } from '../../../../renderer/features/copy/diffRows.ts';
import { diffTexts } from '../../../../shared/domain/textDiff.ts';

const side = (rows: readonly DiffRow[], which: 'left' | 'right') =>
  rows.flatMap(row => (row.kind === 'folded' ? [row[which]] : row[which].map(piece => piece.text))).join('');

test('a long equal stretch is folded, with some of it before and after each difference', () => {
  const middle = Array.from({ length: 400 }, (_, at) => `word${at}`).join(' ');
  const rows = diffRows(diffTexts(`One ${middle} end`, `Two ${middle} END`).runs);
  expect(rows.map(row => row.kind)).toEqual(['words', 'folded', 'words']);
  expect(rows.map(row => row.kind === 'words' && row.changed)).toEqual([true, false, true]);
});

test('nothing is lost on either side, folded or not', () => {
  const word = fc.constantFrom('alpha', 'beta', '석탄', '환적', 'x'.repeat(300), '\n', '  ');
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), fc.array(word, { maxLength: 60 }), (left, right) => {
      const common = Array.from({ length: 200 }, (_, at) => `w${at}`);
      const [a, b] = [[...left, ...common, ...right].join(' '), [...right, ...common, ...left].join('\n')];
      const rows = diffRows(diffTexts(a, b).runs);
      expect(side(rows, 'left').trim()).toBe(a.trim());
      expect(side(rows, 'right').trim()).toBe(b.trim());
    }),
  );
});

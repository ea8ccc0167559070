import { expect, test } from 'vitest';
import { joinPieces, piecesBetween } from '../../../renderer/bundleViewer/pdf/pageText.ts';

const page = joinPieces([
  { str: 'The vessel Haneul 7 changed', hasEOL: true },
  { str: 'its name', hasEOL: false },
  { str: ' ', hasEOL: false },
  { str: 'to Blue Heron', hasEOL: true },
]);

test('pieces are joined as they are read, with line ends between lines', () => {
  expect(page.text).toBe('The vessel Haneul 7 changed\nits name to Blue Heron\n');
  expect(page.starts).toEqual([0, 28, 36, 37]);
});

test('an offset leads back to the piece that shows it', () => {
  const start = page.text.indexOf('changed');
  const end = page.text.indexOf(' Heron');
  expect(piecesBetween(page, start, end)).toEqual([
    { piece: 0, from: 20, to: 27 },
    { piece: 1, from: 0, to: 8 },
    { piece: 2, from: 0, to: 1 },
    { piece: 3, from: 0, to: 7 },
  ]);
});

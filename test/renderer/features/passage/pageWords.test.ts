import { expect, test } from 'vitest';
import { pageWords } from '../../../../renderer/features/passage/pageWords.ts';

test('only a PDF has PDF pages', () => {
  expect(pageWords({ pageIndex: 13, pageLabel: 'xii' }, 'application/pdf')).toBe('p. xii (PDF 14)');
  expect(pageWords({ pageIndex: 13, pageLabel: 'xii' }, 'text/plain')).toBe('p. xii (part 14)');
});

test('what is of one piece names no page', () => {
  for (const mediaType of ['image/png', 'message/rfc822', 'text/plain'])
    expect(pageWords({ pageIndex: 0, pageLabel: null }, mediaType)).toBe('');
  expect(pageWords({ pageIndex: 2, pageLabel: null }, 'text/plain')).toBe('p. 3');
});

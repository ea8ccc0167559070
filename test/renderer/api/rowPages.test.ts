import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  indexOfRow,
  noPages,
  pageOf,
  ROWS_A_PAGE,
  rowAt,
  wantedPages,
  withPage,
} from '../../../renderer/api/rowPages.ts';

test('whatever is visible, its pages are wanted first and no page beyond the end', () => {
  fc.assert(
    fc.property(
      fc.nat(100_000),
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 1, max: 100_001 }),
      (first, more, total) => {
        const start = Math.min(first, total - 1);
        const last = Math.min(start + more, total - 1);
        const pages = wantedPages(start, last, total);
        const visible = Array.from({ length: pageOf(last) - pageOf(start) + 1 }, (_, at) => pageOf(start) + at);
        expect(pages.slice(0, visible.length)).toEqual(visible);
        expect(new Set(pages).size).toBe(pages.length);
        expect(pages.every(page => page >= 0 && page <= pageOf(total - 1))).toBe(true);
      },
    ),
  );
});

test('a row is found by its place and by what it is', () => {
  const rows = Array.from({ length: ROWS_A_PAGE }, (_, at) => ({ id: `row ${ROWS_A_PAGE + at}` }));
  const held = withPage(noPages<{ id: string }>(), 1, rows, 1000);
  expect(rowAt(held, ROWS_A_PAGE + 3)).toEqual({ id: `row ${ROWS_A_PAGE + 3}` });
  expect(rowAt(held, 3)).toBeUndefined();
  expect(indexOfRow(held, row => row.id === 'row 207')).toBe(207);
  expect(indexOfRow(held, row => row.id === 'row 1')).toBeNull();
});

test('the pages touched longest ago are forgotten', () => {
  let held = noPages<number>();
  for (let page = 0; page < 60; page++) held = withPage(held, page, [page], 100_000);
  expect(held.pages.size).toBe(40);
  expect(held.pages.has(0)).toBe(false);
  expect(held.pages.has(59)).toBe(true);
});

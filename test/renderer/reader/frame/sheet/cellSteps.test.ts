import { describe, expect, test } from 'vitest';
import { addressOf, readAddress } from '../../../../../renderer/reader/frame/sheet/cellBar.ts';
import { moveOf, stepRows } from '../../../../../renderer/reader/frame/sheet/cellSteps.ts';
import { findAddress } from '../../../../../renderer/reader/frame/sheet/findAddress.ts';
import { SheetBook } from '../../../../../renderer/reader/frame/sheet/sheetBook.ts';
import { PageStore } from '../../../../../renderer/reader/frame/text/pageStore.ts';
import type { PaneLink } from '../../../../../renderer/reader/frame/paneLink.ts';
import type { Page } from '../../../../../shared/domain/rendition.ts';

function pageOf(index: number, text: string, sheet: Page['sheet']): Page {
  const none = { label: null, widthPt: null, heightPt: null, confidence: null, words: null, languages: [] };
  return { index, text, sheet, method: 'converted', ...none };
}

/** Three pages of one sheet with a gap between them, what lies far right of the second, then a hidden sheet. */
const pages: Page[] = [
  pageOf(0, 'Name\tBorn\nChoe\t1960\nRi\t1961', { name: 'Crew', firstRow: 0, firstColumn: 0, isHidden: false }),
  pageOf(1, 'Kim\t1962\nPak\t1963', { name: 'Crew', firstRow: 3, firstColumn: 0, isHidden: false }),
  pageOf(2, 'edge', { name: 'Crew', firstRow: 4, firstColumn: 16_383, isHidden: false }),
  pageOf(3, 'Jon\t1964', { name: 'Crew', firstRow: 100, firstColumn: 0, isHidden: false }),
  pageOf(4, 'Total\t7', { name: 'Off-book', firstRow: 0, firstColumn: 0, isHidden: true }),
];

function openBook() {
  const asked: number[] = [];
  const link: Pick<PaneLink, 'pages'> = {
    async pages(from, count) {
      asked.push(from);
      return pages.slice(from, from + count);
    },
  };
  const book = new SheetBook(new PageStore(link as PaneLink, pages.length), pages.length, [], () => 900);
  return { book, asked };
}

describe('the pages of a workbook', () => {
  test('are one sheet until they say otherwise', async () => {
    const { book } = openBook();
    expect(book.groups.map(({ pages: own }) => own)).toEqual([[0, 1, 2, 3, 4]]);
    await book.load(4);
    expect(book.groups).toEqual([
      { name: 'Crew', pages: [0, 1, 2, 3] },
      { name: 'Off-book', pages: [4] },
    ]);
    expect(book.groups.map(group => book.isHidden(group))).toEqual([false, true]);
  });

  test('their first page settles the widths, whichever is opened first', async () => {
    const { book } = openBook();
    await book.load(3);
    expect(book.known(0)).not.toBeNull();
    expect(book.columnsOf(3)).toBe(book.columnsOf(0));
    expect(book.columnsOf(3)).not.toBe(book.columnsOf(2));
  });

  test('headings are a first row of several words', async () => {
    const { book } = openBook();
    await book.load(4);
    expect(book.groups.map(group => book.headings(group)?.index ?? null)).toEqual([0, null]);
  });
});

describe('keys in the grid', () => {
  const key = (name: string, ctrlKey = false) => moveOf({ key: name, ctrlKey, metaKey: false }, 20);

  test('lead over the ends of pages, and no further than the sheet', async () => {
    const { book } = openBook();
    await book.load(4);
    const from = { pageIndex: 0, row: 2, column: 1 };
    const steps = await Promise.all(
      [key('ArrowDown'), key('PageDown'), key('ArrowUp', true), key('End', true), key('ArrowRight')].map(move =>
        stepRows(book, from, move ?? { rows: 0, columns: 0 }),
      ),
    );
    expect(steps).toEqual([
      { pageIndex: 1, row: 0, column: 1 },
      { pageIndex: 3, row: 0, column: 1 },
      { pageIndex: 0, row: 0, column: 1 },
      { pageIndex: 3, row: 0, column: 1 },
      from,
    ]);
    expect(await stepRows(book, { pageIndex: 1, row: 0, column: 0 }, { rows: -1, columns: 0 })).toEqual({
      ...from,
      column: 0,
    });
  });

  test('that are none of the grid’s are left to the page', () => {
    expect([key('c'), key('n'), key('Tab'), key('PageUp', true)]).toEqual([null, null, null, null]);
  });
});

describe('addresses of cells', () => {
  test('are read as spreadsheet programs write them', () => {
    expect(['B12', 'b', '12', '$B$12', 'Crew list!XFD3', '', 'B0', '최', 'A1:B2'].map(readAddress)).toEqual([
      { column: 1, row: 11 },
      { column: 1, row: 0 },
      { column: 0, row: 11 },
      { column: 1, row: 11 },
      { column: 16_383, row: 2 },
      null,
      null,
      null,
      null,
    ]);
    expect(addressOf({ firstRow: 100, firstColumn: 26 }, 1, 1)).toBe('AB102');
  });

  test('lead to the page that holds them, or nowhere', async () => {
    const { book } = openBook();
    await book.load(4);
    const own = book.groups[0]?.pages ?? [];
    const found = await Promise.all(
      ['B5', 'XFD5', 'A101', 'A50', 'D1'].map(written =>
        findAddress(book, own, readAddress(written) ?? { row: 0, column: 0 }),
      ),
    );
    expect(found).toEqual([
      { pageIndex: 1, row: 1, column: 1 },
      { pageIndex: 2, row: 0, column: 0 },
      { pageIndex: 3, row: 0, column: 0 },
      null,
      null,
    ]);
  });
});

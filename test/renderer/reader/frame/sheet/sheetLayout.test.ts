import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Columns, LINE_PX, rowTops, textWidth } from '../../../../../renderer/reader/frame/sheet/columns.ts';
import { boxHeight, contentTop, scrollTopFor } from '../../../../../renderer/reader/frame/sheet/longScroll.ts';
import { groupSheets } from '../../../../../renderer/reader/frame/sheet/sheetGroups.ts';
import { type KnownPage, rowAt, SheetLayout } from '../../../../../renderer/reader/frame/sheet/sheetLayout.ts';

const rowsOf = (pageIndex: number, firstRow: number, rowCount: number, firstColumn = 0): KnownPage => ({
  pageIndex,
  cells: { firstRow, firstColumn, columnCount: 3 },
  rowCount,
  tops: Array.from({ length: rowCount + 1 }, (_, row) => row * 24),
});

describe('pages of one sheet', () => {
  test('lie below each other without a seam; what is empty between them is said, not drawn', () => {
    const pages = new Map(
      [rowsOf(0, 0, 200), rowsOf(1, 200, 10), rowsOf(2, 4999, 1)].map(page => [page.pageIndex, page]),
    );
    const layout = new SheetLayout([0, 1, 2], index => pages.get(index) ?? null);
    expect(layout.blocks.map(({ rowsTop, gap }) => [rowsTop, gap])).toEqual([
      [0, null],
      [4800, null],
      [5040 + 26, 'Rows 211 to 4,999 are empty'],
    ]);
    expect(layout.height).toBe(5040 + 26 + 24);
  });

  test('columns far to the right have letters of their own, text beside the cells says what it is', () => {
    const pages = [rowsOf(0, 0, 5), rowsOf(1, 2, 1, 16_383), { ...rowsOf(2, 0, 2), cells: null }];
    const layout = new SheetLayout([0, 1, 2], index => pages[index] ?? null);
    expect(layout.blocks.map(({ gap, hasLetters }) => [gap, hasLetters])).toEqual([
      [null, false],
      ['Columns XFD to XFF, from row 3', true],
      ['Text beside the cells: drawings, notes, headers', false],
    ]);
  });

  test('that are not read yet are taken to be as high as those that are', () => {
    const layout = new SheetLayout([0, 1], index => (index === 0 ? rowsOf(0, 0, 50) : null));
    expect(layout.height).toBe(2400);
    expect(layout.topOf(1, 0)).toBeNull();
  });

  test('any height is of one row: the one that begins last above it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 12 }),
        fc.nat(1000),
        (counts, share) => {
          let first = 0;
          const pages = counts.map((count, index) => {
            const page = rowsOf(index, first, count);
            first += count + (index % 3);
            return page;
          });
          const layout = new SheetLayout(
            counts.map((_, index) => index),
            index => pages[index] ?? null,
          );
          const y = (layout.height * share) / 1001;
          const block = layout.blocks[layout.positionAt(y)];
          if (block === undefined) throw new Error('no block');
          const top = layout.topOf(block.pageIndex, rowAt(block, y)) ?? Number.NaN;
          const isInGap = y < block.rowsTop;
          expect(isInGap ? top === block.rowsTop : top <= y && y < top + 24).toBe(true);
        },
      ),
    );
  });
});

describe('sheets', () => {
  test('are pages of one name; a page without a name goes on with the one before', () => {
    const names = ['Crew', 'Crew', null, 'Payments', 'Crew'];
    expect(groupSheets(5, index => names[index] ?? null)).toEqual([
      { name: 'Crew', pages: [0, 1, 2] },
      { name: 'Payments', pages: [3] },
      { name: 'Crew', pages: [4] },
    ]);
  });

  test('of a listing whose pages are only counted are one, and take their name when it is known', () => {
    expect(groupSheets(3, index => (index === 2 ? 'Contents' : null))).toEqual([
      { name: 'Contents', pages: [0, 1, 2] },
    ]);
  });
});

describe('columns and rows', () => {
  test('a column that is known keeps its width when more is read', () => {
    const columns = new Columns(0, false);
    columns.learn([['short', 'x']], 1000);
    const before = [columns.left(1), columns.left(2)];
    columns.learn([['a very much longer value than the first', 'x', 'new']], 1000);
    expect([columns.left(1), columns.left(2), columns.count]).toEqual([...before, 3]);
  });

  test('long cells wrap to four lines at most, line breaks count, Korean is as wide as it is', () => {
    const columns = new Columns(0, false);
    columns.learn([['short value', 'x']], 200);
    const heights = (rows: string[][]) =>
      rowTops(rows, columns).flatMap((top, row, tops) =>
        row === 0 ? [] : [(top - (tops[row - 1] ?? 0) - 6) / LINE_PX],
      );
    expect(heights([['one'], ['a\u2028b'], ['word '.repeat(500)], []])).toEqual([1, 2, 4, 1]);
    expect(textWidth('최철민')).toBe(39);
  });

  test('the column under a place is found, and the nearest beyond either end', () => {
    const columns = new Columns(0, false);
    columns.learn([['aaaaaaaaaa', 'b', 'c']], 100);
    expect([-5, 0, columns.left(1) - 1, columns.left(1), 1e6].map(x => columns.at(x))).toEqual([0, 0, 0, 1, 2]);
  });
});

describe('scrolling far', () => {
  test('is in pixels as long as a browser can lay them out', () => {
    const room = { contentPx: 2_400_000, clientPx: 600 };
    expect([boxHeight(room), contentTop(room, 1234), scrollTopFor(room, 1234)]).toEqual([2_400_000, 1234, 1234]);
  });

  test('beyond that the end of the bar is the end of the sheet', () => {
    const room = { contentPx: 120_000_000, clientPx: 600 };
    expect(boxHeight(room)).toBe(16_000_000);
    expect(contentTop(room, boxHeight(room) - 600)).toBeCloseTo(120_000_000 - 600, 3);
    expect(contentTop(room, scrollTopFor(room, 77_777_777))).toBeCloseTo(77_777_777, 3);
  });
});

/** Where a key leads from a cell, over the ends of pages too. */
import type { CellPoint } from './cellSelection.ts';
import type { SheetBook } from './sheetBook.ts';

export interface CellMove {
  rows: number;
  columns: number;
}

const ALL = 100_000_000;

/** Null where the key is none of the grid's. */
export function moveOf(
  { key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
  pageRows: number,
): CellMove | null {
  const mod = ctrlKey || metaKey;
  const far = mod ? ALL : 1;
  switch (key) {
    case 'ArrowUp':
      return { rows: -far, columns: 0 };
    case 'ArrowDown':
      return { rows: far, columns: 0 };
    case 'ArrowLeft':
      return { rows: 0, columns: -far };
    case 'ArrowRight':
      return { rows: 0, columns: far };
    case 'PageUp':
      return mod ? null : { rows: -pageRows, columns: 0 };
    case 'PageDown':
      return mod ? null : { rows: pageRows, columns: 0 };
    case 'Home':
      return { rows: mod ? -ALL : 0, columns: -ALL };
    case 'End':
      return { rows: mod ? ALL : 0, columns: ALL };
    default:
      return null;
  }
}

export async function stepRows(
  book: Pick<SheetBook, 'load' | 'groups' | 'groupOf' | 'columnsOf'>,
  from: CellPoint,
  { rows, columns }: CellMove,
): Promise<CellPoint> {
  const pages = book.groups[book.groupOf(from.pageIndex)]?.pages ?? [from.pageIndex];
  const place = rows >= ALL || rows <= -ALL ? await lastOf(book, pages, rows) : await walk(book, pages, from, rows);
  const count = book.columnsOf(place.pageIndex)?.count ?? 1;
  return { ...place, column: Math.max(0, Math.min(count - 1, from.column + columns)) };
}

type RowPlace = Pick<CellPoint, 'pageIndex' | 'row'>;

async function lastOf(book: Pick<SheetBook, 'load'>, pages: readonly number[], rows: number): Promise<RowPlace> {
  const pageIndex = (rows < 0 ? pages[0] : pages.at(-1)) ?? 0;
  const page = await book.load(pageIndex);
  return { pageIndex, row: rows < 0 ? 0 : Math.max(0, (page?.rows.length ?? 1) - 1) };
}

async function walk(
  book: Pick<SheetBook, 'load'>,
  pages: readonly number[],
  from: CellPoint,
  rows: number,
): Promise<RowPlace> {
  let at = Math.max(0, pages.indexOf(from.pageIndex));
  let row = from.row + rows;
  for (;;) {
    const pageIndex = pages[at] ?? from.pageIndex;
    const count = Math.max(1, (await book.load(pageIndex))?.rows.length ?? 1);
    if (row < 0 && at > 0) {
      at -= 1;
      row += Math.max(1, (await book.load(pages[at] ?? 0))?.rows.length ?? 1);
    } else if (row >= count && at < pages.length - 1) {
      at += 1;
      row -= count;
    } else return { pageIndex, row: Math.max(0, Math.min(count - 1, row)) };
  }
}

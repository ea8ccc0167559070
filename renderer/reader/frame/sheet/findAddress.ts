/** The page that holds a row of a sheet, found by halves: pages are asked for, since only they tell where they begin. */
import type { CellPoint } from './cellSelection.ts';
import type { SheetBook } from './sheetBook.ts';

/** Null where the sheet holds no such cell. */
export async function findAddress(
  book: Pick<SheetBook, 'load' | 'columnsOf'>,
  pages: readonly number[],
  { row, column }: { row: number; column: number },
): Promise<CellPoint | null> {
  const inFirst = async (position: number): Promise<number> => {
    const page = await book.load(pages[position] ?? 0);
    // What stands beside the cells comes after them.
    return page?.place?.firstRow ?? Number.POSITIVE_INFINITY;
  };
  let [low, high] = [0, pages.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((await inFirst(middle)) <= row) low = middle;
    else high = middle - 1;
  }
  // Pages that lie beside each other begin at the same row.
  for (let position = low; position >= 0; position -= 1) {
    const pageIndex = pages[position] ?? 0;
    const page = await book.load(pageIndex);
    const { place, rows } = page ?? {};
    if (place == null || rows === undefined) continue;
    const at = { pageIndex, row: row - place.firstRow, column: column - place.firstColumn };
    const count = book.columnsOf(pageIndex)?.count ?? 0;
    if (at.row >= 0 && at.row < rows.length && at.column >= 0 && at.column < count) return at;
    if (low - position >= MOST_BESIDE) break;
  }
  return null;
}

const MOST_BESIDE = 200;

/** Where the pages of one sheet lie below each other: measured where they are known, estimated where they are not. Pure. */
import { columnName } from '../../../../shared/domain/sheet.ts';

/** What stays known of a page when its text is let go. */
export interface KnownPage {
  pageIndex: number;
  /** Null for running text. */
  cells: { firstRow: number; firstColumn: number; columnCount: number } | null;
  rowCount: number;
  /** As `rowTops` gives them. */
  tops: readonly number[];
}

export interface Block {
  pageIndex: number;
  top: number;
  /** Where its rows begin, below what is said of the gap above them. */
  rowsTop: number;
  height: number;
  /** What lies between this page and the one above, in words. */
  gap: string | null;
  /** Its columns are others than those above: it has letters of its own. */
  hasLetters: boolean;
  known: KnownPage | null;
}

export const GAP_PX = 26;
export const LETTERS_PX = 24;
/** Extractors cut sheets into pages of so many rows. */
const USUAL_HEIGHT = 200 * 24;

export class SheetLayout {
  readonly blocks: readonly Block[];
  readonly height: number;
  readonly #positions: ReadonlyMap<number, number>;

  constructor(pages: readonly number[], knownPage: (pageIndex: number) => KnownPage | null) {
    const known = pages.map(knownPage);
    const heights = known.flatMap(page => (page === null ? [] : [heightOf(page)]));
    const usual =
      heights.length === 0 ? USUAL_HEIGHT : heights.reduce((sum, height) => sum + height, 0) / heights.length;
    const blocks: Block[] = [];
    let top = 0;
    for (const [position, pageIndex] of pages.entries()) {
      const page = known[position] ?? null;
      const above = position === 0 ? 'begin' : (known[position - 1] ?? null);
      const gap = page === null ? null : gapAbove(above, page);
      const hasLetters = page !== null && hasOtherColumns(above, page);
      const rowsTop = top + (gap === null ? 0 : GAP_PX) + (hasLetters ? LETTERS_PX : 0);
      const height = rowsTop - top + (page === null ? usual : heightOf(page));
      blocks.push({ pageIndex, top, rowsTop, height, gap, hasLetters, known: page });
      top += height;
    }
    this.blocks = blocks;
    this.height = top;
    this.#positions = new Map(pages.map((pageIndex, position) => [pageIndex, position]));
  }

  blockOf(pageIndex: number): Block | null {
    return this.blocks[this.#positions.get(pageIndex) ?? -1] ?? null;
  }

  /** The position of the block under a height; the nearest one beyond either end. */
  positionAt(y: number): number {
    return lastAtMost(this.blocks.length, position => this.blocks[position]?.top ?? 0, y);
  }

  topOf(pageIndex: number, row: number): number | null {
    const block = this.blockOf(pageIndex);
    const top = block?.known?.tops[row];
    return block === null || top === undefined ? null : block.rowsTop + top;
  }
}

export function rowAt({ rowsTop, known }: Block, y: number): number {
  if (known === null) return 0;
  return lastAtMost(known.rowCount, row => known.tops[row] ?? 0, y - rowsTop);
}

function heightOf({ tops }: KnownPage): number {
  return tops.at(-1) ?? 0;
}

function hasOtherColumns(above: KnownPage | null | 'begin', { cells }: KnownPage): boolean {
  if (above === null || above === 'begin' || cells === null) return false;
  return above.cells?.firstColumn !== cells.firstColumn;
}

function gapAbove(above: KnownPage | null | 'begin', page: KnownPage): string | null {
  const { cells } = page;
  if (cells === null)
    return above === 'begin' || above?.cells === null ? null : 'Text beside the cells: drawings, notes, headers';
  if (above === 'begin') return emptyRows(0, cells.firstRow);
  if (above === null) return null;
  if (above.cells === null || hasOtherColumns(above, page)) {
    const last = columnName(cells.firstColumn + cells.columnCount - 1);
    const first = columnName(cells.firstColumn);
    return `${first === last ? `Column ${first}` : `Columns ${first} to ${last}`}, from row ${cells.firstRow + 1}`;
  }
  return emptyRows(above.cells.firstRow + above.rowCount, cells.firstRow);
}

function emptyRows(from: number, to: number): string | null {
  if (to <= from) return null;
  const count = (row: number): string => row.toLocaleString('en');
  return to === from + 1 ? `Row ${count(to)} is empty` : `Rows ${count(from + 1)} to ${count(to)} are empty`;
}

/** The last of `count` ascending values that is not above `y`; 0 if all are. */
function lastAtMost(count: number, topAt: (position: number) => number, y: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (topAt(middle) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * How a page's text holds the cells of a sheet: rows end in \n, cells are separated by \t. A line break inside a cell is
 * U+2028 and a tab inside one a space, so that the text alone tells every cell; offsets become cell ranges and back.
 */
import type { SheetPlace } from './extraction.ts';

export const CELL_LINE_BREAK = '\u2028';

/** The text of a page of cells; empty cells at the end of a row are left out. */
export function sheetText(rows: readonly (readonly string[])[]): string {
  return rows.map(cells => cells.map(cellText).join('\t').replace(/\t+$/, '')).join('\n');
}

export function cellText(value: string): string {
  return value.replace(/\r\n?|[\n\v\f\u0085\u2029]/g, CELL_LINE_BREAK).replaceAll('\t', ' ');
}

export function sheetRows(text: string): string[][] {
  return text.split('\n').map(row => row.split('\t'));
}

export interface CellPlace {
  /** Counted from 0 within the page. */
  row: number;
  column: number;
  /** UTF-16 offsets of the cell's text. */
  start: number;
  end: number;
}

/** The cell that an offset lies in; an offset on a separator belongs to the cell before it. */
export function cellAt(text: string, offset: number): CellPlace {
  const at = Math.max(0, Math.min(offset, text.length));
  const rowStart = lastBefore(text, '\n', at) + 1;
  const start = Math.max(rowStart, lastBefore(text, '\t', at) + 1);
  const ends = [text.indexOf('\t', at), text.indexOf('\n', at)].filter(end => end >= 0);
  const end = ends.length > 0 ? Math.min(...ends) : text.length;
  return {
    row: countOf(text, '\n', rowStart),
    column: countOf(text.slice(rowStart, start), '\t', start - rowStart),
    start,
    end,
  };
}

/** Subtle: `lastIndexOf` takes a position below 0 for 0, and would find a separator at the very beginning. */
function lastBefore(text: string, sign: string, at: number): number {
  return at === 0 ? -1 : text.lastIndexOf(sign, at - 1);
}

function countOf(text: string, sign: string, before: number): number {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0 && at < before; at = text.indexOf(sign, at + 1)) count += 1;
  return count;
}

/** `A`, `Z`, `AA` … for 0, 25, 26 … */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** `Crew list!B4` or `Crew list!B4:D9` for offsets of a page's text, as spreadsheet programs write it. */
export function cellRange(text: string, start: number, end: number, place: SheetPlace): string {
  const from = cellAt(text, start);
  // The end is exclusive: words that end with a cell do not reach into the next one.
  const to = cellAt(text, Math.max(start, end - 1));
  const name = (row: number, column: number) => `${columnName(column + place.firstColumn)}${row + place.firstRow + 1}`;
  const first = name(from.row, Math.min(from.column, to.column));
  const last = name(to.row, Math.max(from.column, to.column));
  return `${place.name}!${first === last ? first : `${first}:${last}`}`;
}

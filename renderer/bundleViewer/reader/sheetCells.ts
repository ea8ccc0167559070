/** The cells of a page of a sheet with their places in its text, and which of them look like headings. */
import { sheetRows } from '../../../shared/domain/sheet.ts';

export interface PlacedCell {
  text: string;
  /** Offset in the page's text. */
  start: number;
}

export function placeCells(text: string): PlacedCell[][] {
  let at = 0;
  return sheetRows(text).map(cells =>
    cells.map(cell => {
      const start = at;
      at += cell.length + 1;
      return { text: cell, start };
    }),
  );
}

/** Words in most columns and no number in any: what people put above a table. */
export function looksLikeHeadings(cells: readonly string[]): boolean {
  const filled = cells.filter(cell => cell.trim() !== '');
  return filled.length >= 2 && filled.length * 2 > cells.length && !filled.some(isNumber);
}

export function isNumber(text: string): boolean {
  return /^[-+(]?[\p{Sc}]?\s?\d[\d\s.,']*\)?\s?[%\p{Sc}]?$/u.test(text.trim());
}

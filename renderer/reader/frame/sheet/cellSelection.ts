/** Cells that were selected, as the passage that they would become. Pure. */
import type { Selection } from '../../../../shared/domain/passage.ts';
import { type CellArea, filledArea, quoteArea, surroundings } from '../../../../shared/domain/sheetQuote.ts';
import { MAX_EXACT } from '../quoteOf.ts';
import { cellStart, type SheetPage } from './sheetPage.ts';

export interface CellPoint {
  pageIndex: number;
  /** Counted from 0 within the page. */
  row: number;
  column: number;
}

export interface SelectedCells {
  selection: Selection;
  area: CellArea;
  /** More was selected than a passage can hold. */
  clipped: boolean;
}

export function areaBetween(a: CellPoint, b: CellPoint): CellArea {
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}

/** Null where the area holds nothing. */
export function selectCells(page: SheetPage, wanted: CellArea): SelectedCells | null {
  let area = filledArea(page.rows, wanted);
  let clipped = false;
  while (area !== null) {
    const { quote, span } = quoteArea(page.text, area);
    if (quote.exact.length <= MAX_EXACT) return { selection: toSelection(page, quote, span.start), area, clipped };
    clipped = true;
    if (area.top === area.bottom && area.left === area.right) {
      const end = span.start + MAX_EXACT;
      const words = selectWords(page, { start: span.start, end });
      return words === null ? null : { selection: words, area, clipped };
    }
    area = filledArea(page.rows, smaller(area, MAX_EXACT / quote.exact.length));
  }
  return null;
}

/** The beginning of an area: fewer rows, and of a single row fewer cells. */
function smaller(area: CellArea, share: number): CellArea {
  if (area.bottom > area.top)
    return { ...area, bottom: area.top + Math.floor((area.bottom - area.top + 1) * share * 0.95) };
  return { ...area, right: area.left + Math.floor((area.right - area.left) * share) };
}

/** Words within one cell, by offsets of the page's text. */
export function selectWords(page: SheetPage, { start, end }: { start: number; end: number }): Selection | null {
  const whole = page.text.slice(start, Math.min(end, start + MAX_EXACT));
  const exact = whole.trim();
  if (exact === '') return null;
  const from = start + whole.length - whole.trimStart().length;
  return toSelection(page, { exact, ...surroundings(page.text, { start: from, end: from + exact.length }) }, from);
}

function toSelection(
  { index, text }: SheetPage,
  quote: { exact: string; prefix: string; suffix: string },
  start: number,
): Selection {
  return { kind: 'words', pageIndex: index, quote, rects: [], share: start / Math.max(1, text.length) };
}

/** The cells as other programs take them from the clipboard. */
export function clipboardText(page: SheetPage, area: CellArea): string {
  return page.rows
    .slice(area.top, area.bottom + 1)
    .map(cells =>
      Array.from({ length: area.right - area.left + 1 }, (_, across) => pasted(cells[area.left + across] ?? '')).join(
        '\t',
      ),
    )
    .join('\n');
}

function pasted(cell: string): string {
  if (!cell.includes('\u2028')) return cell;
  return `"${cell.replaceAll('"', '""').replaceAll('\u2028', '\n')}"`;
}

/** The offsets of a cell's text in its page. */
export function cellSpan(page: SheetPage, { row, column }: Pick<CellPoint, 'row' | 'column'>) {
  const start = cellStart(page, row, column);
  return { start, end: start + (page.rows[row]?.[column]?.length ?? 0) };
}

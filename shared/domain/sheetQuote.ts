/**
 * Quoting a rectangle of a sheet's cells, and finding it again. The quote holds those cells only, written as `sheet.ts` writes
 * them, so it need not stand in the page's text in one piece: what lies beside the rectangle is left out of it.
 */
import { cellAt, columnName, sheetRows, sheetText } from './sheet.ts';
import type { SheetPlace } from './extraction.ts';

/** Cells from one corner to the other, both included, counted from 0 within the page. */
export interface CellArea {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** UTF-16 offsets in the page's text: from the beginning of the first cell to the end of the last. */
export interface AreaSpan {
  start: number;
  end: number;
}

export interface AreaQuote {
  exact: string;
  prefix: string;
  suffix: string;
}

const CONTEXT = 64;
/** Short cells (`yes`, `0`) stand in many rows: without this much of their surroundings they are other cells. */
const ENOUGH_CONTEXT = 8;

/** The smallest rectangle that holds all cells of the area in which something stands; null where nothing does. */
export function filledArea(rows: readonly (readonly string[])[], area: CellArea): CellArea | null {
  let filled: CellArea | null = null;
  for (let row = area.top; row <= Math.min(area.bottom, rows.length - 1); row += 1) {
    const cells = rows[row] ?? [];
    for (let column = area.left; column <= Math.min(area.right, cells.length - 1); column += 1) {
      if ((cells[column] ?? '').trim() === '') continue;
      filled ??= { top: row, left: column, bottom: row, right: column };
      filled.left = Math.min(filled.left, column);
      filled.right = Math.max(filled.right, column);
      filled.bottom = row;
    }
  }
  return filled;
}

/** @param area one that `filledArea` gave: its first row must reach to its first column. */
export function quoteArea(text: string, area: CellArea): { quote: AreaQuote; span: AreaSpan } {
  const rows = text.split('\n');
  const exact = sheetText(
    rows.slice(area.top, area.bottom + 1).map(row => row.split('\t').slice(area.left, area.right + 1)),
  );
  const span = areaSpan(rows, area);
  return { quote: { exact, ...surroundings(text, span) }, span };
}

function areaSpan(rows: readonly string[], area: CellArea): AreaSpan {
  let rowStart = 0;
  let start = 0;
  for (const [row, line] of rows.entries()) {
    if (row === area.top) start = rowStart + cellStart(line, area.left);
    if (row === area.bottom) {
      const next = cellStart(line, area.right + 1);
      return { start, end: rowStart + (next > line.length ? line.length : next - 1) };
    }
    rowStart += line.length + 1;
  }
  return { start, end: Math.max(start, rowStart - 1) };
}

/** The area row by row, for lighting it in a text: what lies beside it stays dark. */
export function areaPieces(text: string, area: CellArea): AreaSpan[] {
  const pieces: AreaSpan[] = [];
  let rowStart = 0;
  for (const [row, line] of text.split('\n').entries()) {
    if (row > area.bottom) break;
    const start = cellStart(line, area.left);
    const next = cellStart(line, area.right + 1);
    const end = next > line.length ? line.length : next - 1;
    if (row >= area.top && start < end) pieces.push({ start: rowStart + start, end: rowStart + end });
    rowStart += line.length + 1;
  }
  return pieces;
}

/** Where in the row's text a column begins; one beyond the text where the row has no such column. */
function cellStart(line: string, column: number): number {
  let at = 0;
  for (let passed = 0; passed < column; passed += 1) {
    const tab = line.indexOf('\t', at);
    if (tab < 0) return line.length + 1;
    at = tab + 1;
  }
  return at;
}

export function surroundings(text: string, { start, end }: AreaSpan): { prefix: string; suffix: string } {
  return { prefix: text.slice(Math.max(0, start - CONTEXT), start), suffix: text.slice(end, end + CONTEXT) };
}

/** The cells that a span of the text means: those of the quote, where they stand there, else all that it runs through. */
export function areaOf(text: string, { start, end }: AreaSpan, exact?: string): CellArea {
  const from = cellAt(text, start);
  if (exact !== undefined && isSeveral(exact) && from.start === start) {
    const quoted = sheetRows(exact);
    if (standsAt(sheetRows(text), quoted, from.row, from.column)) return areaFrom(quoted, from);
  }
  const to = cellAt(text, Math.max(start, end - 1));
  return {
    top: from.row,
    left: Math.min(from.column, to.column),
    bottom: to.row,
    right: Math.max(from.column, to.column),
  };
}

/** `B4` or `B4:D9`, as spreadsheet programs write it. */
export function areaName(area: CellArea, place: Pick<SheetPlace, 'firstRow' | 'firstColumn'>): string {
  const name = (row: number, column: number): string =>
    `${columnName(column + place.firstColumn)}${row + place.firstRow + 1}`;
  const first = name(area.top, area.left);
  const last = name(area.bottom, area.right);
  return first === last ? first : `${first}:${last}`;
}

export interface FoundArea extends AreaSpan {
  /** Equal cells stand elsewhere too, and nothing tells them apart. */
  isLikely: boolean;
}

/**
 * Where the quoted cells stand. The offset at which they stood is believed if they still do; else the surroundings choose
 * between equal ones, and then the nearness to that offset. Words within one cell are no area: they are found as words.
 */
export function findArea(text: string, quote: AreaQuote, near: number | null = null): FoundArea | null {
  if (quote.exact.trim() === '') return null;
  const rows = sheetRows(text);
  const quoted = sheetRows(quote.exact);
  const lines = text.split('\n');
  if (near !== null && near <= text.length) {
    const at = cellAt(text, near);
    if (at.start === near && standsAt(rows, quoted, at.row, at.column))
      return { ...areaSpan(lines, areaFrom(quoted, at)), isLikely: false };
  }
  if (!isSeveral(quote.exact)) return null;
  const wanted = Math.min(ENOUGH_CONTEXT, quote.prefix.length + quote.suffix.length);
  const found = [...cornersOf(rows, quoted)].flatMap(at => {
    const span = areaSpan(lines, areaFrom(quoted, at));
    const score = alikeBefore(text, span.start, quote.prefix) + alikeAfter(text, span.end, quote.suffix);
    return score < wanted ? [] : [{ span, score, away: near === null ? 0 : Math.abs(span.start - near) }];
  });
  const [best, next] = found.sort((a, b) => b.score - a.score || a.away - b.away);
  if (best === undefined) return null;
  return { ...best.span, isLikely: near === null && next?.score === best.score };
}

function isSeveral(exact: string): boolean {
  return /[\t\n]/.test(exact);
}

function areaFrom(quoted: readonly (readonly string[])[], at: { row: number; column: number }): CellArea {
  const width = Math.max(...quoted.map(cells => cells.length));
  return { top: at.row, left: at.column, bottom: at.row + quoted.length - 1, right: at.column + width - 1 };
}

function standsAt(
  rows: readonly (readonly string[])[],
  quoted: readonly (readonly string[])[],
  row: number,
  column: number,
): boolean {
  if (row + quoted.length > rows.length) return false;
  const width = Math.max(...quoted.map(cells => cells.length));
  return quoted.every((cells, below) => {
    const found = rows[row + below] ?? [];
    for (let across = 0; across < width; across += 1)
      if ((found[column + across] ?? '') !== (cells[across] ?? '')) return false;
    return true;
  });
}

/** Every cell that could be the first of the quoted ones. */
function* cornersOf(
  rows: readonly (readonly string[])[],
  quoted: readonly (readonly string[])[],
): Iterable<{ row: number; column: number }> {
  for (const [row, cells] of rows.entries()) {
    if (row + quoted.length > rows.length) return;
    for (let column = 0; column < cells.length; column += 1)
      if (cells[column] === quoted[0]?.[0] && standsAt(rows, quoted, row, column)) yield { row, column };
  }
}

function alikeBefore(text: string, start: number, prefix: string): number {
  let alike = 0;
  while (alike < prefix.length && alike < start && text[start - 1 - alike] === prefix[prefix.length - 1 - alike])
    alike += 1;
  return alike;
}

function alikeAfter(text: string, end: number, suffix: string): number {
  let alike = 0;
  while (alike < suffix.length && text[end + alike] !== undefined && text[end + alike] === suffix[alike]) alike += 1;
  return alike;
}

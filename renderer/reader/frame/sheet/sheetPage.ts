/** A page of a sheet as the grid needs it: its cells, and where in the page's text each of them stands. */
import type { SheetPlace } from '../../../../shared/domain/extraction.ts';
import type { Page } from '../../../../shared/domain/rendition.ts';
import { sheetRows } from '../../../../shared/domain/sheet.ts';
import { type AnchorText, prepareText } from '../../landing.ts';

export interface SheetPage {
  index: number;
  text: string;
  /** Null for running text between sheets: what drawings say, and what else stands beside the cells. */
  place: SheetPlace | null;
  rows: readonly (readonly string[])[];
  /** UTF-16 offsets in the page's text at which its rows begin. */
  rowStarts: readonly number[];
  /** The text made ready for many searches; on first use. */
  readonly prepared: AnchorText;
}

export function readSheetPage({ index, text: given, sheet }: Pick<Page, 'index' | 'text' | 'sheet'>): SheetPage {
  // Running text has no cells: each line is shown as one, and offsets stay as they are.
  const text = sheet === null ? given.replaceAll('\t', ' ') : given;
  const rows = sheetRows(text);
  const rowStarts: number[] = [];
  let at = 0;
  for (const cells of rows) {
    rowStarts.push(at);
    for (const cell of cells) at += cell.length + 1;
  }
  let prepared: AnchorText | null = null;
  return {
    index,
    text,
    place: sheet,
    rows,
    rowStarts,
    get prepared() {
      prepared ??= prepareText(text);
      return prepared;
    },
  };
}

export function cellText(page: SheetPage, row: number, column: number): string {
  return page.rows[row]?.[column] ?? '';
}

/** The offset at which a cell begins; that of its row's end where the row has no such cell. */
export function cellStart(page: SheetPage, row: number, column: number): number {
  let at = page.rowStarts[row] ?? page.text.length;
  const cells = page.rows[row] ?? [];
  for (let before = 0; before < Math.min(column, cells.length); before += 1) at += (cells[before]?.length ?? 0) + 1;
  return column < cells.length || at === 0 ? at : at - 1;
}

const MIN_HEADINGS = 2;
const MAX_HEADING_CHARS = 80;

/** Whether the page's first row reads like headings: several short words, none of them a number. */
export function beginsWithHeadings({ place, rows }: SheetPage): boolean {
  if (place === null || place.firstRow > 0 || rows.length < 2) return false;
  const filled = (rows[0] ?? []).filter(cell => cell.trim() !== '');
  return filled.length >= MIN_HEADINGS && filled.every(cell => cell.length <= MAX_HEADING_CHARS && /\p{L}/u.test(cell));
}

/** Cuts the rows of a sheet into pages of readable size, wherever its cells stand. */
import { sheetText } from '../../../../shared/domain/sheet.ts';
import { cleanLine } from '../../cleanText.ts';
import type { ExtractContext } from '../../extractor.ts';

export interface SheetRow {
  /** Counted from 0. */
  row: number;
  /** In the order of columns; only cells that show something. */
  cells: { column: number; text: string }[];
}

export interface SheetName {
  name: string;
  isHidden: boolean;
}

const PAGE_ROWS = 200;
const PAGE_CHARS = 20_000;
/** One stray cell in the last row or column of a sheet must not make a million empty ones. */
const MAX_ROW_GAP = 50;
const MAX_COLUMN_GAP = 100;

export interface SheetPages {
  add(row: SheetRow): void;
  /** Hands on the pages that are complete. */
  flush(): Promise<void>;
  end(): Promise<void>;
}

/** Where the scale was guessed too low, pages grow once half of those allowed are used up, so that any length fits. */
function growth(used: number): number {
  return used < 0.5 ? 1 : 2 ** Math.ceil((used - 0.5) * 16);
}

/** @param scale above 1 for sheets so long that pages must be longer to stay within the limit of pages */
export function openSheetPages(
  { addPage, limits }: Pick<ExtractContext, 'addPage' | 'limits'>,
  { name, isHidden }: SheetName,
  scale = 1,
): SheetPages {
  let open: SheetRow[] = [];
  let chars = 0;
  let complete: SheetRow[][] = [];
  let made = 0;
  const size = () => scale * growth(made / limits.maxPages);

  function close(): void {
    if (open.length > 0) {
      complete.push(open);
      made += 1;
    }
    open = [];
    chars = 0;
  }

  async function flush(): Promise<void> {
    const pages = complete;
    complete = [];
    for (const rows of pages) {
      for (const band of bandsOf(rows)) {
        const firstRow = band.rows[0]?.row ?? 0;
        await addPage({
          label: name,
          text: sheetText(filledRows(band, firstRow)),
          sheet: { name: cleanLine(name, 190), firstRow, firstColumn: band.firstColumn, isHidden },
        });
      }
    }
  }

  return {
    add(row) {
      if (row.cells.length === 0) return;
      const last = open.at(-1);
      if (
        last !== undefined &&
        (row.row - last.row > MAX_ROW_GAP || open.length >= PAGE_ROWS * size() || chars >= PAGE_CHARS * size())
      )
        close();
      open.push(row);
      for (const cell of row.cells) chars += cell.text.length + 1;
    },
    flush,
    async end() {
      close();
      await flush();
    },
  };
}

interface Band {
  firstColumn: number;
  lastColumn: number;
  rows: SheetRow[];
}

/** Groups of columns with nothing between them for a long way. */
function bandsOf(rows: SheetRow[]): Band[] {
  const columns = [...new Set(rows.flatMap(row => row.cells.map(cell => cell.column)))].sort((a, b) => a - b);
  const bands: Band[] = [];
  for (const column of columns) {
    const last = bands.at(-1);
    if (last !== undefined && column - last.lastColumn <= MAX_COLUMN_GAP) last.lastColumn = column;
    else
      bands.push({
        firstColumn: bands.length === 0 && column <= MAX_COLUMN_GAP ? 0 : column,
        lastColumn: column,
        rows: [],
      });
  }
  if (bands.length === 1 && bands[0] !== undefined) return [{ ...bands[0], rows }];
  for (const band of bands) {
    band.rows = rows
      .map(row => ({
        row: row.row,
        cells: row.cells.filter(cell => cell.column >= band.firstColumn && cell.column <= band.lastColumn),
      }))
      .filter(row => row.cells.length > 0);
  }
  return bands;
}

/** Rows and columns as they lie in the sheet, with the empty ones between. */
function filledRows({ firstColumn, rows }: Band, firstRow: number): string[][] {
  const filled: string[][] = [];
  for (const { row, cells } of rows) {
    while (filled.length < row - firstRow) filled.push([]);
    const line: string[] = [];
    for (const { column, text } of cells) {
      while (line.length < column - firstColumn) line.push('');
      line[column - firstColumn] = text;
    }
    filled[row - firstRow] = line;
  }
  return filled;
}

/** How much longer the pages of all sheets together must be than usual. */
export function pageScale(rows: number, chars: number, maxPages: number): number {
  return Math.max(1, rows / (PAGE_ROWS * maxPages * 0.4), chars / (PAGE_CHARS * maxPages * 0.4));
}

/** The rows of a table: of CSV from the bytes themselves, of a workbook from the pages of its reading. */
import { headingRowOf, type TableRow, uniqueHeadings } from '../../../shared/domain/interchange/index.ts';
import { CELL_LINE_BREAK, sheetRows } from '../../../shared/domain/sheet.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { openDelimitedRows } from '../../extract/formats/sheet/delimitedRows.ts';
import { guessDelimiter } from '../../extract/formats/sheet/delimiter.ts';
import { pagesOf } from '../exhibit/index.ts';
import type { ImportSource } from './openSource.ts';

const SAMPLE_CHARS = 100_000;
const PAGES_AT_ONCE = 20;
const HEAD_ROWS = 20;

export interface TableChoice {
  /** Of a workbook; '' for the first. */
  sheet: string;
  hasHeadings: boolean;
}

export interface Table {
  headings: string[];
  /** Below the headings. */
  rows: AsyncIterable<TableRow>;
}

export async function openTable(
  db: ReadableDb,
  source: ImportSource,
  { sheet, hasHeadings }: TableChoice,
): Promise<Table> {
  const all = (source.format === 'csv' ? csvRows(source) : workbookRows(db, source, sheet))[Symbol.asyncIterator]();
  const head: TableRow[] = [];
  while (head.length < HEAD_ROWS) {
    const next = await all.next();
    if (next.done) break;
    head.push(next.value);
  }
  const at = hasHeadings ? headingRowOf(head.map(({ cells }) => cells)) : -1;
  async function* below(): AsyncGenerator<TableRow> {
    yield* head.slice(at + 1);
    for (let next = await all.next(); !next.done; next = await all.next()) yield next.value;
  }
  const widest = Math.max(0, ...head.map(({ cells }) => cells.length));
  const named = hasHeadings ? (head[at]?.cells ?? []) : Array<string>(widest).fill('');
  return { headings: uniqueHeadings(named), rows: below() };
}

async function* csvRows(source: ImportSource): AsyncGenerator<TableRow> {
  const { pieces } = await source.decode();
  const isTabbed = source.exhibit.mediaType === 'text/tab-separated-values';
  let reader: ReturnType<typeof openDelimitedRows> | null = null;
  let waiting = '';
  let row = 0;
  const numbered = (rows: string[][]) =>
    rows.map(cells => {
      row += 1;
      return { row, cells };
    });
  const start = () => {
    const text = waiting.replace(/^\uFEFF/, '');
    reader = openDelimitedRows(guessDelimiter(text.slice(0, SAMPLE_CHARS), isTabbed));
    return reader.add(text);
  };
  for await (const piece of pieces()) {
    if (reader) yield* numbered((reader as ReturnType<typeof openDelimitedRows>).add(piece));
    else {
      waiting += piece;
      if (waiting.length >= SAMPLE_CHARS) yield* numbered(start());
    }
  }
  if (!reader) yield* numbered(start());
  const opened = reader as ReturnType<typeof openDelimitedRows> | null;
  if (opened) yield* numbered(opened.end().rows);
}

/** Sheets of a workbook that have rows, in its order. */
export function sheetsOf(db: ReadableDb, { exhibit, format }: ImportSource): string[] {
  if (format !== 'xlsx' || exhibit.renditionId === null) return [];
  return db
    .prepare(`SELECT DISTINCT json_extract(sheet, '$.name') AS name, min(page_index) AS first FROM page
      WHERE rendition_id = $renditionId AND sheet IS NOT NULL AND trim(text) <> '' GROUP BY name ORDER BY first`)
    .all({ renditionId: exhibit.renditionId })
    .map(row => String(row['name']));
}

async function* workbookRows(db: ReadableDb, source: ImportSource, wanted: string): AsyncGenerator<TableRow> {
  const { renditionId } = source.exhibit;
  const name = wanted || sheetsOf(db, source)[0];
  if (renditionId === null || name === undefined) return;
  for (let from = 0; ; from += PAGES_AT_ONCE) {
    const pages = pagesOf(db, renditionId, from, PAGES_AT_ONCE);
    if (pages.length === 0) return;
    for (const { text, sheet } of pages) {
      if (sheet === null || sheet.name !== name || text === '') continue;
      for (const [at, cells] of sheetRows(text).entries()) {
        const plain = cells.map(cell => cell.replaceAll(CELL_LINE_BREAK, '\n'));
        yield { row: sheet.firstRow + at + 1, cells: [...Array<string>(sheet.firstColumn).fill(''), ...plain] };
      }
    }
  }
}

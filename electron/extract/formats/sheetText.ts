/** Tables of text, CSV and TSV, in any encoding and of any length: cells as they stand, a page for each two hundred rows. */
import type { Extractor } from '../extractor.ts';
import { openDecodedStream } from '../text/encodingStream.ts';
import { openDelimitedRows } from './sheet/delimitedRows.ts';
import { guessDelimiter } from './sheet/delimiter.ts';
import { openFormulaList } from './sheet/formulas.ts';
import { openSheetPages, pageScale } from './sheet/sheetPages.ts';
import { columnName } from '../../../shared/domain/sheet.ts';

const SAMPLE_CHARS = 100_000;
const NAMES = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;

export const extractSheetText: Extractor = async context => {
  const { source, detected, limits, fileName } = context;
  const { encoding, pieces } = await openDecodedStream(source, context.encoding);
  if (encoding.warning !== undefined) context.warn(encoding.warning);
  const name =
    fileName
      .replace(/^.*[\\/]/, '')
      .replace(/\.[^.]*$/, '')
      .slice(0, 200) || 'Table';
  const formulas = openFormulaList();
  // A row of five cells takes some thirty bytes.
  const pages = openSheetPages(
    context,
    { name, isHidden: false },
    pageScale(source.sizeBytes / 30, source.sizeBytes, limits.maxPages),
  );
  let row = 0;
  const addRows = async (rows: string[][]) => {
    for (const cells of rows) {
      const at = row;
      row += 1;
      const filled = cells.map((text, column) => ({ column, text })).filter(cell => cell.text !== '');
      for (const { column, text } of filled) {
        if (/^[=+@-]\s*[A-Za-z]/.test(text)) formulas.add(() => `${columnName(column)}${at + 1}`, text);
      }
      pages.add({ row: at, cells: filled });
    }
    await pages.flush();
  };

  let waiting = '';
  let reader: ReturnType<typeof openDelimitedRows> | undefined;
  let delimiter: keyof typeof NAMES = ',';
  const start = () => {
    const sample = withoutMark(waiting);
    delimiter = guessDelimiter(sample.slice(0, SAMPLE_CHARS), detected.mediaType === 'text/tab-separated-values');
    reader = openDelimitedRows(delimiter);
    return reader.add(sample);
  };
  for await (const piece of pieces()) {
    if (reader !== undefined) await addRows(reader.add(piece));
    else {
      waiting += piece;
      if (waiting.length >= SAMPLE_CHARS) await addRows(start());
    }
  }
  if (reader === undefined) await addRows(start());
  const last = reader?.end();
  if (last !== undefined) await addRows(last.rows);
  if (last?.hasOpenQuote === true)
    context.warn('A quotation mark in the table never closes; its line was read as it stands.');
  await pages.end();
  formulas.tell(context.warn);
  return {
    engine: 'probatum-sheet',
    engineVersion: '1',
    metadata: { encoding: encoding.name, delimiter: NAMES[delimiter], rows: String(row) },
  };
};

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/** XLS and XLSB workbooks, read with SheetJS: formats of bytes rather than XML. Its readers calculate and load nothing. */
import { type CellObject, read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { zipSync } from 'fflate';
import { columnName } from '../../../shared/domain/sheet.ts';
import { openCompoundFile } from '../cfb.ts';
import { hasOleSignature } from '../detectOle.ts';
import { ExtractionFailure } from '../extractionFailure.ts';
import type { ExtractContext, Extractor } from '../extractor.ts';
import { addEmbeddedParts } from './office/embeddedParts.ts';
import { openOfficePackage } from './office/officePackage.ts';
import { readOfficeProperties } from './office/officeProperties.ts';
import { findMainPart, readRelationships } from './office/relationships.ts';
import { splitPages } from '../text/splitPages.ts';
import { addEmbedded } from './ole/embedded.ts';
import { macroWarning } from './ole/macros.ts';
import { readProperties } from './ole/propertySets.ts';
import { readBesideSheet } from './sheet/besideSheet.ts';
import { readBesideBiff } from './sheet/biffRecords.ts';
import { openSheetPages, pageScale, type SheetRow } from './sheet/sheetPages.ts';
import { openSheetReport, type SheetReport } from './sheet/sheetReport.ts';
import { showNumber } from './sheet/shownValue.ts';
import { EMBEDDED_IN_WORKBOOK, tellWhatReachesOut } from './sheet.ts';

const ENGINE = { engine: 'sheetjs', engineVersion: '0.20.3' };
/** What SheetJS needs of an XLSB; the rest stays packed. */
const BINARY_PARTS =
  /^(\[Content_Types\]\.xml|(.*\/)?_rels\/[^/]*\.rels|docProps\/[^/]+\.xml|xl\/(?!vbaProject)[^/]+\.bin|xl\/(worksheets|chartsheets|macrosheets|dialogsheets|externalLinks)\/[^/]+\.bin|xl\/theme\/[^/]+\.xml|xl\/(drawings|charts|diagrams|persons|threadedComments)\/[^/]+\.xml)$/i;
const SHORT_DATE = 'yyyy-mm-dd';
/** Format 22, which follows the computer like format 14. */
const SHORT_DATE_AND_TIME = 'm/d/yy h:mm';

export const extractXlsb: Extractor = async context => {
  const pack = await openOfficePackage(context, name => BINARY_PARTS.test(name));
  const parts: Record<string, Uint8Array> = {};
  for (const name of pack.names.filter(name => BINARY_PARTS.test(name))) {
    const bytes = await pack.read(name);
    if (bytes !== undefined) parts[name] = bytes;
  }
  // Stored, not deflated: what SheetJS's own ZIP reader unpacks is exactly what was measured.
  const workbook = readWorkbookBytes(zipSync(parts, { level: 0 }));
  const report = openSheetReport(context);
  const main = await findMainPart(pack, /^xl\/workbook\.bin$/i);
  const targets = main === undefined ? [] : await readRelationships(pack, main);
  const sheetParts = targets.filter(one => /sheet$/i.test(one.type)).map(one => one.target);
  await addWorkbook(workbook, context, report);
  for (const part of sheetParts) {
    const name = part.replace(/^.*\/|\.bin$/g, '');
    const text = (await readBesideSheet(pack, { part, name, remarks: report.remarks })).join('\n\n');
    if (text !== '') await context.addPage({ label: name, text });
  }
  await addEmbeddedParts(pack, context, EMBEDDED_IN_WORKBOOK);
  await tellWhatReachesOut(pack, context);
  const { metadata, remarks } = report.end();
  const properties = await readOfficeProperties(pack);
  return { ...ENGINE, title: properties.title, metadata: { ...properties.metadata, ...metadata }, remarks };
};

export const extractXls: Extractor = async context => {
  const bytes = await context.source.readAll();
  const report = openSheetReport(context);
  const workbook = readWorkbookBytes(bytes);
  await addWorkbook(workbook, context, report);
  const properties = hasOleSignature(bytes) ? await addBesideXls(context, report) : {};
  const { metadata, remarks } = report.end();
  const { title, ...rest } = properties;
  return { ...ENGINE, title, metadata: { ...rest, ...metadata }, remarks };
};

/** Objects, macros, charts and properties, which stand in the compound file around and beside the cells. */
async function addBesideXls(context: ExtractContext, { formulas }: SheetReport): Promise<Record<string, string>> {
  const file = await openCompoundFile(context.source, context.warn);
  const stream = file.find('Workbook') ?? file.find('Book');
  const beside = stream === undefined ? undefined : readBesideBiff(await file.read(stream));
  for (const text of splitPages(beside?.texts.join('\n') ?? '')) await context.addPage({ text });
  for (const path of beside?.elsewhere ?? []) formulas.addElsewhere(path);
  if (beside?.hasMacroSheet === true) context.warn('The workbook holds macro sheets of Excel 4; they were not run.');
  const macros = macroWarning(file);
  if (macros !== null) context.warn(macros);
  // Excel keeps each object in a storage of this name.
  const objects = file.root.children.filter(({ kind, name }) => kind === 'storage' && /^MBD/i.test(name));
  await addEmbedded(file, objects, context);
  return readProperties(file);
}

function readWorkbookBytes(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, {
      type: 'array',
      dense: true,
      cellText: true,
      cellNF: true,
      cellHTML: false,
      dateNF: SHORT_DATE,
    });
  } catch (error) {
    if (error instanceof Error && /password|encrypt/i.test(error.message))
      throw new ExtractionFailure(
        'password-needed',
        'The workbook is protected by a password in an old way that is not supported; ask for an unprotected copy.',
      );
    throw error;
  }
}

async function addWorkbook(workbook: WorkBook, context: ExtractContext, report: SheetReport): Promise<void> {
  const sheets = workbook.SheetNames.map((name, at) => ({
    // Early betas wrote names in another layout, which reads as noise.
    name: /[\p{Cc}\p{Surrogate}]/u.test(name) ? `Sheet ${at + 1}` : name,
    isHidden: (workbook.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0,
    cells: workbook.Sheets[name],
  }));
  const rows = sheets.reduce((sum, { cells }) => sum + (cells?.['!data']?.length ?? 0), 0);
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const scale = pageScale(rows, 0, context.limits.maxPages);
  for (const { cells, ...sheet } of sheets) {
    report.addSheet(sheet);
    if (cells === undefined) continue;
    noteHidden(cells, report);
    const pages = openSheetPages(context, sheet, scale);
    for (const row of rowsOf(cells, { name: sheet.name, report, date1904 })) {
      pages.add(row);
      await pages.flush();
    }
    await pages.end();
  }
}

function noteHidden(cells: WorkSheet, report: SheetReport): void {
  for (const row of cells['!rows'] ?? []) if (row?.hidden) report.hideRows();
  for (const column of cells['!cols'] ?? []) if (column?.hidden) report.hideColumns();
}

interface RowContext {
  name: string;
  report: SheetReport;
  date1904: boolean;
}

function* rowsOf(sheet: WorkSheet, { name, report, date1904 }: RowContext): Generator<SheetRow> {
  const data = sheet['!data'] ?? [];
  for (const key of Object.keys(data)) {
    const row = Number(key);
    const cells: SheetRow['cells'] = [];
    const line = data[row] ?? [];
    for (const columnKey of Object.keys(line)) {
      const column = Number(columnKey);
      const cell = line[column];
      if (cell === undefined) continue;
      const place = () => `${name}!${columnName(column)}${row + 1}`;
      if (cell.f !== undefined) report.formulas.add(place, cell.f);
      for (const comment of cell.c ?? [])
        report.remarks.add('comment', comment.a ?? '', '', `${place()}: ${comment.t}`);
      const text = shownText(cell, date1904);
      if (text !== '') cells.push({ column, text });
    }
    if (cells.length > 0) yield { row, cells };
  }
}

function shownText({ t, v, w, z }: CellObject, date1904: boolean): string {
  if (t === 'z' || v === undefined) return '';
  if (t === 's') return typeof v === 'string' ? v : (w ?? '');
  if (t === 'n' && typeof v === 'number' && z === SHORT_DATE_AND_TIME) return showNumber(v, 22, date1904);
  return w ?? (t === 'b' ? String(v).toUpperCase() : String(v));
}

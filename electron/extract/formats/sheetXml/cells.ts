/** The cells of a SpreadsheetML workbook as a stream, with their comments, formulas and links. */
import { columnName } from '../../../../shared/domain/sheet.ts';
import type { ExtractContext } from '../../extractor.ts';
import { startXmlWalk, type XmlAttributes } from '../../text/xmlWalk.ts';
import { openSheetPages, pageScale, type SheetPages, type SheetRow } from '../sheet/sheetPages.ts';
import type { SheetReport } from '../sheet/sheetReport.ts';
import { showDate, showNumber } from '../sheet/shownValue.ts';
import { type FramedSheet, stated, type WorkbookFrame } from './workbookFrame.ts';

const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;
const MAX_LINKS = 1000;

interface Sheet extends FramedSheet {
  pages: SheetPages;
  row: number;
  column: number;
  line: SheetRow['cells'];
  /** How many rows or columns the last one stands for. */
  rowSpan: number;
  rowStyle: string | undefined;
  /** Of whole columns, from the one that each begins with. */
  columnStyles: Map<number, string>;
  lastColumn: number;
}

interface Cell {
  type: string;
  style: string | undefined;
  text: string;
  isTaking: boolean;
  span: number;
}

export async function readCells(
  bytes: Uint8Array,
  { frame, report, context }: { frame: WorkbookFrame; report: SheetReport; context: ExtractContext },
): Promise<{ links: string[]; isWhole: boolean }> {
  const scale = pageScale(frame.rowCount, bytes.byteLength / 6, context.limits.maxPages);
  const links = new Set<string>();
  const finished: Sheet[] = [];
  let count = 0;
  let sheet: Sheet | null = null;
  let cell: Cell | null = null;
  let comment: { author: string; text: string; isTaking: boolean } | null = null;

  function openSheet(): void {
    const found = frame.sheets[count] ?? { name: '', isHidden: false, margins: [] };
    count += 1;
    report.addSheet(found);
    sheet = {
      ...found,
      pages: openSheetPages(context, found, scale),
      row: -1,
      column: -1,
      line: [],
      rowSpan: 1,
      rowStyle: undefined,
      columnStyles: new Map(),
      lastColumn: -1,
    };
  }

  function openRow(on: Sheet, attributes: XmlAttributes): void {
    const next = on.row + on.rowSpan;
    on.row = placed(attributes, next < MAX_ROWS ? next : on.row + 1, MAX_ROWS);
    on.rowSpan = 1 + countOf(attributes, 'Span', MAX_ROWS);
    on.rowStyle = stated(attributes, 'StyleID');
    on.column = -1;
    on.line = [];
    if (isOn(stated(attributes, 'Hidden'))) report.hideRows(on.rowSpan);
  }

  function openColumn(on: Sheet, attributes: XmlAttributes): void {
    const first = placed(attributes, on.lastColumn + 1, MAX_COLUMNS);
    const width = 1 + countOf(attributes, 'Span', MAX_COLUMNS);
    const style = stated(attributes, 'StyleID');
    if (style !== undefined)
      for (let at = first; at < Math.min(first + width, MAX_COLUMNS); at += 1) on.columnStyles.set(at, style);
    on.lastColumn = first + width - 1;
    if (isOn(stated(attributes, 'Hidden'))) report.hideColumns(width);
  }

  function openCell(on: Sheet, attributes: XmlAttributes): void {
    const next = on.column + (cell?.span ?? 1);
    on.column = placed(attributes, next < MAX_COLUMNS ? next : on.column + 1, MAX_COLUMNS);
    const { name, row, column } = on;
    const style = stated(attributes, 'StyleID') ?? on.rowStyle ?? on.columnStyles.get(column);
    cell = {
      type: 'String',
      style,
      text: '',
      isTaking: false,
      span: 1 + countOf(attributes, 'MergeAcross', MAX_COLUMNS),
    };
    const formula = stated(attributes, 'Formula');
    if (formula !== undefined) report.formulas.add(() => `${name}!${columnName(column)}${row + 1}`, formula);
    const link = stated(attributes, 'HRef');
    if (link !== undefined && links.size < MAX_LINKS) links.add(link);
  }

  function open(name: string, attributes: XmlAttributes): void {
    if (name === 'ss:Worksheet') openSheet();
    if (sheet === null) return;
    if (name === 'ss:Row') {
      cell = null;
      openRow(sheet, attributes);
    } else if (name === 'ss:Column') openColumn(sheet, attributes);
    else if (name === 'ss:Cell') openCell(sheet, attributes);
    else if (name === 'ss:Comment') comment = { author: stated(attributes, 'Author') ?? '', text: '', isTaking: false };
    else if (name === 'ss:Data' && comment !== null) comment.isTaking = true;
    else if (name === 'ss:Data' && cell !== null) {
      cell.type = stated(attributes, 'Type') ?? 'String';
      cell.isTaking = true;
    }
  }

  function close(name: string): void {
    if (sheet === null) return;
    const place = `${sheet.name}!${columnName(Math.max(0, sheet.column))}${sheet.row + 1}`;
    if (name === 'ss:Data') {
      if (comment !== null) comment.isTaking = false;
      else if (cell !== null) cell.isTaking = false;
    } else if (name === 'ss:Comment' && comment !== null) {
      report.remarks.add('comment', comment.author, '', `${place}: ${comment.text.trim()}`);
      comment = null;
    } else if (name === 'ss:Cell' && cell !== null) {
      const text = shownText(cell, frame);
      const last = sheet.line.at(-1);
      if (text === '') return;
      // A sheet has no more columns than this; what a file puts beyond stands in the last one.
      if (sheet.column >= MAX_COLUMNS && last !== undefined) last.text += ` ${text}`;
      else sheet.line.push({ column: Math.min(sheet.column, MAX_COLUMNS - 1), text });
    } else if (name === 'ss:Row') {
      sheet.pages.add({ row: sheet.row, cells: sheet.line });
      sheet.line = [];
    } else if (name === 'ss:Worksheet') {
      finished.push(sheet);
      sheet = null;
    }
  }

  const walk = startXmlWalk(bytes, {
    open,
    close,
    text(data) {
      if (comment !== null) comment.text += comment.isTaking ? data : '';
      else if (cell?.isTaking === true) cell.text += data;
    },
  });
  const handOn = async () => {
    for (const { name, pages, margins } of finished.splice(0)) {
      await pages.end();
      if (margins.length > 0) await context.addPage({ label: name, text: margins.join('\n\n') });
    }
    await (sheet as Sheet | null)?.pages.flush();
  };
  while (walk.step()) await handOn();
  await handOn();
  await (sheet as Sheet | null)?.pages.end();
  return { links: [...links], isWhole: walk.isWhole() };
}

function shownText({ type, style, text }: Cell, { formatOf, date1904 }: WorkbookFrame): string {
  const value = text.trim();
  if (type === 'Boolean') return value === '' ? '' : /^(1|true)$/i.test(value) ? 'TRUE' : 'FALSE';
  if (type === 'DateTime') return showDate(value, formatOf(style));
  const number = Number(value);
  if (type !== 'Number' || value === '' || !Number.isFinite(number)) return text;
  return showNumber(number, formatOf(style), date1904);
}

/**
 * Rows, columns and cells that leave some out say where they stand, counted from 1. What would lie before the last one or
 * beyond the sheet is put next instead, so that no place is taken twice and no words are lost.
 */
function placed(attributes: XmlAttributes, next: number, max: number): number {
  const index = countOf(attributes, 'Index', max + 1) - 1;
  return index >= next && index < max ? index : next;
}

function countOf(attributes: XmlAttributes, name: string, max: number): number {
  const value = Number(stated(attributes, name) ?? 0);
  return Number.isInteger(value) && value > 0 ? Math.min(value, max) : 0;
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

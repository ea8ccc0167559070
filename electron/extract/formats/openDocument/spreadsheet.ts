/** The sheets of an OpenDocument spreadsheet as a stream: cells as the file says they were shown. */
import { columnName } from '../../../../shared/domain/sheet.ts';
import type { ExtractContext } from '../../extractor.ts';
import { startXmlWalk, type XmlAttributes } from '../../text/xmlWalk.ts';
import { openSheetPages, pageScale, type SheetPages, type SheetRow } from '../sheet/sheetPages.ts';
import type { SheetReport } from '../sheet/sheetReport.ts';
import type { DocumentStyles } from './documentStyles.ts';

/** A cell or row that repeats is given so often; nobody fills more with the same words, and a bomb would. */
const MAX_REPEATED = 1000;
const MAX_COLUMN = 16_384;
const MAX_ROW = 1_048_576;

interface Sheet {
  name: string;
  pages: SheetPages;
  row: number;
  column: number;
  line: SheetRow['cells'];
  rowRepeat: number;
}

interface Cell {
  lines: string[];
  repeat: number;
  value: string;
}

/** Returns the words of shapes that lie on the sheets, and whether the content is whole. */
export async function readSpreadsheet(
  bytes: Uint8Array,
  { styles, report, context }: { styles: DocumentStyles; report: SheetReport; context: ExtractContext },
): Promise<{ shapes: string[]; isWhole: boolean }> {
  const scale = pageScale(bytes.byteLength / 150, bytes.byteLength / 6, context.limits.maxPages);
  const finished: SheetPages[] = [];
  const shapes: string[] = [];
  let sheet: Sheet | null = null;
  let inSpreadsheet = false;
  let cell: Cell | null = null;
  let comment: { author: string; at: string; text: string } | null = null;
  let taking: 'author' | 'at' | 'text' | null = null;
  let shapeDepth = 0;
  let inParagraph = false;
  let shape = '';
  let hasRepeats = false;

  const repeated = (value: string | undefined, max: number) =>
    Math.min(max, Math.max(1, Number.parseInt(value ?? '1', 10) || 1));
  const isCollapsed = (value: string | undefined) => value === 'collapse' || value === 'filter';

  function openTable(attributes: XmlAttributes): void {
    const name = attributes['table:name'] ?? '';
    const isHidden = styles.hidden.has(attributes['table:style-name'] ?? '');
    const found = { name, isHidden };
    report.addSheet(found);
    sheet = { name, pages: openSheetPages(context, found, scale), row: 0, column: 0, line: [], rowRepeat: 1 };
  }

  function openCell(attributes: XmlAttributes): void {
    if (sheet === null) return;
    const { name, row, column } = sheet;
    const formula = attributes['table:formula'];
    if (formula !== undefined)
      report.formulas.add(() => `${name}!${columnName(column)}${row + 1}`, formula.replace(/^[a-z]+:/i, ''));
    cell = {
      lines: [],
      repeat: repeated(attributes['table:number-columns-repeated'], MAX_COLUMN),
      value: attributes['office:string-value'] ?? attributes['office:date-value'] ?? attributes['office:value'] ?? '',
    };
  }

  function closeCell(): void {
    if (sheet === null || cell === null) return;
    const text = cell.lines.length > 0 ? cell.lines.join('\n') : cell.value;
    if (text !== '') {
      if (cell.repeat > MAX_REPEATED) hasRepeats = true;
      for (let times = 0; times < Math.min(cell.repeat, MAX_REPEATED); times += 1) {
        if (sheet.column + times < MAX_COLUMN) sheet.line.push({ column: sheet.column + times, text });
      }
    }
    sheet.column += cell.repeat;
    cell = null;
  }

  function closeRow(): void {
    if (sheet === null) return;
    if (sheet.line.length > 0) {
      if (sheet.rowRepeat > MAX_REPEATED) hasRepeats = true;
      for (let times = 0; times < Math.min(sheet.rowRepeat, MAX_REPEATED); times += 1)
        sheet.pages.add({ row: sheet.row + times, cells: sheet.line });
    }
    sheet.row = Math.min(MAX_ROW * 4, sheet.row + sheet.rowRepeat);
    sheet.line = [];
    sheet.column = 0;
  }

  function open(name: string, attributes: XmlAttributes): void {
    if (name === 'office:spreadsheet') inSpreadsheet = true;
    if (!inSpreadsheet) return;
    if (name.startsWith('draw:')) shapeDepth += 1;
    if (comment !== null) {
      taking = name === 'dc:creator' ? 'author' : name === 'dc:date' ? 'at' : name === 'text:p' ? 'text' : taking;
      return;
    }
    switch (name) {
      case 'office:annotation':
        comment = { author: '', at: '', text: '' };
        break;
      case 'table:table':
        if (shapeDepth === 0) openTable(attributes);
        break;
      case 'table:table-column':
        if (isCollapsed(attributes['table:visibility']))
          report.hideColumns(repeated(attributes['table:number-columns-repeated'], MAX_COLUMN));
        break;
      case 'table:table-row':
        if (sheet === null) break;
        sheet.rowRepeat = repeated(attributes['table:number-rows-repeated'], MAX_ROW);
        if (isCollapsed(attributes['table:visibility'])) report.hideRows(sheet.rowRepeat);
        break;
      case 'table:table-cell':
      case 'table:covered-table-cell':
        if (shapeDepth === 0) openCell(attributes);
        break;
      case 'text:p':
        inParagraph = true;
        if (shapeDepth > 0) shape = '';
        else cell?.lines.push('');
        break;
      case 'text:s':
        put(' '.repeat(repeated(attributes['text:c'], 1000)));
        break;
      case 'text:tab':
        put('\t');
        break;
      case 'text:line-break':
        put('\n');
    }
  }

  function put(text: string): void {
    if (shapeDepth > 0) shape += text;
    else if (cell !== null && cell.lines.length > 0)
      cell.lines[cell.lines.length - 1] = `${cell.lines.at(-1) ?? ''}${text}`;
  }

  function close(name: string): void {
    if (!inSpreadsheet) return;
    if (name === 'office:spreadsheet') inSpreadsheet = false;
    if (name.startsWith('draw:')) shapeDepth -= 1;
    if (comment !== null) {
      if (name === 'text:p') comment.text += '\n';
      if (name === 'office:annotation') {
        const place = sheet === null ? '' : `${sheet.name}!${columnName(sheet.column)}${sheet.row + 1}: `;
        report.remarks.add('comment', comment.author, comment.at, `${place}${comment.text.trim()}`);
        comment = null;
      }
      if (/^(dc:creator|dc:date|text:p|office:annotation)$/.test(name)) taking = null;
      return;
    }
    if (name === 'text:p') {
      inParagraph = false;
      if (shapeDepth > 0 && shape.trim() !== '') shapes.push(shape.trim());
    } else if (/^table:(covered-)?table-cell$/.test(name) && shapeDepth === 0) closeCell();
    else if (name === 'table:table-row' && shapeDepth === 0) closeRow();
    else if (name === 'table:table' && shapeDepth === 0 && sheet !== null) {
      finished.push(sheet.pages);
      sheet = null;
    }
  }

  const walk = startXmlWalk(bytes, {
    open,
    close,
    text(data) {
      if (comment !== null && taking !== null) comment[taking] += data;
      else if (inParagraph && comment === null) put(data.replace(/[\t\r\n]+/g, ' '));
    },
  });
  const handOn = async () => {
    for (const pages of finished.splice(0)) await pages.end();
    await (sheet as Sheet | null)?.pages.flush();
  };
  while (walk.step()) await handOn();
  await handOn();
  await (sheet as Sheet | null)?.pages.end();
  if (hasRepeats)
    context.warn(`The document repeats some cells or rows more than ${MAX_REPEATED} times; they are given so often.`);
  return { shapes, isWhole: walk.isWhole() };
}

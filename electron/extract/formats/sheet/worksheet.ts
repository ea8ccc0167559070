/** One worksheet of an XLSX workbook, read as a stream: cells as they are shown, row by row. */
import { columnName } from '../../../../shared/domain/sheet.ts';
import { startXmlWalk, type XmlAttributes } from '../../text/xmlWalk.ts';
import { marginWords } from './besideSheet.ts';
import type { SheetPages, SheetRow } from './sheetPages.ts';
import type { SheetReport } from './sheetReport.ts';
import { showNumber } from './shownValue.ts';
import { unescapeControls } from './workbookParts.ts';

export interface WorksheetContext {
  name: string;
  pages: SheetPages;
  report: SheetReport;
  strings: readonly string[];
  formats: readonly (string | number)[];
  date1904: boolean;
}

interface Cell {
  row: number;
  column: number;
  type: string;
  style: number;
  value: string;
  /** Text that stands in the cell itself. */
  inline: string;
}

const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;

/** Returns the words of the sheet's header and footer. */
export async function readWorksheet(
  bytes: Uint8Array,
  context: WorksheetContext,
): Promise<{ margins: string[]; isWhole: boolean }> {
  const { pages, report, name: sheet } = context;
  const margins: string[] = [];
  let row: SheetRow = { row: -1, cells: [] };
  let cell: Cell | null = null;
  let formula = '';
  let taking: 'value' | 'formula' | 'inline' | 'margin' | null = null;
  let margin = '';
  let phonetic = 0;

  function open(name: string, attributes: XmlAttributes): void {
    switch (name) {
      case 'x:row': {
        const stated = Number(attributes.r);
        const next = row.row + 1;
        row = { row: Number.isInteger(stated) && stated > 0 ? Math.min(stated, MAX_ROWS) - 1 : next, cells: [] };
        if (isOn(attributes.hidden)) report.hideRows();
        break;
      }
      case 'x:col':
        if (isOn(attributes.hidden))
          report.hideColumns(
            Math.max(1, Math.min(MAX_COLUMNS, Number(attributes.max) - Number(attributes.min) + 1 || 1)),
          );
        break;
      case 'x:c':
        cell = openCell(attributes, row);
        break;
      case 'x:v':
        taking = 'value';
        break;
      case 'x:f':
        taking = cell === null ? null : 'formula';
        formula = '';
        break;
      case 'x:rPh':
        phonetic += 1;
        break;
      case 'x:t':
        taking = cell !== null && phonetic === 0 ? 'inline' : null;
        break;
      default:
        if (/^x:(odd|even|first)(Header|Footer)$/.test(name)) {
          taking = 'margin';
          margin = '';
        }
    }
  }

  function close(name: string): void {
    if (name === 'x:row') {
      row.cells.sort((a, b) => a.column - b.column);
      pages.add(row);
    } else if (name === 'x:c') {
      if (cell !== null) {
        const text = shownText(cell, context);
        if (text !== '') row.cells.push({ column: cell.column, text });
      }
      cell = null;
    } else if (name === 'x:f' && cell !== null) {
      const { row: at, column } = cell;
      report.formulas.add(() => `${sheet}!${columnName(column)}${at + 1}`, formula);
    } else if (name === 'x:rPh') phonetic -= 1;
    else if (taking === 'margin') {
      const words = marginWords(margin);
      if (words !== '' && !margins.includes(words)) margins.push(words);
    }
    taking = null;
  }

  const walk = startXmlWalk(bytes, {
    open,
    close,
    text(data) {
      if (taking === null) return;
      if (taking === 'margin') margin += data;
      else if (taking === 'formula') formula += data;
      else if (cell !== null) cell[taking] += data;
    },
  });
  while (walk.step()) await pages.flush();
  await pages.end();
  return { margins, isWhole: walk.isWhole() };
}

function openCell(attributes: XmlAttributes, row: SheetRow): Cell {
  const place = /^([A-Z]{1,3})(\d{1,7})$/.exec(attributes.r ?? '');
  const last = row.cells.at(-1)?.column ?? -1;
  const column = place?.[1] === undefined ? last + 1 : Math.min(columnIndex(place[1]), MAX_COLUMNS - 1);
  return { row: row.row, column, type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), value: '', inline: '' };
}

export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

function shownText({ type, style, value, inline }: Cell, context: WorksheetContext): string {
  switch (type) {
    case 's':
      return context.strings[Number(value)] ?? '';
    case 'inlineStr':
      return unescapeControls(inline);
    case 'str':
      return unescapeControls(value);
    case 'b':
      return value === '' ? '' : /^(1|true)$/.test(value) ? 'TRUE' : 'FALSE';
    case 'e':
    case 'd':
      return value;
    default: {
      const number = Number(value);
      if (value.trim() === '' || !Number.isFinite(number)) return value || unescapeControls(inline);
      return showNumber(number, context.formats[style] ?? 'General', context.date1904);
    }
  }
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

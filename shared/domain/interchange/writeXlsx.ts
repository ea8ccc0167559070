/**
 * A workbook with a sheet a schema, part by part as text; whoever writes files puts them into a ZIP. Every cell is text: nothing
 * that a stranger wrote can be taken for a formula.
 */
import { columnName } from '../sheet.ts';
import type { LeavingEntities } from './interchangeEntity.ts';
import { tableColumns, tableRow } from './writeTable.ts';
import { XML_HEAD, xmlAttributes, xmlText } from './xml.ts';

export interface WorkbookPart {
  name: string;
  text: Iterable<string>;
}

/** What Excel opens. */
const MAX_CELL_CHARS = 32_767;
const MAX_SHEET_NAME_CHARS = 31;
const MAX_ROWS = 1_048_576;

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** @param shortened is told of each cell that Excel could not hold whole, and each row that no sheet has room for */
export function writeXlsx(source: LeavingEntities, shortened: (sentence: string) => void): WorkbookPart[] {
  const schemata = new Set<string>();
  for (const { schema } of source.entities()) schemata.add(schema);
  const sheets = [...schemata].sort().map((schema, at) => ({ schema, id: `rId${at + 1}`, part: `sheet${at + 1}.xml` }));
  // A workbook has a sheet at least.
  if (sheets.length === 0) sheets.push({ schema: 'Thing', id: 'rId1', part: 'sheet1.xml' });
  return [
    { name: '[Content_Types].xml', text: [contentTypes(sheets.map(({ part }) => part))] },
    { name: '_rels/.rels', text: [relationships([{ id: 'rId1', type: 'officeDocument', target: 'xl/workbook.xml' }])] },
    { name: 'xl/workbook.xml', text: [workbook(sheets)] },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: [relationships(sheets.map(({ id, part }) => ({ id, type: 'worksheet', target: `worksheets/${part}` })))],
    },
    ...sheets.map(({ schema, part }) => ({
      name: `xl/worksheets/${part}`,
      text: sheetXml(source, schema, shortened),
    })),
  ];
}

function contentTypes(parts: readonly string[]): string {
  const overrides = parts
    .map(part => `<Override PartName="/xl/worksheets/${part}" ContentType="${SHEET_TYPE}.worksheet+xml"/>`)
    .join('');
  return `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/>${overrides}</Types>`;
}

function relationships(links: readonly { id: string; type: string; target: string }[]): string {
  const each = links
    .map(({ id, type, target }) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join('');
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each}</Relationships>`;
}

function workbook(sheets: readonly { schema: string; id: string }[]): string {
  const each = sheets
    .map(
      ({ schema, id }, at) =>
        `<sheet${xmlAttributes({ name: sheetName(schema), sheetId: String(at + 1), 'r:id': id })}/>`,
    )
    .join('');
  return `${XML_HEAD}<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets>${each}</sheets></workbook>`;
}

/** Of the schema, which is its own in a workbook; labels may not be. */
function sheetName(schema: string): string {
  return schema.replace(/[\\/?*[\]:]/g, ' ').slice(0, MAX_SHEET_NAME_CHARS);
}

function* sheetXml(source: LeavingEntities, schema: string, shortened: (sentence: string) => void): Generator<string> {
  const columns = tableColumns(source.entities(schema));
  yield `${XML_HEAD}<worksheet xmlns="${SHEET}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;
  yield rowXml(1, columns, shortened);
  let row = 1;
  for (const entity of source.entities(schema)) {
    row += 1;
    if (row <= MAX_ROWS) yield rowXml(row, tableRow(entity, columns), shortened);
    else shortened(`${entity.caption} has no room: a sheet holds ${MAX_ROWS} rows.`);
  }
  yield '</sheetData></worksheet>';
}

function rowXml(row: number, cells: readonly string[], shortened: (sentence: string) => void): string {
  const each = cells.map((cell, column) => {
    if (cell === '') return '';
    const reference = `${columnName(column)}${row}`;
    if (cell.length > MAX_CELL_CHARS) shortened(`The cell ${reference} is longer than Excel can hold; its end is cut.`);
    return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cellXml(cell))}</t></is></c>`;
  });
  return `<row r="${row}">${each.join('')}</row>`;
}

/** Excel reads `_x0041_` as a sign by its number: where that stands in the words, its own beginning is written so. */
function cellXml(cell: string): string {
  return cell.slice(0, MAX_CELL_CHARS).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

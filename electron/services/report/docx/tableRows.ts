/**
 * The rows of tables as Word's XML, written here: the library holds some thirty objects for a cell until the whole document is
 * text, and a table of a thousand exhibits took 200 MB so. It still makes the table and its head.
 */
import type { ReportRun, ReportTextRun } from '../../../../shared/domain/report/index.ts';

/** No text can be taken for it, since a text's brackets are escaped. */
const END_OF_TABLE = '</w:tbl>';

/** Puts the rows of the first table at its end, those of the second at the end of the second, and so on. */
export function withRows(xml: string, tables: readonly string[]): string {
  const parts = xml.split(END_OF_TABLE);
  if (parts.length !== tables.length + 1) throw new Error('a table of the report has no place in the Word file');
  return parts.map((part, at) => (at < tables.length ? `${part}${tables[at]}${END_OF_TABLE}` : part)).join('');
}

export interface RowShape {
  /** Of each column, in twentieths of a point. */
  widths: readonly number[];
  /** The font of a column, where it has one of its own. */
  fonts: readonly (string | undefined)[];
}

export function rowXml(cells: readonly (readonly ReportRun[])[], { widths, fonts }: RowShape): string {
  const written = cells.map(
    (runs, at) =>
      `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${widths[at] ?? 0}"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr>${runsXml(runs, fonts[at])}</w:p></w:tc>`,
  );
  return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${written.join('')}</w:tr>`;
}

/** As `toRuns` has them. */
function runsXml(runs: readonly ReportRun[], font: string | undefined): string {
  return runs
    .map((run, at) => {
      if (run.type === 'text') return textXml(run, font);
      const call = `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="${run.n}"/></w:r>`;
      return runs[at - 1]?.type === 'footnote' ? COMMA + call : call;
    })
    .join('');
}

const COMMA = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t xml:space="preserve">, </w:t></w:r>';

function textXml({ text, bold, italic }: ReportTextRun, font: string | undefined): string {
  const properties = `${fontXml(font)}${switchXml('b', bold)}${switchXml('i', italic)}`;
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
}

function fontXml(font: string | undefined): string {
  return font === undefined
    ? ''
    : `<w:rFonts w:ascii="${font}" w:cs="${font}" w:eastAsia="${font}" w:hAnsi="${font}"/>`;
}

/** For letters of all scripts: Word asks for each twice. */
function switchXml(letter: 'b' | 'i', on: boolean | undefined): string {
  if (on === undefined) return '';
  const value = on ? '' : ' w:val="false"';
  return `<w:${letter}${value}/><w:${letter}Cs${value}/>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '"': '&quot;', "'": '&apos;', '<': '&lt;', '>': '&gt;' };

/** What XML cannot hold at all is left out. */
function escaped(text: string): string {
  return text.replace(/[&"'<>\x00-\x08\x0B\x0C\x0E-\x1F]/g, sign => ENTITIES[sign] ?? '');
}

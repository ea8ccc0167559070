/** The parts of an XLSX workbook that its sheets rest on: their names and order, the shared strings, the number formats. */
import { walkXml } from '../../text/xmlWalk.ts';
import type { OfficePackage } from '../office/officePackage.ts';
import { readRelationships } from '../office/relationships.ts';

export interface WorkbookSheet {
  name: string;
  isHidden: boolean;
  part: string;
}

export interface Workbook {
  sheets: WorkbookSheet[];
  date1904: boolean;
}

export async function readWorkbook(pack: OfficePackage, part: string, bytes: Uint8Array): Promise<Workbook> {
  const targets = new Map((await readRelationships(pack, part)).map(one => [one.id, one.target]));
  const workbook: Workbook = { sheets: [], date1904: false };
  walkXml(bytes, {
    open(name, attributes) {
      if (name === 'x:workbookPr') workbook.date1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      else if (name === 'x:sheet')
        workbook.sheets.push({
          name: attributes.name ?? '',
          isHidden: (attributes.state ?? 'visible') !== 'visible',
          part: targets.get(attributes['r:id'] ?? '') ?? '',
        });
    },
  });
  return workbook;
}

export function readSharedStrings(bytes: Uint8Array | undefined): string[] {
  const strings: string[] = [];
  if (bytes === undefined) return strings;
  let text = '';
  let inText = false;
  let phonetic = 0;
  walkXml(bytes, {
    open(name) {
      if (name === 'x:si') text = '';
      else if (name === 'x:rPh') phonetic += 1;
      else inText = name === 'x:t' && phonetic === 0;
    },
    text(data) {
      if (inText) text += data;
    },
    close(name) {
      inText = false;
      if (name === 'x:rPh') phonetic -= 1;
      else if (name === 'x:si') strings.push(unescapeControls(text));
    },
  });
  return strings;
}

/** `_x000D_`: how workbooks write what XML cannot hold. */
export function unescapeControls(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}

/** The format of each cell style: its own words, or the number of a built-in one. */
export function readCellFormats(bytes: Uint8Array | undefined): (string | number)[] {
  const formats: (string | number)[] = [];
  const own = new Map<number, string>();
  if (bytes === undefined) return formats;
  let inCellStyles = false;
  walkXml(bytes, {
    open(name, attributes) {
      if (name === 'x:numFmt' && !inCellStyles)
        own.set(Number(attributes.numFmtId), attributes.formatCode ?? 'General');
      else if (name === 'x:cellXfs') inCellStyles = true;
      else if (name === 'x:xf' && inCellStyles) {
        const id = Number(attributes.numFmtId ?? 0) || 0;
        formats.push(own.get(id) ?? id);
      }
    },
    close(name) {
      if (name === 'x:cellXfs') inCellStyles = false;
    },
  });
  return formats;
}

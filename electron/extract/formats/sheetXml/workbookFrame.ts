/**
 * What must be known of a SpreadsheetML workbook before its cells are read: how values are shown, and what is said of a
 * sheet only after its cells.
 */
import { walkXml, type XmlAttributes } from '../../text/xmlWalk.ts';
import { openXmlProperties, type XmlProperties } from '../office/xmlProperties.ts';
import { marginWords } from '../sheet/besideSheet.ts';
import type { SheetName } from '../sheet/sheetPages.ts';

export interface FramedSheet extends SheetName {
  /** Words of its header and footer. */
  margins: string[];
}

export interface WorkbookFrame {
  sheets: FramedSheet[];
  /** The number format of a style, also of those that it is based on. */
  formatOf(style: string | undefined): string | number;
  date1904: boolean;
  rowCount: number;
  /** Queries and other books; none is opened. */
  connections: string[];
  properties: ReturnType<XmlProperties['result']>;
}

/** Formats that go by a name. What a currency is depends on the reader's computer, so none is shown. */
const NAMED_FORMATS: Readonly<Record<string, string | number>> = {
  General: 'General',
  'General Number': 'General',
  'General Date': 22,
  'Long Date': 'dddd, mmmm dd, yyyy',
  'Medium Date': 15,
  'Short Date': 14,
  'Long Time': 19,
  'Medium Time': 18,
  'Short Time': 20,
  Currency: '#,##0.00',
  'Euro Currency': '"€"#,##0.00',
  Fixed: '0.00',
  Standard: '#,##0.00',
  Percent: '0.00%',
  Scientific: '0.00E+00',
  'Yes/No': '"Yes";"Yes";"No"',
  'True/False': '"True";"True";"False"',
  'On/Off': '"On";"On";"Off"',
};
const DEFAULT_STYLE = 'Default';
const MAX_BASES = 20;
const MAX_CONNECTIONS = 1000;
const CONNECTION = /^(Connection|CommandText|Path|URL|URLString|DDEService|DDETopic)$/;

export function readWorkbookFrame(bytes: Uint8Array): WorkbookFrame {
  const styles = new Map<string, { parent: string | undefined; format: string | number | undefined }>();
  const properties = openXmlProperties();
  const connections: string[] = [];
  const sheets: FramedSheet[] = [];
  let date1904 = false;
  let rowCount = 0;
  let style = '';
  let taken: string | null = null;

  walkXml(bytes, {
    open(name, attributes) {
      properties.open(name, attributes);
      const local = name.replace(/^.*:/, '');
      taken = local === 'Visible' || CONNECTION.test(local) ? '' : null;
      const sheet = sheets.at(-1);
      if (name === 'ss:Style') {
        style = stated(attributes, 'ID') ?? '';
        styles.set(style, { parent: stated(attributes, 'Parent'), format: undefined });
      } else if (name === 'ss:NumberFormat') {
        const code = stated(attributes, 'Format');
        const found = styles.get(style);
        if (code !== undefined && found !== undefined) found.format = NAMED_FORMATS[code] ?? code;
      } else if (name === 'ss:Worksheet') {
        sheets.push({ name: stated(attributes, 'Name') ?? '', isHidden: false, margins: [] });
      } else if (name === 'ss:Row') rowCount += 1;
      else if (local === 'Date1904') date1904 = true;
      else if ((local === 'Header' || local === 'Footer') && sheet !== undefined) {
        const words = marginWords(attributes['x:Data'] ?? attributes.Data ?? '');
        if (words !== '' && !sheet.margins.includes(words)) sheet.margins.push(words);
      }
    },
    text(data) {
      properties.text(data);
      if (taken !== null) taken += data;
    },
    close(name) {
      properties.close(name);
      const value = taken?.trim() ?? '';
      taken = null;
      if (value === '') return;
      const sheet = sheets.at(-1);
      if (!name.endsWith('Visible')) {
        if (connections.length < MAX_CONNECTIONS) connections.push(value);
      } else if (sheet !== undefined && /^Sheet(Very)?Hidden$/.test(value)) sheet.isHidden = true;
    },
  });

  function formatOf(named: string | undefined): string | number {
    let at = named ?? DEFAULT_STYLE;
    for (let bases = 0; bases < MAX_BASES; bases += 1) {
      const found = styles.get(at);
      if (found?.format !== undefined) return found.format;
      if (at === DEFAULT_STYLE) break;
      at = found?.parent ?? DEFAULT_STYLE;
    }
    return 'General';
  }

  return { sheets, formatOf, date1904, rowCount, connections, properties: properties.result() };
}

/** Attributes belong to the workbook's namespace; some writers leave the prefix out. */
export function stated(attributes: XmlAttributes, name: string): string | undefined {
  return attributes[`ss:${name}`] ?? attributes[name];
}

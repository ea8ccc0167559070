/** Writes small XLSX, PPTX and OpenDocument files part by part. All names in them are invented, for exercise. */
import { strToU8, zipSync } from 'fflate';

export type Parts = Record<string, string | Uint8Array>;

export function zipOf(parts: Parts, level: 0 | 6 = 6): Uint8Array {
  const files = Object.entries(parts).map(([name, content]) => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  return zipSync(Object.fromEntries(files), { level });
}

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export function relationships(...list: [id: string, type: string, target: string, mode?: 'External'][]): string {
  const tags = list.map(
    ([id, type, target, mode]) =>
      `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"${mode === undefined ? '' : ` TargetMode="${mode}"`}/>`,
  );
  return `<?xml version="1.0"?><Relationships xmlns="${PACKAGE}/relationships">${tags.join('')}</Relationships>`;
}

export const SHEET_NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export interface SheetSource {
  name: string;
  /** Rows of the sheet's XML, or the whole of `sheetData`. */
  rows: string;
  state?: 'hidden' | 'veryHidden';
  /** XML before and after the rows. */
  before?: string;
  after?: string;
}

export function makeXlsx(sheets: SheetSource[], more: Parts = {}): Uint8Array {
  const names = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="s${at + 1}"/>`,
  );
  const parts: Parts = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': relationships(['r1', 'officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<workbook xmlns="${SHEET_NAMESPACE}" xmlns:r="${OFFICE}"><sheets>${names.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(
      ...sheets.map((_, at): [string, string, string] => [`s${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`]),
    ),
  };
  sheets.forEach(({ rows, before = '', after = '' }, at) => {
    parts[`xl/worksheets/sheet${at + 1}.xml`] =
      `<worksheet xmlns="${SHEET_NAMESPACE}" xmlns:r="${OFFICE}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
  });
  return zipOf({ ...parts, ...more });
}

/** A row of text cells from column A on. */
export function textRow(row: number, ...texts: string[]): string {
  const cells = texts.map(
    (text, at) => `<c r="${String.fromCharCode(65 + at)}${row}" t="inlineStr"><is><t>${text}</t></is></c>`,
  );
  return `<row r="${row}">${cells.join('')}</row>`;
}

const DRAWING = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
const PRESENTATION = `xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" ${DRAWING} xmlns:r="${OFFICE}"`;

export function shape(text: string, placeholder = ''): string {
  const mark = placeholder === '' ? '' : `<p:nvPr><p:ph type="${placeholder}"/></p:nvPr>`;
  return `<p:sp><p:nvSpPr>${mark}</p:nvSpPr><p:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`;
}

export interface SlideSource {
  shapes: string;
  notes?: string;
  isHidden?: boolean;
  /** Relationships beside the notes. */
  more?: [id: string, type: string, target: string, mode?: 'External'][];
}

export function makePptx(slides: SlideSource[], more: Parts = {}): Uint8Array {
  const parts: Parts = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"/>`,
    '_rels/.rels': relationships(['r1', 'officeDocument', 'ppt/presentation.xml']),
    'ppt/presentation.xml': `<p:presentation ${PRESENTATION}><p:sldIdLst>${slides
      .map((_, at) => `<p:sldId id="${256 + at}" r:id="s${at}"/>`)
      .join('')}</p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relationships(
      // Named against their order, which only the list above tells.
      ...slides.map((_, at): [string, string, string] => [`s${at}`, 'slide', `slides/slide${slides.length - at}.xml`]),
    ),
  };
  slides.forEach(({ shapes, notes, isHidden, more: others = [] }, at) => {
    const number = slides.length - at;
    parts[`ppt/slides/slide${number}.xml`] =
      `<p:sld ${PRESENTATION}${isHidden === true ? ' show="0"' : ''}><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld></p:sld>`;
    const list = [...others];
    if (notes !== undefined) {
      list.push(['n', 'notesSlide', `../notesSlides/notesSlide${number}.xml`]);
      parts[`ppt/notesSlides/notesSlide${number}.xml`] =
        `<p:notes ${PRESENTATION}><p:cSld><p:spTree>${shape('7', 'sldNum')}${shape(notes, 'body')}</p:spTree></p:cSld></p:notes>`;
    }
    if (list.length > 0) parts[`ppt/slides/_rels/slide${number}.xml.rels`] = relationships(...list);
  });
  return zipOf({ ...parts, ...more });
}

const ODF = 'urn:oasis:names:tc:opendocument:xmlns:';
const ODF_NAMESPACES = [
  ...['office', 'text', 'table', 'style', 'meta', 'presentation'].map(name => `xmlns:${name}="${ODF}${name}:1.0"`),
  `xmlns:draw="${ODF}drawing:1.0"`,
  `xmlns:fo="${ODF}xsl-fo-compatible:1.0"`,
  `xmlns:svg="${ODF}svg-compatible:1.0"`,
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
].join(' ');

export type OpenDocumentKind = 'text' | 'spreadsheet' | 'presentation';

export function openDocumentXml(body: string, styles = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${ODF_NAMESPACES}><office:automatic-styles>${styles}</office:automatic-styles><office:body>${body}</office:body></office:document-content>`;
}

/** @param body with the element of the kind around it: `<office:text>…</office:text>` */
export function makeOpenDocument(
  kind: OpenDocumentKind,
  body: string,
  { styles = '', more = {}, manifest = '' }: { styles?: string; more?: Parts; manifest?: string } = {},
): Uint8Array {
  const mediaType = `application/vnd.oasis.opendocument.${kind}`;
  const parts: Parts = {
    'content.xml': openDocumentXml(body, styles),
    'META-INF/manifest.xml': `<manifest:manifest xmlns:manifest="${ODF}manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="${mediaType}"/>${manifest}</manifest:manifest>`,
    ...more,
  };
  const files = Object.entries(parts).map(([name, content]): [string, Uint8Array] => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  return zipSync({ mimetype: [strToU8(mediaType), { level: 0 }], ...Object.fromEntries(files) });
}

/** Writes an expanded size of 1000 into every entry of a ZIP's directory and every local header. */
export function understateSizes(zip: Uint8Array): Uint8Array {
  const lying = zip.slice();
  const view = new DataView(lying.buffer);
  for (let at = 0; at + 46 < lying.byteLength; at += 1) {
    const signature = view.getUint32(at, true);
    if (signature === 0x02014b50) view.setUint32(at + 24, 1000, true);
    if (signature === 0x04034b50) view.setUint32(at + 22, 1000, true);
  }
  return lying;
}

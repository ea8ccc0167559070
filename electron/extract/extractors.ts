/**
 * Which extractor reads which type. This is the seam for further formats: add a line and a file in `formats/`. Each is
 * loaded when its first document comes, so that a process that sees only mail never loads PDFium. An entry may as well
 * produce another kind of rendition (OCR): the method stands on each page.
 */
import type { Extractor } from './extractor.ts';

type Load = () => Promise<Extractor>;

export interface ExtractorEntry {
  load: Load;
  /** Reads piece by piece, so that documents above `maxParseBytes` can be read too. */
  streams: boolean;
}

const pdf: Load = async () => (await import('./formats/pdf.ts')).extractPdf;
const text: Load = async () => (await import('./formats/text.ts')).extractText;
const html: Load = async () => (await import('./formats/html.ts')).extractHtml;
const docx: Load = async () => (await import('./formats/docx.ts')).extractDocx;
const sheet: Load = async () => (await import('./formats/sheet.ts')).extractSheet;
const xlsb: Load = async () => (await import('./formats/sheetBinary.ts')).extractXlsb;
const sheetXml: Load = async () => (await import('./formats/sheetXml.ts')).extractSheetXml;
const wordXml: Load = async () => (await import('./formats/wordXml.ts')).extractWordXml;
const table: Load = async () => (await import('./formats/sheetText.ts')).extractSheetText;
const slides: Load = async () => (await import('./formats/slides.ts')).extractSlides;
const openDocument: Load = async () => (await import('./formats/openDocument.ts')).extractOpenDocument;
const rtf: Load = async () => (await import('./formats/rtf.ts')).extractRtf;
const xls: Load = async () => (await import('./formats/oldWorkbook.ts')).extractOldWorkbook;
const doc: Load = async () => (await import('./formats/doc.ts')).extractDoc;
const ole: Load = async () => (await import('./formats/olePackage.ts')).extractOlePackage;
const ppt: Load = async () => (await import('./formats/ppt.ts')).extractPpt;
const encrypted: Load = async () => (await import('./formats/encryptedOffice.ts')).extractEncrypted;
const hwp: Load = async () => (await import('./formats/hwp.ts')).extractHwp;
const hwpx: Load = async () => (await import('./formats/hwpx.ts')).extractHwpx;
const mail: Load = async () => (await import('./formats/mail.ts')).extractMail;
const msg: Load = async () => (await import('./formats/msg.ts')).extractMsg;
const mhtml: Load = async () => (await import('./formats/mhtml.ts')).extractMhtml;
const tnef: Load = async () => (await import('./formats/tnef.ts')).extractTnef;
const warc: Load = async () => (await import('./formats/webArchive.ts')).extractWarc;
const wacz: Load = async () => (await import('./formats/webArchive.ts')).extractWacz;
const pst: Load = async () => (await import('./formats/pst.ts')).extractPst;
const mbox: Load = async () => (await import('./formats/mbox.ts')).extractMbox;
const picture: Load = async () => (await import('./formats/picture.ts')).extractPicture;
const geoJson: Load = async () => (await import('./formats/mapGeoJson.ts')).extractGeoJson;
const kml: Load = async () => (await import('./formats/mapKml.ts')).extractKml;
const kmz: Load = async () => (await import('./formats/mapKml.ts')).extractKmz;
const gpx: Load = async () => (await import('./formats/mapGpx.ts')).extractGpx;
const entityLines: Load = async () => (await import('./formats/entityLines.ts')).extractEntityLines;
const zip: Load = async () => (await import('./formats/archive.ts')).extractZip;
const tar: Load = async () => (await import('./formats/archive.ts')).extractTar;
const compressed: Load = async () => (await import('./formats/archive.ts')).extractCompressed;
const solidArchive: Load = async () => (await import('./formats/archive.ts')).extractSolidArchive;

const EXTRACTORS: ReadonlyMap<string, Load> = new Map([
  ['application/pdf', pdf],
  ['text/plain', text],
  ['text/csv', table],
  ['text/tab-separated-values', table],
  ['application/xml', text],
  ['application/json', text],
  // Shown as its source: a drawing that could run scripts is not drawn.
  ['image/svg+xml', text],
  ['text/html', html],
  ['application/xhtml+xml', html],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', docx],
  ['application/vnd.ms-word.document.macroenabled.12', docx],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.template', docx],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', sheet],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.template', sheet],
  ['application/vnd.ms-excel.sheet.macroenabled.12', sheet],
  ['application/vnd.ms-excel.template.macroenabled.12', sheet],
  ['application/vnd.ms-excel.sheet.binary.macroenabled.12', xlsb],
  ['application/vnd.ms-excel', xls],
  ['application/vnd.ms-excel.2003+xml', sheetXml],
  ['application/vnd.ms-word.2003+xml', wordXml],
  ['application/rtf', rtf],
  ['application/vnd.oasis.opendocument.text', openDocument],
  ['application/vnd.oasis.opendocument.text-template', openDocument],
  ['application/vnd.oasis.opendocument.text-master', openDocument],
  ['application/vnd.oasis.opendocument.text-web', openDocument],
  ['application/vnd.oasis.opendocument.spreadsheet', openDocument],
  ['application/vnd.oasis.opendocument.spreadsheet-template', openDocument],
  ['application/vnd.oasis.opendocument.presentation', openDocument],
  ['application/vnd.oasis.opendocument.presentation-template', openDocument],
  ['application/vnd.oasis.opendocument.graphics', openDocument],
  ['application/vnd.oasis.opendocument.graphics-template', openDocument],
  ['application/vnd.oasis.opendocument.chart', openDocument],
  ['application/vnd.oasis.opendocument.formula', openDocument],
  ['application/vnd.oasis.opendocument.text-flat-xml', openDocument],
  ['application/vnd.oasis.opendocument.spreadsheet-flat-xml', openDocument],
  ['application/vnd.oasis.opendocument.presentation-flat-xml', openDocument],
  ['application/vnd.oasis.opendocument.graphics-flat-xml', openDocument],
  ['application/vnd.openxmlformats-officedocument.presentationml.presentation', slides],
  ['application/vnd.openxmlformats-officedocument.presentationml.slideshow', slides],
  ['application/vnd.openxmlformats-officedocument.presentationml.template', slides],
  ['application/vnd.ms-powerpoint.presentation.macroenabled.12', slides],
  ['application/vnd.ms-powerpoint.slideshow.macroenabled.12', slides],
  ['application/msword', doc],
  ['application/x-ole-package', ole],
  ['application/vnd.visio', ole],
  ['application/x-mspublisher', ole],
  ['application/vnd.ms-works', ole],
  ['application/vnd.ms-project', ole],
  ['application/vnd.ms-equation', ole],
  ['application/x-msi', ole],
  ['application/x-js-taro', ole],
  ['application/vnd.ms-powerpoint', ppt],
  ['application/vnd.openxmlformats-officedocument.encrypted', encrypted],
  ['application/x-hwp', hwp],
  ['application/hwp+zip', hwpx],
  ['application/x-ole-storage', ole],
  ['message/rfc822', mail],
  ['multipart/related', mhtml],
  ['application/ms-tnef', tnef],
  ['application/mbox', mbox],
  ['application/vnd.ms-outlook-pst', pst],
  ['application/warc', warc],
  ['application/wacz', wacz],
  ['application/vnd.ms-outlook', msg],
  ['text/vcard', text],
  ['text/calendar', text],
  ['image/png', picture],
  ['image/jpeg', picture],
  ['image/gif', picture],
  ['image/webp', picture],
  ['image/tiff', picture],
  ['image/bmp', picture],
  ['image/apng', picture],
  ['image/jp2', picture],
  ['image/heic', picture],
  ['image/heif', picture],
  ['image/heic-sequence', picture],
  ['image/heif-sequence', picture],
  ['image/avif', picture],
  ['application/geo+json', geoJson],
  ['application/vnd.google-earth.kml+xml', kml],
  ['application/vnd.google-earth.kmz', kmz],
  ['application/gpx+xml', gpx],
  ['application/json+ftm', entityLines],
  ['application/zip', zip],
  ['application/java-archive', zip],
  ['application/epub+zip', zip],
  ['application/x-tar', tar],
  ['application/gzip', compressed],
  ['application/x-bzip2', compressed],
  ['application/x-xz', compressed],
  ['application/x-lz4', compressed],
  ['application/x-compress', compressed],
  ['application/x-7z-compressed', solidArchive],
  ['application/x-rar-compressed', solidArchive],
  ['application/vnd.ms-cab-compressed', solidArchive],
  ['application/x-lzh-compressed', solidArchive],
  ['application/x-iso9660-image', solidArchive],
  ['application/x-cpio', solidArchive],
  ['application/x-unix-archive', solidArchive],
  ['application/x-deb', solidArchive],
]);

/** Those that never hold the document whole. */
const STREAMING: ReadonlySet<Load> = new Set([mbox, warc, wacz, table, geoJson, entityLines, zip, tar, compressed]);

export function extractorFor(mediaType: string): ExtractorEntry | undefined {
  const load = EXTRACTORS.get(mediaType);
  return load === undefined ? undefined : { load, streams: STREAMING.has(load) };
}

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
const mail: Load = async () => (await import('./formats/mail.ts')).extractMail;
const picture: Load = async () => (await import('./formats/picture.ts')).extractPicture;

const EXTRACTORS: ReadonlyMap<string, Load> = new Map([
  ['application/pdf', pdf],
  ['text/plain', text],
  ['text/csv', text],
  ['text/tab-separated-values', text],
  ['application/xml', text],
  ['application/json', text],
  ['text/html', html],
  ['application/xhtml+xml', html],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', docx],
  ['application/vnd.ms-word.document.macroenabled.12', docx],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.template', docx],
  ['message/rfc822', mail],
  ['multipart/related', mail],
  ['image/png', picture],
  ['image/jpeg', picture],
  ['image/gif', picture],
  ['image/webp', picture],
  ['image/tiff', picture],
  ['image/bmp', picture],
]);

/** Those that never hold the document whole. */
const STREAMING: ReadonlySet<Load> = new Set();

export function extractorFor(mediaType: string): ExtractorEntry | undefined {
  const load = EXTRACTORS.get(mediaType);
  return load === undefined ? undefined : { load, streams: STREAMING.has(load) };
}

/** The name under which an exhibit's bytes stand in a bundle: our number, and a suffix that follows from the bytes. */
import { type Exhibit, exhibitNumber } from '../../../shared/domain/exhibit.ts';

/** By detected type, never by the suffix that came with the file: `invoice.pdf.exe` must not be opened by a double click. */
const suffixes: Record<string, string> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/msword': 'doc',
  'application/rtf': 'rtf',
  'application/json': 'json',
  'application/xml': 'xml',
  'application/zip': 'zip',
  'application/mbox': 'mbox',
  'image/bmp': 'bmp',
  'image/gif': 'gif',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/tiff': 'tif',
  'image/webp': 'webp',
  'message/rfc822': 'eml',
  'multipart/related': 'mhtml',
  'text/csv': 'csv',
  'text/html': 'html',
  'text/plain': 'txt',
  'text/tab-separated-values': 'tsv',
};

export function exhibitFileName({ number, mediaType }: Pick<Exhibit, 'number' | 'mediaType'>): string {
  return `${exhibitNumber(number)}.${suffixes[mediaType] ?? 'bin'}`;
}

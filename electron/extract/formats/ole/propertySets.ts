/** The property sets of OLE documents ([MS-OLEPS]): author, title, dates, company and what people added themselves. */
import type { CompoundFile } from '../../cfb.ts';
import { fileTime } from '../../cfbDirectory.ts';
import { viewOf } from '../../cfbSectors.ts';
import { decodeCodePage } from './codePage.ts';

const SUMMARY: Record<number, string> = {
  2: 'title',
  3: 'subject',
  4: 'author',
  5: 'keywords',
  6: 'description',
  7: 'template',
  8: 'lastModifiedBy',
  9: 'revision',
  10: 'totalEditingMinutes',
  11: 'lastPrinted',
  12: 'created',
  13: 'modified',
  14: 'pages',
  15: 'words',
  18: 'application',
};
const DOCUMENT_SUMMARY: Record<number, string> = { 2: 'category', 14: 'manager', 15: 'company', 27: 'status' };
const STREAMS: [name: string, names: Record<number, string>][] = [
  ['\u0005SummaryInformation', SUMMARY],
  ['\u0005DocumentSummaryInformation', DOCUMENT_SUMMARY],
  // Hangul keeps its own version where others count revisions, and no count of pages.
  ['\u0005HwpSummaryInformation', { ...SUMMARY, 9: 'application', 14: '' }],
];
const DICTIONARY = 0;
const CODE_PAGE = 1;
const EDITING_TIME = 10;
const MAX_PROPERTIES = 1000;
const MAX_SETS = 8;

export async function readProperties(file: CompoundFile): Promise<Record<string, string>> {
  const found = new Map<string, string>();
  for (const [name, names] of STREAMS) {
    const stream = file.find(name);
    if (stream === undefined) continue;
    for (const [key, value] of parsePropertySets(await file.read(stream), names)) {
      if (!found.has(key)) found.set(key, value);
    }
  }
  return Object.fromEntries(found);
}

/** The first set has known names, the following ones those of their dictionary. What is damaged is left out. */
export function parsePropertySets(bytes: Uint8Array, names: Record<number, string>): Map<string, string> {
  const found = new Map<string, string>();
  try {
    const view = viewOf(bytes);
    const sets = Math.min(MAX_SETS, view.getUint32(24, true));
    for (let index = 0; index < sets; index += 1) {
      readSet(bytes, view.getUint32(28 + index * 20 + 16, true), index === 0 ? names : null, found);
    }
  } catch {
    // Cut short: what was read before stands.
  }
  return found;
}

function readSet(bytes: Uint8Array, start: number, names: Record<number, string> | null, found: Map<string, string>) {
  const view = viewOf(bytes);
  const count = Math.min(MAX_PROPERTIES, view.getUint32(start + 4, true));
  const offsets = new Map<number, number>();
  for (let index = 0; index < count; index += 1) {
    offsets.set(view.getUint32(start + 8 + index * 8, true), start + view.getUint32(start + 8 + index * 8 + 4, true));
  }
  const pageAt = offsets.get(CODE_PAGE);
  const codePage = pageAt === undefined ? 1252 : view.getUint16(pageAt + 4, true);
  const dictionary = names === null ? readDictionary(bytes, offsets.get(DICTIONARY), codePage) : null;
  for (const [id, at] of offsets) {
    if (id === DICTIONARY || id === CODE_PAGE) continue;
    const own = dictionary?.get(id);
    const key = own === undefined ? names?.[id] : `custom: ${own}`;
    if (key === undefined || key === '') continue;
    const value = id === EDITING_TIME && own === undefined ? minutes(view, at) : propertyValue(bytes, at, codePage);
    if (value !== null && value.trim() !== '') found.set(key, value.trim());
  }
}

function readDictionary(bytes: Uint8Array, start: number | undefined, codePage: number): Map<number, string> {
  const found = new Map<number, string>();
  if (start === undefined) return found;
  const view = viewOf(bytes);
  const count = Math.min(MAX_PROPERTIES, view.getUint32(start, true));
  let at = start + 4;
  for (let index = 0; index < count; index += 1) {
    const id = view.getUint32(at, true);
    const length = view.getUint32(at + 4, true) * (codePage === 1200 ? 2 : 1);
    const name = decodeCodePage(bytes.subarray(at + 8, at + 8 + length), codePage).replace(/\0.*$/s, '');
    if (name !== '') found.set(id, name);
    at += 8 + (codePage === 1200 ? Math.ceil(length / 4) * 4 : length);
  }
  return found;
}

function propertyValue(bytes: Uint8Array, at: number, codePage: number): string | null {
  const view = viewOf(bytes);
  switch (view.getUint16(at, true)) {
    case 2:
      return String(view.getInt16(at + 4, true));
    case 3:
      return String(view.getInt32(at + 4, true));
    case 5:
      return String(view.getFloat64(at + 4, true));
    case 11:
      return view.getUint16(at + 4, true) === 0 ? 'no' : 'yes';
    case 19:
      return String(view.getUint32(at + 4, true));
    case 30:
      return textUpToNul(decodeCodePage(slice(bytes, at + 8, view.getUint32(at + 4, true)), codePage));
    case 31:
      return textUpToNul(new TextDecoder('utf-16le').decode(slice(bytes, at + 8, view.getUint32(at + 4, true) * 2)));
    case 64:
      return fileTime(view.getBigUint64(at + 4, true));
    default:
      return null;
  }
}

/** A duration in steps of 100 nanoseconds. */
function minutes(view: DataView, at: number): string | null {
  if (view.getUint16(at, true) !== 64) return null;
  const seconds = Number(view.getBigUint64(at + 4, true) / 10_000_000n);
  // Some programs write the date of saving here.
  return seconds === 0 || seconds > 10 * 365 * 86_400 ? null : String(Math.floor(seconds / 60));
}

function slice(bytes: Uint8Array, from: number, length: number): Uint8Array {
  return bytes.subarray(from, Math.min(bytes.byteLength, from + length));
}

function textUpToNul(text: string): string {
  const end = text.indexOf('\0');
  return end < 0 ? text : text.slice(0, end);
}

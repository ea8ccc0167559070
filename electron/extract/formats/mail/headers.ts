/** Message headers as a mail program prints them, also from old programs that put raw 8-bit text there. */
import { cleanLine } from '../../cleanText.ts';
import { findEncoding } from '../../text/encoding.ts';
import { isUtf8 } from '../../text/unicodeForm.ts';
import { decodeEncodedWords } from './encodedWords.ts';

const MAX_HEADER_BYTES = 1024 * 1024;
const MAX_HEADERS = 5000;

/**
 * Brings what precedes the headers and what is not UTF-8 in them into order. A byte order mark, blank lines and an mbox
 * line before the first header would otherwise hide all of them.
 */
export function prepareMessage(bytes: Uint8Array, chosen?: string): Uint8Array<ArrayBuffer> {
  const start = headerStart(bytes);
  const end = headerEnd(bytes, start);
  const head = bytes.subarray(start, end);
  if (isUtf8(head, false)) return new Uint8Array(bytes.subarray(start));
  // The body says more about the encoding than a subject line of twenty bytes does.
  const declared = /charset\s*=\s*"?([\w.:-]+)/i.exec(
    new TextDecoder('latin1').decode(bytes.subarray(start, start + 64 * 1024)),
  )?.[1];
  const encoding = findEncoding(bytes.subarray(start, end + 64 * 1024), declared, chosen);
  const recoded = new TextEncoder().encode([...encoding.decode(head)].join(''));
  const whole = new Uint8Array(recoded.byteLength + bytes.byteLength - end);
  whole.set(recoded);
  whole.set(bytes.subarray(end), recoded.byteLength);
  return whole;
}

export function printedHeaders(headers: { originalKey: string; value: string }[]): [string, string][] {
  return headers
    .slice(0, MAX_HEADERS)
    .map(({ originalKey, value }) => [cleanLine(originalKey, 200), cleanLine(decodeEncodedWords(value), 50_000)]);
}

/** The headers of a message of which only the beginning is at hand, by lower-case name; the first of each name counts. */
export function readHead(bytes: Uint8Array): Map<string, string> {
  const prepared = prepareMessage(bytes);
  const head = new TextDecoder().decode(prepared.subarray(0, headerEnd(prepared, 0)));
  const found = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n|\r/, MAX_HEADERS)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (name === '' || found.has(name)) continue;
    found.set(name, cleanLine(decodeEncodedWords(line.slice(colon + 1)), 2000));
  }
  return found;
}

/** A subject as the name of a part; never a path, and short enough to be shown. */
export function safeName(text: string): string {
  return text
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-')
    .slice(0, 120)
    .trim();
}

/** ISO 8601 with the zone as stated, for a date as messages print it; null where it cannot be read. */
export function readMailDate(printed: string | undefined): string | null {
  const parsed =
    printed === undefined
      ? null
      : /(\d{1,2})\s+([A-Za-z]{3})[a-z]*\.?\s+(\d{2,4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([+-]\d{4}|UTC?|GMT|Z)?/.exec(
          printed,
        );
  if (parsed === null) return null;
  const [, day = '', monthName = '', shortYear = '', hour = '', minute = '', second = '00', zone = ''] = parsed;
  const month = MONTHS.indexOf(monthName.toLowerCase()) + 1;
  const year = shortYear.length > 2 ? shortYear : Number(shortYear) < 50 ? `20${shortYear}` : `19${shortYear}`;
  // Without a zone it is not an instant; the listing still prints it as it stands.
  if (month === 0 || zone === '' || year.length !== 4) return null;
  const two = (value: string | number) => String(value).padStart(2, '0');
  const offset = /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : 'Z';
  const iso = `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}${offset}`;
  return Number.isNaN(Date.parse(iso)) ? null : iso;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function headerStart(bytes: Uint8Array): number {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (at < bytes.byteLength && isSpace(bytes[at])) at += 1;
  const first = new TextDecoder('latin1').decode(bytes.subarray(at, at + 200));
  if (!/^>?From [^\r\n]*\r?\n/.test(first)) return at;
  const lineEnd = bytes.indexOf(0x0a, at);
  return lineEnd < 0 ? at : lineEnd + 1;
}

export function headerEnd(bytes: Uint8Array, start: number): number {
  const limit = Math.min(bytes.byteLength, start + MAX_HEADER_BYTES);
  for (let at = bytes.indexOf(0x0a, start); at >= 0 && at < limit; at = bytes.indexOf(0x0a, at + 1)) {
    if (bytes[at + 1] === 0x0a || (bytes[at + 1] === 0x0d && bytes[at + 2] === 0x0a)) return at + 1;
  }
  return limit;
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

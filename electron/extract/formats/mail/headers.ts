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
export function prepareMessage(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const start = headerStart(bytes);
  const end = headerEnd(bytes, start);
  const head = bytes.subarray(start, end);
  if (isUtf8(head, false)) return new Uint8Array(bytes.subarray(start));
  // The body says more about the encoding than a subject line of twenty bytes does.
  const declared = /charset\s*=\s*"?([\w.:-]+)/i.exec(
    new TextDecoder('latin1').decode(bytes.subarray(start, start + 64 * 1024)),
  )?.[1];
  const encoding = findEncoding(bytes.subarray(start, end + 64 * 1024), declared);
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

function headerStart(bytes: Uint8Array): number {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (at < bytes.byteLength && isSpace(bytes[at])) at += 1;
  const first = new TextDecoder('latin1').decode(bytes.subarray(at, at + 200));
  if (!/^>?From [^\r\n]*\r?\n/.test(first)) return at;
  const lineEnd = bytes.indexOf(0x0a, at);
  return lineEnd < 0 ? at : lineEnd + 1;
}

function headerEnd(bytes: Uint8Array, start: number): number {
  const limit = Math.min(bytes.byteLength, start + MAX_HEADER_BYTES);
  for (let at = bytes.indexOf(0x0a, start); at >= 0 && at < limit; at = bytes.indexOf(0x0a, at + 1)) {
    if (bytes[at + 1] === 0x0a || (bytes[at + 1] === 0x0d && bytes[at + 2] === 0x0a)) return at + 1;
  }
  return limit;
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

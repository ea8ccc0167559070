/**
 * The text of a document of any length, decoded as it comes: the encoding is found by looking through all of it once,
 * because a table may hold its first foreign name after a hundred megabytes of ASCII.
 */
import type { ByteReader } from '../byteReader.ts';
import { type Encoding, findEncoding } from './encoding.ts';
import { joinBytes } from '../../../shared/kernel/joinBytes.ts';

const SAMPLE_BYTES = 200_000;
const LINE_FEED = 0x0a;

export interface DecodedStream {
  encoding: Encoding;
  pieces(): AsyncGenerator<string>;
}

export async function openDecodedStream(source: ByteReader, chosen?: string): Promise<DecodedStream> {
  const encoding = findEncoding(
    chosen === undefined ? await tellingBytes(source) : new Uint8Array(0),
    undefined,
    chosen,
  );
  return { encoding, pieces: () => decodePieces(source, encoding) };
}

/** The beginning, and the lines further on that are not ASCII, to half each; the whole where it is short. */
async function tellingBytes(source: ByteReader): Promise<Uint8Array> {
  if (source.sizeBytes <= SAMPLE_BYTES) return source.readAll();
  const head = await source.read(0, SAMPLE_BYTES);
  // UTF-16 and UTF-32 are told by their first bytes, and must not be cut into lines.
  if (head.subarray(0, 4096).includes(0) || !isAscii(head)) return cutAtLine(head);
  const telling: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of source.chunks()) {
    for (const line of foreignLines(chunk.bytes)) {
      if (bytes >= SAMPLE_BYTES / 2) break;
      telling.push(line);
      bytes += line.byteLength;
    }
    if (bytes >= SAMPLE_BYTES / 2) break;
  }
  return bytes === 0 ? head : joinBytes(telling);
}

function isAscii(bytes: Uint8Array): boolean {
  return bytes.every(byte => byte < 0x80);
}

/** A character cut in two would make valid UTF-8 look broken. */
function cutAtLine(bytes: Uint8Array): Uint8Array {
  const end = bytes.lastIndexOf(LINE_FEED);
  return end < bytes.byteLength / 2 || bytes.subarray(0, 4096).includes(0) ? bytes : bytes.subarray(0, end + 1);
}

/** Whole lines only: the first and the last of a chunk may be halves. */
function* foreignLines(bytes: Uint8Array): Generator<Uint8Array> {
  let at = 0;
  while (at < bytes.byteLength) {
    while (at < bytes.byteLength && (bytes[at] ?? 0) < 0x80) at += 1;
    if (at >= bytes.byteLength) return;
    const from = bytes.lastIndexOf(LINE_FEED, at) + 1;
    const end = bytes.indexOf(LINE_FEED, at);
    if (end < 0) return;
    if (from > 0) yield bytes.subarray(from, end + 1);
    at = end + 1;
  }
}

async function* decodePieces(source: ByteReader, encoding: Encoding): AsyncGenerator<string> {
  const name = encoding.name.toLowerCase();
  // These keep what is cut in two for the next piece, and know their mark.
  if (/^utf-(8|16le|16be)$/.test(name)) {
    const decoder = new TextDecoder(name);
    for await (const { bytes } of source.chunks()) yield decoder.decode(bytes, { stream: true });
    yield decoder.decode();
    return;
  }
  const isWide = name.startsWith('utf-32');
  let held: Uint8Array = new Uint8Array(0);
  for await (const { bytes } of source.chunks()) {
    const whole = held.byteLength === 0 ? bytes : joinBytes([held, bytes]);
    // No encoding uses the line feed as half of a character, and those with shifts start anew on each line.
    const end = isWide ? whole.byteLength & ~3 : whole.lastIndexOf(LINE_FEED) + 1;
    if (end > 0) yield* encoding.decode(whole.subarray(0, end));
    held = whole.slice(end);
  }
  if (held.byteLength > 0) yield* encoding.decode(held);
}

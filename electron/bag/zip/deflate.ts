/** Compresses a stream so that the same content gives the same bytes on every machine. */
import { Deflate, deflateRaw } from 'pako';
import { isBase64, packBase64 } from './packBase64.ts';

/**
 * Subtle: node:zlib is Chromium's zlib, whose matches depend on the processor and the release; pako is zlib in plain
 * JavaScript. (fflate's stream refers back to zeros before the beginning of the data: what begins with zeros came out
 * unreadable.) The output depends on how the input is cut, hence the fixed pieces.
 */
const PIECE_BYTES = 64 * 1024;
const LEVEL = 6;

/** Where nothing repeats, to look for that takes four fifths of the time; shorter codes for frequent bytes make it as small. */
const HUFFMAN_ONLY = 2;
/** Of the first piece; base64 of what is packed already comes to 0.76. */
const REPEATS_LITTLE = 0.7;

export async function* deflateSteadily(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const pieces = cutIntoPieces(bytes, PIECE_BYTES);
  const { value: first = new Uint8Array(0) } = await pieces.next();
  const all = startingWith(first, pieces);
  if (!repeatsLittle(first)) yield* deflated(all, 0);
  else yield* isBase64(first) ? packBase64(all) : deflated(all, HUFFMAN_ONLY);
}

async function* deflated(pieces: AsyncIterable<Uint8Array>, strategy: number): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const deflate = new Deflate({ raw: true, level: LEVEL, strategy });
  deflate.onData = piece => {
    if (piece instanceof Uint8Array && piece.length > 0) ready.push(piece);
  };
  for await (const piece of pieces) {
    deflate.push(piece, false);
    yield* ready;
    ready = [];
  }
  deflate.push(new Uint8Array(0), true);
  yield* ready;
}

async function* startingWith(first: Uint8Array, following: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (first.length > 0) yield first;
  yield* following;
}

function repeatsLittle(first: Uint8Array): boolean {
  return first.length === PIECE_BYTES && deflateRaw(first, { level: LEVEL }).length > REPEATS_LITTLE * PIECE_BYTES;
}

/** The same bytes in pieces of one length; the last may be shorter. */
export async function* cutIntoPieces(bytes: AsyncIterable<Uint8Array>, length: number): AsyncGenerator<Uint8Array> {
  let piece = new Uint8Array(length);
  let filled = 0;
  for await (const given of bytes) {
    let at = 0;
    while (at < given.length) {
      const taken = Math.min(length - filled, given.length - at);
      piece.set(given.subarray(at, at + taken), filled);
      at += taken;
      filled += taken;
      if (filled < length) continue;
      yield piece;
      piece = new Uint8Array(length);
      filled = 0;
    }
  }
  if (filled > 0) yield piece.subarray(0, filled);
}

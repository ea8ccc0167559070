/** Compresses a stream so that the same content gives the same bytes on every machine. */
import zlib from 'pako/lib/zlib/deflate.js';
import ZStream from 'pako/lib/zlib/zstream.js';
import { isBase64, packBase64 } from './packBase64.ts';

/**
 * Subtle: node:zlib is Chromium's zlib, whose matches depend on the processor and the release; pako is zlib in plain
 * JavaScript. (fflate's stream refers back to zeros before the beginning of the data: what begins with zeros came out
 * unreadable.) The output depends on how the input is cut, hence the fixed pieces.
 */
const PIECE_BYTES = 64 * 1024;
const OUT_BYTES = 16 * 1024;
const LEVEL = 6;

/** Where nothing repeats, to look for that takes four fifths of the time; shorter codes for frequent bytes make it as small. */
const HUFFMAN_ONLY = 2;
/** Of the first piece; base64 of what is packed already comes to 0.76. */
const REPEATS_LITTLE = 0.7;

/** zlib's numbers. */
const [NO_FLUSH, FINISH] = [0, 4];
const [OK, STREAM_END] = [0, 1];
const [DEFLATED, RAW_32_KB, MEMORY] = [8, -15, 8];

/**
 * Packs one stream after the other with the same tables: they are 300 KB each, and made anew for every file of a bundle of
 * thousands they were most of its memory. Not for two streams at once.
 */
export class Deflater {
  readonly #states = new Map<number, ZStream>();
  readonly #piece = new Uint8Array(PIECE_BYTES);

  /** A piece is the caller's until the next is asked for. */
  async *pack(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const pieces = cutIntoPieces(bytes, this.#piece);
    const { value: first = new Uint8Array(0) } = await pieces.next();
    const all = startingWith(first, pieces);
    if (!this.#repeatsLittle(first)) yield* this.#deflated(all, 0);
    else yield* isBase64(first) ? packBase64(all) : this.#deflated(all, HUFFMAN_ONLY);
  }

  async *#deflated(pieces: AsyncIterable<Uint8Array>, strategy: number): AsyncGenerator<Uint8Array> {
    const state = this.#fresh(strategy);
    for await (const piece of pieces) yield* steps(state, piece, NO_FLUSH);
    yield* steps(state, new Uint8Array(0), FINISH);
  }

  #repeatsLittle(first: Uint8Array): boolean {
    if (first.length < PIECE_BYTES) return false;
    let packed = 0;
    for (const some of steps(this.#fresh(0), first, FINISH)) packed += some.length;
    return packed > REPEATS_LITTLE * PIECE_BYTES;
  }

  /** As if new, whatever became of the stream before. */
  #fresh(strategy: number): ZStream {
    const known = this.#states.get(strategy);
    const state = known ?? new ZStream();
    const status = known
      ? zlib.deflateReset(state)
      : zlib.deflateInit2(state, LEVEL, DEFLATED, RAW_32_KB, MEMORY, strategy);
    if (status !== OK) throw new Error(`packing could not begin (${status})`);
    state.output = known?.output ?? new Uint8Array(OUT_BYTES);
    state.next_out = 0;
    state.avail_out = OUT_BYTES;
    this.#states.set(strategy, state);
    return state;
  }
}

/** All of the input is taken; what is packed of it comes out whenever the output is full, and at the end. */
function* steps(state: ZStream, input: Uint8Array, flush: number): Generator<Uint8Array> {
  state.input = input;
  state.next_in = 0;
  state.avail_in = input.length;
  for (;;) {
    const status = zlib.deflate(state, flush);
    const isEnd = status === STREAM_END;
    if (state.next_out > 0 && (isEnd || state.avail_out === 0)) {
      yield state.output.subarray(0, state.next_out);
      state.next_out = 0;
      state.avail_out = OUT_BYTES;
      if (!isEnd) continue;
    }
    if (isEnd || (flush === NO_FLUSH && state.avail_in === 0)) return;
    if (status !== OK) throw new Error(`packing broke off (${status})`);
  }
}

async function* startingWith(first: Uint8Array, following: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (first.length > 0) yield first;
  yield* following;
}

/** The same bytes in pieces as long as the given one, in which each comes; the last may be shorter. */
export async function* cutIntoPieces(bytes: AsyncIterable<Uint8Array>, piece: Uint8Array): AsyncGenerator<Uint8Array> {
  let filled = 0;
  for await (const given of bytes) {
    for (let at = 0; at < given.length; ) {
      const taken = Math.min(piece.length - filled, given.length - at);
      piece.set(given.subarray(at, at + taken), filled);
      at += taken;
      filled += taken;
      if (filled < piece.length) continue;
      yield piece;
      filled = 0;
    }
  }
  if (filled > 0) yield piece.subarray(0, filled);
}

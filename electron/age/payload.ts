/**
 * The payload of an age file, "STREAM": chunks of 64 KiB, each sealed under its number and whether it is the last. So
 * none can be changed, moved, left out or added unnoticed, and each can be used before the next is read.
 */
import { ProbatumError } from '../../shared/kernel/errors.ts';
import { NONCE_BYTES, openInto, sealInto, TAG_BYTES } from './aead.ts';
import { eachChunk } from './eachChunk.ts';

const CHUNK_BYTES = 64 * 1024;
const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES;
/** Chunks that are handed on together, about 1 MiB: each handing on costs a turn of the event loop. */
const BATCH_CHUNKS = 16;

export async function* sealPayload(
  plain: AsyncIterable<Uint8Array>,
  key: Uint8Array,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const nonce = new ChunkNonce();
  let batch = new Batch(SEALED_CHUNK_BYTES);
  for await (const { chunk, last } of eachChunk(plain, CHUNK_BYTES)) {
    signal?.throwIfAborted();
    sealInto(batch.room(chunk.length + TAG_BYTES), chunk, nonce.of(last), key);
    batch.add(chunk.length + TAG_BYTES);
    nonce.next();
    if (last || batch.full) {
      yield batch.filled();
      batch = new Batch(SEALED_CHUNK_BYTES);
    }
  }
}

/** Yields authenticated content only; what was authentic before a broken chunk is yielded before the error. */
export async function* openPayload(
  sealed: AsyncIterable<Uint8Array>,
  key: Uint8Array,
  name: string,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const nonce = new ChunkNonce();
  let batch = new Batch(CHUNK_BYTES);
  let openedBytes = 0;
  for await (const { chunk, last } of eachChunk(sealed, SEALED_CHUNK_BYTES)) {
    signal?.throwIfAborted();
    const size = Math.max(chunk.length - TAG_BYTES, 0);
    const opensAs = (asLast: boolean) =>
      chunk.length >= TAG_BYTES && openInto(batch.room(size), chunk, nonce.of(asLast), key);
    let problem: ProbatumError | null = null;
    if (opensAs(last)) {
      if (size === 0 && openedBytes > 0) problem = damaged(name, 'it ends in an empty part, which age never writes');
      batch.add(size);
    } else if (chunk.length === SEALED_CHUNK_BYTES && opensAs(!last)) {
      // Authentic, and in its place; but what followed it is gone, or something was put behind it.
      problem = last ? truncated(name, true) : damaged(name, 'something was added behind its end');
      batch.add(size);
    } else problem = explainBroken(name, chunk, last, openedBytes);
    openedBytes += size;
    nonce.next();
    if ((problem || last || batch.full) && batch.size > 0) {
      const filled = batch.filled();
      batch = new Batch(CHUNK_BYTES);
      yield filled;
    }
    if (problem) throw problem;
  }
}

function explainBroken(name: string, chunk: Uint8Array, last: boolean, openedBytes: number): ProbatumError {
  if (chunk.length < TAG_BYTES) return truncated(name, true);
  // A short part that was cut and one that was changed look alike: neither fits its seal.
  if (last && chunk.length < SEALED_CHUNK_BYTES) return truncated(name, false);
  return damaged(name, `its content does not fit its seal from byte ${openedBytes.toLocaleString('en')} on`);
}

function truncated(name: string, certain: boolean): ProbatumError {
  return new ProbatumError('age-truncated', { name, part: 'content', certain });
}

function damaged(name: string, problem: string): ProbatumError {
  return new ProbatumError('age-damaged', { name, part: 'content', problem });
}

/** 11 bytes that count the chunks, most significant first, and one that says "last". */
class ChunkNonce {
  readonly #bytes = new Uint8Array(NONCE_BYTES);

  of(last: boolean): Uint8Array {
    this.#bytes[NONCE_BYTES - 1] = last ? 1 : 0;
    return this.#bytes;
  }

  next(): void {
    for (let at = NONCE_BYTES - 2; at >= 0; at--) {
      const counted = ((this.#bytes[at] ?? 0) + 1) % 256;
      this.#bytes[at] = counted;
      if (counted !== 0) return;
    }
  }
}

/** A new buffer for each batch: what was yielded is never overwritten. */
class Batch {
  size = 0;
  readonly #bytes: Uint8Array;
  readonly #fullFrom: number;

  constructor(chunkBytes: number) {
    // Not zeroed, nor of the shared pool: it is filled before it is handed on.
    this.#bytes = Buffer.allocUnsafeSlow(BATCH_CHUNKS * chunkBytes);
    this.#fullFrom = (BATCH_CHUNKS - 1) * chunkBytes;
  }

  get full(): boolean {
    return this.size > this.#fullFrom;
  }

  room(count: number): Uint8Array {
    return this.#bytes.subarray(this.size, this.size + count);
  }

  add(count: number): void {
    this.size += count;
  }

  /** A small file does not keep a whole batch in memory. */
  filled(): Uint8Array {
    const filled = this.#bytes.subarray(0, this.size);
    return this.full ? filled : new Uint8Array(filled);
  }
}

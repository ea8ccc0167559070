/** The bytes of a TAR in order: out of a file, where much can be skipped, or out of a decompressor. */
import type { ByteReader } from '../../byteReader.ts';

export interface TarInput {
  /** Shorter at the end. */
  read(length: number): Promise<Uint8Array>;
  /** How many of these bytes there were. */
  skip(length: number): Promise<number>;
  pieces(length: number): AsyncGenerator<Uint8Array>;
}

/** Headers are small and lie apart; each read brings some of what follows. */
const WINDOW_BYTES = 16 * 1024;
const PIECE_BYTES = 1024 * 1024;

export function inputOfFile(source: ByteReader): TarInput {
  let at = 0;
  let window: Uint8Array = new Uint8Array(0);
  let windowOffset = 0;

  async function read(length: number): Promise<Uint8Array> {
    const isInside = at >= windowOffset && at + length <= windowOffset + window.byteLength;
    if (!isInside) {
      window = await source.read(at, Math.max(length, WINDOW_BYTES));
      windowOffset = at;
    }
    const bytes = window.slice(at - windowOffset, at - windowOffset + length);
    at += bytes.byteLength;
    return bytes;
  }

  return {
    read,
    async skip(length) {
      const from = at;
      at = Math.min(source.sizeBytes, at + length);
      return at - from;
    },
    async *pieces(length) {
      for (let left = length; left > 0; ) {
        const piece = await source.read(at, Math.min(left, PIECE_BYTES));
        if (piece.byteLength === 0) return;
        at += piece.byteLength;
        left -= piece.byteLength;
        yield piece;
      }
    },
  };
}

export function inputOfStream(stream: AsyncIterable<Uint8Array>): TarInput & { close(): Promise<void> } {
  const iterator = stream[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array(0);

  async function* pieces(length: number): AsyncGenerator<Uint8Array> {
    for (let left = length; left > 0; ) {
      if (rest.byteLength === 0) {
        const next = await iterator.next();
        if (next.done === true) return;
        rest = next.value;
        continue;
      }
      const piece = rest.subarray(0, left);
      rest = rest.subarray(piece.byteLength);
      left -= piece.byteLength;
      yield piece;
    }
  }

  return {
    pieces,
    async read(length) {
      const whole = new Uint8Array(length);
      let filled = 0;
      for await (const piece of pieces(length)) {
        whole.set(piece, filled);
        filled += piece.byteLength;
      }
      return whole.subarray(0, filled);
    },
    async skip(length) {
      let skipped = 0;
      for await (const piece of pieces(length)) skipped += piece.byteLength;
      return skipped;
    },
    async close() {
      await iterator.return?.();
    },
  };
}

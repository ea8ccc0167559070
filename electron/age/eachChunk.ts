/** Cuts a stream into chunks of one size, whatever the sizes of its pieces, and knows which is the last. */

export interface Chunk {
  /** Holds until the next one is asked for. */
  chunk: Uint8Array;
  last: boolean;
}

/** Each has `size` bytes but the last, which may be shorter, and is empty only where the stream is. */
export async function* eachChunk(bytes: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Chunk> {
  const carried = new Uint8Array(size);
  let carriedBytes = 0;
  for await (const piece of bytes) {
    let at = 0;
    while (at < piece.length) {
      // More follows, so what was carried is not the last.
      if (carriedBytes === size) {
        carriedBytes = 0;
        yield { chunk: carried, last: false };
      }
      if (carriedBytes === 0 && piece.length - at > size) {
        // Used where it stands: copying a large file once more costs as much as reading it.
        yield { chunk: piece.subarray(at, at + size), last: false };
        at += size;
        continue;
      }
      const taken = Math.min(size - carriedBytes, piece.length - at);
      carried.set(piece.subarray(at, at + taken), carriedBytes);
      carriedBytes += taken;
      at += taken;
    }
  }
  yield { chunk: carried.subarray(0, carriedBytes), last: true };
}

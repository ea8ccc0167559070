/** The extractor's view of the document's bytes: random access, pulled from the host in chunks. */
import { CHUNK_BYTES, MAX_PULLS_IN_FLIGHT } from './limits.ts';

export interface ByteReader {
  readonly sizeBytes: number;
  /** Shorter than asked for at the end of the document. */
  read(offset: number, length: number): Promise<Uint8Array>;
  /** The whole document; callers check the size first. */
  readAll(): Promise<Uint8Array>;
  /** In order, with the next chunks already on their way. */
  chunks(): AsyncGenerator<{ offset: number; bytes: Uint8Array }>;
}

export function openByteReader(
  sizeBytes: number,
  pull: (offset: number, length: number) => Promise<Uint8Array>,
): ByteReader {
  async function* chunks(from = 0, to = sizeBytes): AsyncGenerator<{ offset: number; bytes: Uint8Array }> {
    const onTheWay: { offset: number; bytes: Promise<Uint8Array> }[] = [];
    let next = from;
    while (next < to || onTheWay.length > 0) {
      while (next < to && onTheWay.length < MAX_PULLS_IN_FLIGHT) {
        const length = Math.min(CHUNK_BYTES, to - next);
        onTheWay.push({ offset: next, bytes: pull(next, length) });
        next += length;
      }
      const first = onTheWay.shift();
      if (first !== undefined) yield { offset: first.offset, bytes: await first.bytes };
    }
  }

  async function read(offset: number, length: number): Promise<Uint8Array> {
    const from = Math.max(0, Math.min(offset, sizeBytes));
    const to = Math.min(sizeBytes, from + Math.max(0, length));
    if (to === from) return new Uint8Array(0);
    if (to - from <= CHUNK_BYTES) return pull(from, to - from);
    const whole = new Uint8Array(to - from);
    for await (const chunk of chunks(from, to)) whole.set(chunk.bytes, chunk.offset - from);
    return whole;
  }

  return { sizeBytes, read, readAll: () => read(0, sizeBytes), chunks: () => chunks() };
}

/** For bytes that are in memory already: parts of a message, tests. */
export function byteReaderOver(bytes: Uint8Array): ByteReader {
  return openByteReader(bytes.byteLength, async (offset, length) => bytes.subarray(offset, offset + length));
}

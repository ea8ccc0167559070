/** Writes a TAR as a stream: flat memory, and the same bytes for the same entries in the same order. */
import { END_BYTES, fileHeader, padding } from './tarFormat.ts';
import { TarPaths } from './tarPaths.ts';

export interface TarEntry {
  /** With "/" between its parts. */
  path: string;
  /** Stands before the bytes, hence is known beforehand; a differing size is an error. */
  sizeBytes: number;
  bytes: AsyncIterable<Uint8Array> | Uint8Array;
}

export async function* tarStream(
  entries: AsyncIterable<TarEntry> | Iterable<TarEntry>,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const paths = new TarPaths();
  for await (const { path, sizeBytes, bytes } of entries) {
    signal?.throwIfAborted();
    const reason = paths.claim(path);
    if (reason) throw new Error(`a path in the TAR ${reason}: ${JSON.stringify(path)}`);
    if (!Number.isSafeInteger(sizeBytes) || sizeBytes < 0) throw new Error(`${path}: ${sizeBytes} is no size`);
    yield fileHeader(path, sizeBytes);
    let came = 0;
    for await (const piece of bytes instanceof Uint8Array ? [bytes] : bytes) {
      signal?.throwIfAborted();
      came += piece.length;
      // Before it is passed on: what stands behind a file that is too long would be read as a header.
      if (came > sizeBytes) break;
      yield piece;
    }
    if (came !== sizeBytes) {
      throw new Error(`${path}: ${sizeBytes} bytes were announced, ${came > sizeBytes ? 'more' : came} came`);
    }
    yield padding(sizeBytes);
  }
  yield Buffer.alloc(END_BYTES);
}

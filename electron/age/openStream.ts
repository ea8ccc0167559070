/** Opens an age file as it streams by; yields authenticated content only. */
import { ProbatumError } from '../../shared/kernel/errors.ts';
import { ByteSource } from './byteSource.ts';
import { type OpenKeys, PAYLOAD_NONCE_BYTES, payloadKey, unwrapFileKey } from './fileKey.ts';
import { readSealedHeader } from './headerText.ts';
import { openPayload } from './payload.ts';

export interface OpenOptions {
  signal?: AbortSignal;
  /** The file's name, for the sentences of errors. */
  name?: string;
}

/**
 * A file that is foreign, newer, damaged in its header, or that no key opens, throws before anything is yielded. One
 * that is changed or cut off later throws at the chunk concerned: whoever reads must keep nothing of it then.
 * Yielded buffers are the reader's own. Memory: a few MiB, whatever the size (256 MB for a moment with a passphrase).
 */
export async function* openStream(
  sealed: AsyncIterable<Uint8Array>,
  keys: OpenKeys,
  { signal, name = 'The file' }: OpenOptions = {},
): AsyncGenerator<Uint8Array> {
  signal?.throwIfAborted();
  const source = new ByteSource(sealed);
  try {
    const header = await readSealedHeader(source, name);
    const fileKey = await unwrapFileKey(header, keys, name);
    signal?.throwIfAborted();
    const nonce = await header.rest.take(PAYLOAD_NONCE_BYTES);
    if (nonce.length < PAYLOAD_NONCE_BYTES)
      throw new ProbatumError('age-truncated', { name, part: 'header', certain: true });
    yield* openPayload(header.rest.rest(), payloadKey(fileKey, nonce), name, signal);
  } finally {
    await source.close();
  }
}

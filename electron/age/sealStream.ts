/** Seals a stream of bytes as an age v1 file. */
import { newPayloadNonce, payloadKey, type SealTo, writeHeader } from './fileKey.ts';
import { sealPayload } from './payload.ts';

export interface SealOptions {
  signal?: AbortSignal;
}

/**
 * Sealed to public keys (`age1…`), each of which opens it alone, or with one passphrase. Keys are checked before the
 * first byte of `plain` is asked for. Yielded buffers are the reader's own. The same content never makes the same bytes.
 */
export async function* sealStream(
  plain: AsyncIterable<Uint8Array>,
  to: SealTo,
  { signal }: SealOptions = {},
): AsyncGenerator<Uint8Array> {
  signal?.throwIfAborted();
  const { bytes, fileKey } = await writeHeader(to);
  const nonce = newPayloadNonce();
  yield Buffer.concat([bytes, nonce]);
  yield* sealPayload(plain, payloadKey(fileKey, nonce), signal);
}

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
  const { head, key } = await startSealed(to);
  yield head;
  yield* sealPayload(plain, key, signal);
}

/** What stands before the payload, and the key of it. */
export async function startSealed(to: SealTo): Promise<{ head: Uint8Array; key: Uint8Array }> {
  const { bytes, fileKey } = await writeHeader(to);
  const nonce = newPayloadNonce();
  return { head: Buffer.concat([bytes, nonce]), key: payloadKey(fileKey, nonce) };
}

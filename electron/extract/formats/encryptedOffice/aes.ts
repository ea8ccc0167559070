/**
 * AES without padding, in CBC and ECB, by way of WebCrypto, which knows CBC with padding only: a block is added that
 * decrypts to nothing but padding, and ECB is CBC with each block's predecessor taken out again.
 */

export interface AesKey {
  /** @param bytes whole blocks of 16 bytes */
  decryptCbc(bytes: Uint8Array, initial: Uint8Array): Promise<Uint8Array>;
  decryptEcb(bytes: Uint8Array): Promise<Uint8Array>;
}

const BLOCK_BYTES = 16;
/** So that memory does not hold several copies of a large document. */
const STEP_BYTES = 1024 * 1024;

export async function openAesKey(key: Uint8Array): Promise<AesKey> {
  const aes = await crypto.subtle.importKey('raw', new Uint8Array(key), 'AES-CBC', false, ['encrypt', 'decrypt']);

  async function decryptStep(bytes: Uint8Array, initial: Uint8Array): Promise<Uint8Array> {
    const iv = new Uint8Array(initial);
    const last = new Uint8Array(bytes.byteLength === 0 ? iv : bytes.subarray(-BLOCK_BYTES));
    const padding = await crypto.subtle.encrypt({ name: 'AES-CBC', iv: last }, aes, new Uint8Array(0));
    const padded = new Uint8Array(bytes.byteLength + BLOCK_BYTES);
    padded.set(bytes);
    padded.set(new Uint8Array(padding), bytes.byteLength);
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-CBC', iv }, aes, padded));
  }

  async function decryptCbc(bytes: Uint8Array, initial: Uint8Array): Promise<Uint8Array> {
    const plain = new Uint8Array(bytes.byteLength);
    let before = initial;
    for (let at = 0; at < bytes.byteLength; at += STEP_BYTES) {
      const step = bytes.subarray(at, at + STEP_BYTES);
      plain.set(await decryptStep(step, before), at);
      before = step.subarray(-BLOCK_BYTES);
    }
    return plain;
  }

  return {
    decryptCbc,
    async decryptEcb(bytes) {
      const plain = await decryptCbc(bytes, new Uint8Array(BLOCK_BYTES));
      for (let at = BLOCK_BYTES; at < plain.byteLength; at += 1)
        plain[at] = (plain[at] ?? 0) ^ (bytes[at - BLOCK_BYTES] ?? 0);
      return plain;
    },
  };
}

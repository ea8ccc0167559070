/** ChaCha20-Poly1305 by libsodium: Electron's own crypto has none, and JavaScript's is five times slower. */
import sodium from 'sodium-native';

export const TAG_BYTES = 16;
export const NONCE_BYTES = 12;

/** Writes the sealed message into `into`, which has room for it and its tag. */
export function sealInto(into: Uint8Array, message: Uint8Array, nonce: Uint8Array, key: Uint8Array): void {
  sodium.crypto_aead_chacha20poly1305_ietf_encrypt(into, message, null, null, nonce, key);
}

/** Writes the message into `into` if its seal fits; answers whether it did. What `into` holds otherwise means nothing. */
export function openInto(into: Uint8Array, sealed: Uint8Array, nonce: Uint8Array, key: Uint8Array): boolean {
  try {
    sodium.crypto_aead_chacha20poly1305_ietf_decrypt(into, null, sealed, null, nonce, key);
    return true;
  } catch {
    return false;
  }
}

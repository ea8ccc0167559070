/** Base58 as wallets use it: Bitcoin's alphabet and Ripple's, plain and with a checksum. */
import { sha256 } from '@noble/hashes/sha2.js';

export const BITCOIN_ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
export const RIPPLE_ALPHABET = 'rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz';
const CHECKSUM_BYTES = 4;
/** No address is longer; the arithmetic grows with the square. */
const MAX_SIGNS = 128;

/** Null where a sign is not of the alphabet, or there is too much or nothing. */
export function decodeBase58(text: string, alphabet = BITCOIN_ALPHABET): Uint8Array | null {
  if (text === '' || text.length > MAX_SIGNS) return null;
  let value = 0n;
  for (const sign of text) {
    const digit = alphabet.indexOf(sign);
    if (digit < 0) return null;
    value = value * 58n + BigInt(digit);
  }
  const bytes: number[] = [];
  for (; value > 0n; value >>= 8n) bytes.unshift(Number(value & 0xffn));
  // Leading zero bytes are written as leading first signs of the alphabet.
  for (const sign of text) {
    if (sign !== alphabet.charAt(0)) break;
    bytes.unshift(0);
  }
  return Uint8Array.from(bytes);
}

export function encodeBase58(bytes: Uint8Array, alphabet = BITCOIN_ALPHABET): string {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  let text = '';
  for (; value > 0n; value /= 58n) text = alphabet.charAt(Number(value % 58n)) + text;
  for (const byte of bytes) {
    if (byte !== 0) break;
    text = alphabet.charAt(0) + text;
  }
  return text;
}

/** What stands before a checksum that holds (the head of a double SHA-256), else null. */
export function decodeBase58check(text: string, alphabet = BITCOIN_ALPHABET): Uint8Array | null {
  const bytes = decodeBase58(text, alphabet);
  if (bytes === null || bytes.length <= CHECKSUM_BYTES) return null;
  const payload = bytes.subarray(0, -CHECKSUM_BYTES);
  const sum = sha256(sha256(payload));
  return bytes.subarray(-CHECKSUM_BYTES).every((byte, at) => byte === sum[at]) ? payload : null;
}

export function encodeBase58check(payload: Uint8Array, alphabet = BITCOIN_ALPHABET): string {
  const sum = sha256(sha256(payload)).subarray(0, CHECKSUM_BYTES);
  return encodeBase58(Uint8Array.from([...payload, ...sum]), alphabet);
}

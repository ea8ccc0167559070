/**
 * The password protection of the old office formats ([MS-OFFCRYPTO] 2.3.5 and 2.3.6): RC4 with a key for each block,
 * made of the password by MD5 (Office 97) or SHA-1 (Office XP and later).
 */
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { viewOf } from '../../cfbSectors.ts';
import { ExtractionFailure } from '../../extractionFailure.ts';
import { utf16, word } from './bytes.ts';
import { joinBytes } from '../../../../shared/kernel/joinBytes.ts';

/** What Office itself tries first: protected against change, but not against reading. */
export const DEFAULT_PASSWORD = 'VelvetSweatshop';

/** Keys of the blocks of one document, for one password that fits. */
export interface BlockCipher {
  decryptBlock(bytes: Uint8Array, block: number): Uint8Array;
}

const PASSWORD_NEEDED = 'The document is protected; enter its password to read it.';

/** @param header begins with its version. @throws ExtractionFailure where no password fits */
export function openBlockCipher(header: Uint8Array, password: string | undefined): BlockCipher {
  for (const candidate of [DEFAULT_PASSWORD, password]) {
    const cipher = candidate === undefined ? null : tryPassword(header, candidate);
    if (cipher !== null) return cipher;
  }
  if (password === undefined) throw new ExtractionFailure('password-needed', PASSWORD_NEEDED);
  throw new ExtractionFailure('password-wrong', 'The password does not open this document.');
}

function tryPassword(header: Uint8Array, password: string): BlockCipher | null {
  const view = viewOf(header);
  const [major, minor] = [view.getUint16(0, true), view.getUint16(2, true)];
  if (major === 1 && minor === 1) return tryMd5(header.subarray(4), password);
  if (major >= 2 && major <= 4 && minor === 2) return trySha1(header, password);
  throw new ExtractionFailure(
    'password-needed',
    'The document is protected in a way that is not supported; ask for an unprotected copy.',
  );
}

function tryMd5(fields: Uint8Array, password: string): BlockCipher | null {
  const salt = fields.subarray(0, 16);
  const hash = md5(utf16(password)).subarray(0, 5);
  const salted = new Uint8Array(21 * 16);
  for (let index = 0; index < 16; index += 1) {
    salted.set(hash, index * 21);
    salted.set(salt, index * 21 + 5);
  }
  const base = md5(salted).subarray(0, 5);
  const keyOf = (block: number) => md5(joinBytes([base, word(block)]));
  return verified(keyOf, fields.subarray(16, 32), fields.subarray(32, 48), md5);
}

function trySha1(header: Uint8Array, password: string): BlockCipher | null {
  const view = viewOf(header);
  const fieldsAt = 12;
  const verifierAt = fieldsAt + view.getUint32(8, true);
  const keyBits = view.getUint32(fieldsAt + 16, true) || 40;
  const salt = header.subarray(verifierAt + 4, verifierAt + 20);
  const base = sha1(joinBytes([salt, utf16(password)]));
  const keyOf = (block: number) => {
    const key = sha1(joinBytes([base, word(block)])).subarray(0, keyBits / 8);
    // Keys of 40 bits are filled up with zeros.
    return keyBits === 40 ? joinBytes([key, new Uint8Array(11)]) : key;
  };
  const verifier = header.subarray(verifierAt + 20, verifierAt + 36);
  return verified(keyOf, verifier, header.subarray(verifierAt + 40, verifierAt + 60), sha1);
}

function verified(
  keyOf: (block: number) => Uint8Array,
  verifier: Uint8Array,
  verifierHash: Uint8Array,
  hash: (bytes: Uint8Array) => Uint8Array,
): BlockCipher | null {
  const plain = rc4(keyOf(0), joinBytes([verifier, verifierHash]));
  const expected = hash(plain.subarray(0, verifier.byteLength));
  const stated = plain.subarray(verifier.byteLength);
  if (stated.byteLength === 0 || !stated.every((byte, at) => byte === expected[at])) return null;
  return { decryptBlock: (bytes, block) => rc4(keyOf(block), bytes) };
}

/** Blocks of one size from the stream's beginning. */
export function decryptBlocks(cipher: BlockCipher, bytes: Uint8Array, blockBytes: number): Uint8Array {
  const plain = new Uint8Array(bytes.byteLength);
  for (let at = 0, block = 0; at < bytes.byteLength; at += blockBytes, block += 1) {
    plain.set(cipher.decryptBlock(bytes.subarray(at, at + blockBytes), block), at);
  }
  return plain;
}

/** The stream cipher itself; encrypting and decrypting are the same. */
export function rc4(key: Uint8Array, bytes: Uint8Array): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  for (let index = 0, mixed = 0; index < 256; index += 1) {
    mixed = (mixed + (state[index] ?? 0) + (key[index % key.byteLength] ?? 0)) & 255;
    swap(state, index, mixed);
  }
  const out = new Uint8Array(bytes.byteLength);
  for (let at = 0, i = 0, j = 0; at < bytes.byteLength; at += 1) {
    i = (i + 1) & 255;
    j = (j + (state[i] ?? 0)) & 255;
    swap(state, i, j);
    out[at] = (bytes[at] ?? 0) ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0);
  }
  return out;
}

function swap(state: Uint8Array, a: number, b: number): void {
  const kept = state[a] ?? 0;
  state[a] = state[b] ?? 0;
  state[b] = kept;
}

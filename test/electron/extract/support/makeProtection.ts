/** Encrypts as Office XP and later protect the old formats (RC4 with SHA-1), by Node's hashes. */
import { createHash } from 'node:crypto';
import { rc4 } from '../../../../electron/extract/formats/ole/rc4.ts';
import { concat, short, wide, word } from './makeDoc.ts';

export interface Protection {
  /** What says how the document is encrypted. */
  session: Uint8Array;
  encrypt(bytes: Uint8Array, block: number): Uint8Array;
}

export function makeProtection(password: string): Protection {
  const sha1 = (...pieces: Uint8Array[]) => new Uint8Array(createHash('sha1').update(concat(pieces)).digest());
  const salt = new Uint8Array(16).fill(5);
  const base = sha1(salt, wide(password));
  const encrypt = (bytes: Uint8Array, block: number) => rc4(sha1(base, word(block)).subarray(0, 16), bytes);
  const verifier = new Uint8Array(16).fill(9);
  const checked = encrypt(concat([verifier, sha1(verifier)]), 0);
  const header = concat([word(4), word(0), word(0x6801), word(0x8004), word(128), word(1), word(0), word(0)]);
  const session = concat([
    short(4),
    short(2),
    word(4),
    word(header.byteLength),
    header,
    word(16),
    salt,
    checked.subarray(0, 16),
    word(20),
    checked.subarray(16),
  ]);
  return { session, encrypt };
}

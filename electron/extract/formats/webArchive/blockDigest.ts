/** Checks the digest that a record states of itself (`WARC-Block-Digest`) while its bytes go by. */
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';

export type DigestVerdict = 'right' | 'wrong' | 'not stated';

export interface BlockDigest {
  add(bytes: Uint8Array): void;
  verdict(): DigestVerdict;
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** @param stated `sha1:` or `sha256:` and the value in base 32 or 16 */
export function openBlockDigest(stated: string | undefined): BlockDigest {
  const parsed = /^(sha-?1|sha-?256):([A-Za-z0-9]+)=*$/i.exec(stated?.trim() ?? '');
  if (parsed?.[1] === undefined || parsed[2] === undefined) return { add: () => {}, verdict: () => 'not stated' };
  const value = parsed[2].toLowerCase();
  const hash = parsed[1].toLowerCase().replace('-', '') === 'sha1' ? sha1.create() : sha256.create();
  return {
    add: bytes => {
      hash.update(bytes);
    },
    verdict() {
      const digest = hash.digest();
      return value === toHex(digest) || value === toBase32(digest) ? 'right' : 'wrong';
    },
  };
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}

function toBase32(bytes: Uint8Array): string {
  let out = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) out += BASE32[(held >> (bits - 5)) & 31] ?? '';
    held &= 0xff;
  }
  if (bits > 0) out += BASE32[(held << (5 - bits)) & 31] ?? '';
  return out.toLowerCase();
}

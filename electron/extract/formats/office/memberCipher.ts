/**
 * Decrypts one member of an OpenDocument or HWPX package: a start key from the password, the member's own key from that and
 * its salt, and the member by AES (ODF 1.2 and later, HWPX, LibreOffice 24) or Blowfish (before).
 */
import { argon2idAsync } from '@noble/hashes/argon2.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import type { CHash } from '@noble/hashes/utils.js';
import { ExtractionFailure } from '../../extractionFailure.ts';
import { openAesKey } from '../encryptedOffice/aes.ts';
import { damagedProtection } from '../encryptedOffice/agile.ts';
import { equalBytes } from '../ole/bytes.ts';
import { decryptBlowfishCfb } from './blowfish.ts';
import type { StatedLock } from './packageLocks.ts';

/** LibreOffice writes 100,000; ten million take some seconds. */
const MAX_ITERATIONS = 10_000_000;
/** LibreOffice writes 3 passes over 64 MiB, about two seconds of work. */
const MAX_ARGON_KIB = 256 * 1024;
const MAX_ARGON_WORK_KIB = 1024 * 1024;
const MAX_ARGON_LANES = 64;
const BLOCK_BYTES = 16;
const GCM_INITIAL_BYTES = 12;
const CHECKED_BYTES = 1024;

export interface MemberCipher {
  /** Null where the password, or the member, is known to be wrong; otherwise the member as it was packed. */
  decrypt(sealed: Uint8Array, password: string): Promise<Uint8Array | null>;
  /** Null where nothing is stated to tell by. */
  matches(packed: Uint8Array, unpacked: Uint8Array): boolean | null;
}

export function openMemberCipher(lock: StatedLock): MemberCipher {
  const { kind, keyBytes } = cipherOf(lock);
  const initial = bytesOf(lock.algorithm['initialisation-vector']);
  const startHash = hashOf(lock.startKey['start-key-generation-name'] ?? 'sha1');
  const derive = derivationOf(lock, keyBytes);

  return {
    async decrypt(sealed, password) {
      const key = await derive(startHash(new TextEncoder().encode(password)));
      if (kind === 'blowfish') return decryptBlowfishCfb(sealed, key, initial);
      if (kind === 'gcm') return decryptGcm(sealed, key, initial);
      const blocks = sealed.subarray(0, sealed.byteLength - (sealed.byteLength % BLOCK_BYTES));
      return withoutPadding(await (await openAesKey(key)).decryptCbc(blocks, initial.subarray(0, BLOCK_BYTES)));
    },
    matches(packed, unpacked) {
      const stated = bytesOf(lock.checksum.checksum);
      const hash = stated.byteLength === 20 ? sha1 : stated.byteLength === 32 ? sha256 : undefined;
      if (hash === undefined) return kind === 'gcm' ? true : null;
      // Meant is the beginning of what was packed; writers differ in what they take, and in how they pad it.
      return [packed, unpacked].some(bytes =>
        [bytes.subarray(0, CHECKED_BYTES), bytes].some(checked => equalBytes(hash(checked), stated)),
      );
    },
  };
}

function cipherOf({ algorithm, derivation }: StatedLock): { kind: 'aes' | 'gcm' | 'blowfish'; keyBytes: number } {
  const name = algorithm['algorithm-name'] ?? '';
  const aes = /aes(128|192|256)-(cbc|gcm)$/i.exec(name);
  const stated = derivation['key-size'];
  const keyBytes = stated === undefined ? undefined : wholeNumber(stated, 4, 56);
  if (aes !== null) {
    const ownBytes = Number(aes[1]) / 8;
    if (keyBytes !== undefined && keyBytes !== ownBytes) throw damagedProtection();
    return { kind: aes[2]?.toLowerCase() === 'gcm' ? 'gcm' : 'aes', keyBytes: ownBytes };
  }
  if (/blowfish/i.test(name)) return { kind: 'blowfish', keyBytes: keyBytes ?? 16 };
  throw notSupported();
}

function derivationOf({ derivation }: StatedLock, keyBytes: number): (startKey: Uint8Array) => Promise<Uint8Array> {
  const name = derivation['key-derivation-name'] ?? 'pbkdf2';
  const salt = bytesOf(derivation.salt);
  if (/(^|#)pbkdf2$/i.test(name)) {
    const iterations = wholeNumber(derivation['iteration-count'], 1, MAX_ITERATIONS);
    return async startKey => {
      const base = await crypto.subtle.importKey('raw', new Uint8Array(startKey), 'PBKDF2', false, ['deriveBits']);
      const how = { name: 'PBKDF2', hash: 'SHA-1', salt: new Uint8Array(salt), iterations };
      return new Uint8Array(await crypto.subtle.deriveBits(how, base, keyBytes * 8));
    };
  }
  if (/argon2id$/i.test(name)) {
    const passes = wholeNumber(derivation['argon2-iterations'], 1, 1000);
    const memoryKib = wholeNumber(derivation['argon2-memory'], 8, MAX_ARGON_KIB);
    const lanes = wholeNumber(derivation['argon2-lanes'], 1, MAX_ARGON_LANES);
    if (passes * memoryKib > MAX_ARGON_WORK_KIB) throw damagedProtection();
    return startKey => argon2idAsync(startKey, salt, { t: passes, m: memoryKib, p: lanes, dkLen: keyBytes });
  }
  throw notSupported();
}

/** The vector may stand before the data as well; that what follows is whole and unchanged is part of the method. */
async function decryptGcm(sealed: Uint8Array, key: Uint8Array, initial: Uint8Array): Promise<Uint8Array | null> {
  const repeats = equalBytes(sealed.subarray(0, GCM_INITIAL_BYTES), initial);
  const data = new Uint8Array(repeats ? sealed.subarray(GCM_INITIAL_BYTES) : sealed);
  const aes = await crypto.subtle.importKey('raw', new Uint8Array(key), 'AES-GCM', false, ['decrypt']);
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: new Uint8Array(initial) }, aes, data));
  } catch {
    return null;
  }
}

/** The last byte tells how many were added; what the others are is left to the writer. */
function withoutPadding(bytes: Uint8Array): Uint8Array {
  const added = bytes.at(-1) ?? 0;
  return added >= 1 && added <= BLOCK_BYTES ? bytes.subarray(0, bytes.byteLength - added) : bytes;
}

function hashOf(name: string): CHash {
  const kind = /sha-?(1|256|512)$/i.exec(name)?.[1];
  if (kind === undefined) throw notSupported();
  return kind === '1' ? sha1 : kind === '256' ? sha256 : sha512;
}

function wholeNumber(stated: string | undefined, min: number, max: number): number {
  const value = Number(stated);
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw damagedProtection();
}

function bytesOf(base64: string | undefined): Uint8Array {
  try {
    return Uint8Array.from(atob((base64 ?? '').replace(/\s+/g, '')), char => char.charCodeAt(0));
  } catch {
    throw damagedProtection();
  }
}

function notSupported(): ExtractionFailure {
  return new ExtractionFailure(
    'password-needed',
    'The document is protected by a method that is not supported; ask for an unprotected copy.',
  );
}

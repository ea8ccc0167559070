/**
 * The key of a vault file, and what can be told of a file with it. SQLCipher 4 files begin with 16 bytes of salt; the key
 * is PBKDF2-HMAC-SHA512(passphrase, salt, 256,000 rounds); each 4096-byte page ends in 16 bytes of IV and an HMAC-SHA512
 * (https://www.zetetic.net/sqlcipher/design/). We derive the key ourselves so that the passphrase never stands in SQL,
 * and check single pages ourselves so that "damaged" can be told from "wrong passphrase".
 */
import { createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { lastCommittedPage } from './writeAheadLog.ts';

const pageBytes = 4096;
const saltBytes = 16;
const reserveBytes = 80;
const rounds = 256_000;

export interface VaultKey {
  key: Buffer;
  salt: Buffer;
}

export function newVaultKey(passphrase: string): VaultKey {
  return deriveVaultKey(passphrase, randomBytes(saltBytes));
}

/** NFKC, since the same Hangul or accented passphrase is typed composed on one system and decomposed on another. */
export function deriveVaultKey(passphrase: string, salt: Buffer): VaultKey {
  return { key: pbkdf2Sync(passphrase.normalize('NFKC'), salt, rounds, 32, 'sha512'), salt };
}

export function readSalt(path: string): Buffer | null {
  const file = openSync(path, 'r');
  try {
    const salt = Buffer.alloc(saltBytes);
    return readSync(file, salt, 0, saltBytes, 0) === saltBytes ? salt : null;
  } finally {
    closeSync(file);
  }
}

/** SQLCipher's raw key form: 32 bytes of key, 16 of salt. */
export function pragmaKey({ key, salt }: VaultKey): string {
  return `"x'${key.toString('hex')}${salt.toString('hex')}'"`;
}

/** `log-differs`: the key made the file's pages, and another one what was written last. */
export type FileJudgement = 'key-fits' | 'key-does-not-fit' | 'log-differs' | 'foreign';

/**
 * Judges a file by its bytes: do pages bear the HMAC that this key makes, and could it be a vault at all? What was committed
 * to the log last goes before the file: a change of passphrase that was cut short has its new pages there.
 */
export function judgeVaultFile(path: string, { key, salt }: VaultKey): FileJudgement {
  const hmacKey = pbkdf2Sync(key, Buffer.from(salt.map(byte => byte ^ 0x3a)), 2, 32, 'sha512');
  const logged = lastCommittedPage(path, pageBytes);
  if (logged && pageFits(logged.page, logged.number, hmacKey)) return 'key-fits';
  const ofFile = judgePages(path, hmacKey);
  return logged && ofFile === 'key-fits' ? 'log-differs' : ofFile;
}

function judgePages(path: string, hmacKey: Buffer): 'key-fits' | 'key-does-not-fit' | 'foreign' {
  const file = openSync(path, 'r');
  try {
    const size = fstatSync(file).size;
    const pages = Math.floor(size / pageBytes);
    const page = Buffer.alloc(pageBytes);
    for (const number of samplePages(pages)) {
      if (readSync(file, page, 0, pageBytes, (number - 1) * pageBytes) === pageBytes && pageFits(page, number, hmacKey))
        return 'key-fits';
    }
    if (pages === 0) return 'foreign';
    readSync(file, page, 0, pageBytes, 0);
    return looksRandom(page) ? 'key-does-not-fit' : 'foreign';
  } finally {
    closeSync(file);
  }
}

/** The first pages and a spread over the rest: enough to tell damage here and there from a key that fits nowhere. */
function samplePages(pages: number): number[] {
  const spread = Array.from({ length: 64 }, (_, at) => 1 + Math.floor((at * (pages - 1)) / 63));
  return [...new Set([1, 2, 3, 4, ...spread])].filter(number => number >= 1 && number <= pages);
}

function pageFits(page: Buffer, number: number, hmacKey: Buffer): boolean {
  const from = number === 1 ? saltBytes : 0;
  const mac = page.subarray(pageBytes - 64);
  const counter = Buffer.alloc(4);
  counter.writeUInt32LE(number);
  const expected = createHmac('sha512', hmacKey)
    .update(page.subarray(from, pageBytes - reserveBytes + 16))
    .update(counter)
    .digest();
  return timingSafeEqual(mac, expected);
}

/** Ciphertext has close to 8 bits an octet; 4096 random bytes measure above 7.9, text and office formats far below. */
function looksRandom(page: Buffer): boolean {
  const counts = new Uint32Array(256);
  for (const byte of page) counts[byte] = (counts[byte] ?? 0) + 1;
  let bits = 0;
  for (const count of counts) if (count > 0) bits -= (count / page.length) * Math.log2(count / page.length);
  return bits > 7.8;
}

export function sameKey(left: VaultKey, right: VaultKey): boolean {
  return timingSafeEqual(left.key, right.key);
}

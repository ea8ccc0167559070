/** Agile encryption of office documents ([MS-OFFCRYPTO] 2.3.4.10 on): Office 2010 and later, described by XML. */
import { hmac } from '@noble/hashes/hmac.js';
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import type { CHash } from '@noble/hashes/utils.js';
import { Parser } from 'htmlparser2';
import { ExtractionFailure } from '../../extractionFailure.ts';
import { equalBytes, utf16, word } from '../ole/bytes.ts';
import { type AesKey, openAesKey } from './aes.ts';
import { joinBytes } from '../../../../shared/kernel/joinBytes.ts';

/** How the key to a document is found by its password, and the document by its key. */
export interface Encryption {
  /** Null where the password does not fit. */
  tryPassword(password: string): Promise<DocumentKey | null>;
}

export interface DocumentKey {
  decrypt(data: Uint8Array): Promise<Uint8Array>;
  /** False: the document was changed after it was protected. Null: it carries nothing to tell by. */
  isIntact(packageStream: Uint8Array): Promise<boolean | null>;
}

const HASHES: Record<string, CHash> = {
  MD5: md5,
  SHA1: sha1,
  'SHA-1': sha1,
  SHA256: sha256,
  SHA384: sha384,
  SHA512: sha512,
  'SHA-256': sha256,
  'SHA-384': sha384,
  'SHA-512': sha512,
};
/** The format's own bound. Office writes 100,000. */
const MAX_SPIN_COUNT = 10_000_000;
const SEGMENT_BYTES = 4096;
const FILL = 0x36;

const PURPOSE = {
  verifierInput: Uint8Array.of(0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79),
  verifierHash: Uint8Array.of(0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e),
  key: Uint8Array.of(0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6),
  integrityKey: Uint8Array.of(0x5f, 0xb2, 0xad, 0x01, 0x0c, 0xb9, 0xe1, 0xf6),
  integrityValue: Uint8Array.of(0xa0, 0x67, 0x7f, 0x02, 0xb2, 0x2c, 0x84, 0x33),
};

interface CipherFields {
  salt: Uint8Array;
  blockBytes: number;
  keyBytes: number;
  hash: CHash;
}

export function openAgile(xml: string): Encryption {
  const elements = readElements(xml);
  const data = cipherFields(elements.get('keyData') ?? {});
  const lock = elements.get('encryptedKey');
  if (lock === undefined) {
    throw new ExtractionFailure(
      'password-needed',
      'The document is protected for the holders of certain certificates, not by a password; ask for an unprotected copy.',
    );
  }
  const cipher = cipherFields(lock);
  const spinCount = numberOf(lock, 'spinCount', 0, MAX_SPIN_COUNT);

  async function unlock(base: Uint8Array, purpose: Uint8Array, value: string): Promise<Uint8Array> {
    const key = fitted(cipher.hash(joinBytes([base, purpose])), cipher.keyBytes);
    return (await openAesKey(key)).decryptCbc(bytesOf(lock ?? {}, value), fitted(cipher.salt, cipher.blockBytes));
  }

  return {
    async tryPassword(password) {
      const base = spin(cipher.hash, joinBytes([cipher.salt, utf16(password)]), spinCount);
      const input = await unlock(base, PURPOSE.verifierInput, 'encryptedVerifierHashInput');
      const stated = await unlock(base, PURPOSE.verifierHash, 'encryptedVerifierHashValue');
      const expected = cipher.hash(input.subarray(0, cipher.salt.byteLength));
      if (!equalBytes(stated.subarray(0, expected.byteLength), expected)) return null;
      const key = await unlock(base, PURPOSE.key, 'encryptedKeyValue');
      return openDocumentKey(await openAesKey(key.subarray(0, data.keyBytes)), data, elements.get('dataIntegrity'));
    },
  };
}

function openDocumentKey(aes: AesKey, data: CipherFields, integrity: Record<string, string> | undefined): DocumentKey {
  const initial = (purpose: Uint8Array) => fitted(data.hash(joinBytes([data.salt, purpose])), data.blockBytes);
  return {
    async decrypt(bytes) {
      const plain = new Uint8Array(bytes.byteLength);
      for (let at = 0, segment = 0; at < bytes.byteLength; at += SEGMENT_BYTES, segment += 1) {
        plain.set(await aes.decryptCbc(bytes.subarray(at, at + SEGMENT_BYTES), initial(word(segment))), at);
      }
      return plain;
    },
    async isIntact(packageStream) {
      if (integrity === undefined) return null;
      const size = data.hash.outputLen;
      const key = await aes.decryptCbc(bytesOf(integrity, 'encryptedHmacKey'), initial(PURPOSE.integrityKey));
      const stated = await aes.decryptCbc(bytesOf(integrity, 'encryptedHmacValue'), initial(PURPOSE.integrityValue));
      return equalBytes(hmac(data.hash, key.subarray(0, size), packageStream), stated.subarray(0, size));
    },
  };
}

/** What makes guessing slow, for us as for everybody. */
export function spin(hash: (bytes: Uint8Array) => Uint8Array, salted: Uint8Array, count: number): Uint8Array {
  let digest = hash(salted);
  const input = new Uint8Array(4 + digest.byteLength);
  const view = new DataView(input.buffer);
  for (let index = 0; index < count; index += 1) {
    view.setUint32(0, index, true);
    input.set(digest, 4);
    digest = hash(input);
  }
  return digest;
}

function readElements(xml: string): Map<string, Record<string, string>> {
  const found = new Map<string, Record<string, string>>();
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const local = name.replace(/^.*:/, '');
        if (!found.has(local)) found.set(local, attributes);
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return found;
}

function cipherFields(element: Record<string, string>): CipherFields {
  const hash = HASHES[element['hashAlgorithm'] ?? ''];
  if (hash === undefined || element['cipherAlgorithm'] !== 'AES' || element['cipherChaining'] !== 'ChainingModeCBC') {
    throw new ExtractionFailure(
      'password-needed',
      'The document is protected by a method that is not supported; ask for an unprotected copy.',
    );
  }
  return {
    hash,
    salt: bytesOf(element, 'saltValue'),
    blockBytes: numberOf(element, 'blockSize', 16, 16),
    keyBytes: numberOf(element, 'keyBits', 128, 256) / 8,
  };
}

function numberOf(element: Record<string, string>, name: string, min: number, max: number): number {
  const value = Number(element[name]);
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw damagedProtection();
}

function bytesOf(element: Record<string, string>, name: string): Uint8Array {
  const bytes = Uint8Array.from(atob(element[name] ?? ''), char => char.charCodeAt(0));
  if (bytes.byteLength === 0 || bytes.byteLength % 16 !== 0) throw damagedProtection();
  return bytes;
}

export function damagedProtection(): ExtractionFailure {
  return new ExtractionFailure('unreadable', 'The document is protected, and what says how is damaged.');
}

function fitted(bytes: Uint8Array, length: number): Uint8Array {
  const whole = new Uint8Array(length).fill(FILL);
  whole.set(bytes.subarray(0, length));
  return whole;
}

/** Standard encryption of office documents ([MS-OFFCRYPTO] 2.3.4.5 on): Office 2007, AES and SHA-1. */
import { sha1 } from '@noble/hashes/legacy.js';
import { viewOf } from '../../cfbSectors.ts';
import { ExtractionFailure } from '../../extractionFailure.ts';
import { equalBytes, utf16, word } from '../ole/bytes.ts';
import { openAesKey } from './aes.ts';
import { damagedProtection, type Encryption, spin } from './agile.ts';
import { joinBytes } from '../../../../shared/kernel/joinBytes.ts';

const SPIN_COUNT = 50_000;
const AES_128 = 0x660e;
const AES_192 = 0x660f;
const AES_256 = 0x6610;
const KEY_BYTES: Record<number, number> = { [AES_128]: 16, [AES_192]: 24, [AES_256]: 32 };
const SALT_BYTES = 16;
const HASH_BYTES = 20;

/** @param info the stream that describes the encryption, its version included */
export function openStandard(info: Uint8Array): Encryption {
  const view = viewOf(info);
  const headerBytes = view.getUint32(8, true);
  const keyBytes = KEY_BYTES[view.getUint32(12 + 8, true)];
  if (keyBytes === undefined) {
    throw new ExtractionFailure(
      'password-needed',
      'The document is protected by a method that is not supported; ask for an unprotected copy.',
    );
  }
  const verifierAt = 12 + headerBytes;
  const part = (from: number, bytes: number) => info.subarray(verifierAt + from, verifierAt + from + bytes);
  const salt = part(4, SALT_BYTES);
  const verifier = part(20, 16);
  const verifierHash = part(40, 32);
  if (verifierHash.byteLength < 32) throw damagedProtection();

  return {
    async tryPassword(password) {
      const base = spin(sha1, joinBytes([salt, utf16(password)]), SPIN_COUNT);
      const key = deriveKey(sha1(joinBytes([base, word(0)]))).subarray(0, keyBytes);
      const aes = await openAesKey(key);
      const expected = sha1(await aes.decryptEcb(verifier));
      if (!equalBytes((await aes.decryptEcb(verifierHash)).subarray(0, HASH_BYTES), expected)) return null;
      return { decrypt: aes.decryptEcb, isIntact: async () => null };
    },
  };
}

/** As CryptDeriveKey of Windows does it: the digest mixed into two different pads. */
function deriveKey(digest: Uint8Array): Uint8Array {
  const mixed = (fill: number) => {
    const pad = new Uint8Array(64).fill(fill);
    for (const [at, byte] of digest.entries()) pad[at] = (pad[at] ?? 0) ^ byte;
    return sha1(pad);
  };
  return joinBytes([mixed(0x36), mixed(0x5c)]);
}

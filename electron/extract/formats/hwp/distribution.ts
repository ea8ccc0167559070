/**
 * Hangul documents "for distribution": their text is encrypted so that it can be read but not changed or copied. The key
 * lies in the document, hidden by a known generator of random numbers.
 */
import { viewOf } from '../../cfbSectors.ts';
import { ExtractionFailure } from '../../extractionFailure.ts';
import { openAesKey } from '../encryptedOffice/aes.ts';
import { TAG } from './records.ts';

const HEAD_BYTES = 4;
const SEED_BYTES = 256;
const KEY_BYTES = 16;
const BLOCK_BYTES = 16;

/** The section's stream as it would be without; it is compressed still. */
export async function openDistributed(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes.byteLength < HEAD_BYTES + SEED_BYTES || (viewOf(bytes).getUint32(0, true) & 0x3ff) !== TAG.distribution) {
    throw new ExtractionFailure('unreadable', 'The document is protected against changes, and damaged.');
  }
  const key = keyOf(bytes.subarray(HEAD_BYTES, HEAD_BYTES + SEED_BYTES));
  const content = bytes.subarray(HEAD_BYTES + SEED_BYTES);
  const blocks = content.subarray(0, content.byteLength - (content.byteLength % BLOCK_BYTES));
  return (await openAesKey(key)).decryptEcb(blocks);
}

/** The first four bytes seed the generator and tell where the key begins; runs of the rest are mixed with its numbers. */
export function keyOf(seeded: Uint8Array): Uint8Array {
  const next = openRandom(viewOf(seeded).getUint32(0, true));
  const plain = seeded.slice();
  let mixed = 0;
  let left = 0;
  for (let at = 0; at < plain.byteLength; at += 1) {
    if (left === 0) {
      mixed = next() & 0xff;
      left = (next() & 0xf) + 1;
    }
    left -= 1;
    if (at >= 4) plain[at] = (plain[at] ?? 0) ^ mixed;
  }
  const start = 4 + ((seeded[0] ?? 0) & 0xf);
  return plain.slice(start, start + KEY_BYTES);
}

/** The generator of Microsoft's C library. */
function openRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 214_013) + 2_531_011) >>> 0;
    return (state >>> 16) & 0x7fff;
  };
}

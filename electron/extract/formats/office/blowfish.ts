/**
 * Blowfish in CFB mode, decryption only: what OpenOffice protected documents with until 2011. WebCrypto does not know it.
 * Its tables are the digits of π, which are computed rather than kept.
 */

const ROUNDS = 16;
const BLOCK_BYTES = 8;
const SUBKEY_WORDS = ROUNDS + 2;
const BOX_WORDS = 256;
const TABLE_WORDS = SUBKEY_WORDS + 4 * BOX_WORDS;
/** So that what is cut off at each step of the series does not reach the digits that are used. */
const GUARD_BITS = 64n;

let digits: Uint32Array | undefined;

/** The last piece may be shorter than a block. */
export function decryptBlowfishCfb(bytes: Uint8Array, key: Uint8Array, initial: Uint8Array): Uint8Array {
  const encrypt = openBlowfish(key);
  const plain = new Uint8Array(bytes.byteLength);
  const feedback = initial.slice(0, BLOCK_BYTES);
  const view = new DataView(feedback.buffer);
  for (let at = 0; at < bytes.byteLength; at += BLOCK_BYTES) {
    encrypt(view);
    const block = bytes.subarray(at, at + BLOCK_BYTES);
    for (let index = 0; index < block.byteLength; index += 1)
      plain[at + index] = (block[index] ?? 0) ^ (feedback[index] ?? 0);
    feedback.set(block);
  }
  return plain;
}

/** @param key 4 to 56 bytes */
export function openBlowfish(key: Uint8Array): (block: DataView) => void {
  digits ??= digitsOfPi();
  const subkeys = digits.slice(0, SUBKEY_WORDS);
  const boxes = digits.slice(SUBKEY_WORDS);
  const box = (which: number, byte: number) => boxes[which * BOX_WORDS + byte] ?? 0;

  function encrypt(block: DataView): void {
    let left = block.getUint32(0);
    let right = block.getUint32(4);
    for (let round = 0; round < ROUNDS; round += 1) {
      left ^= subkeys[round] ?? 0;
      const mixed =
        (((box(0, left >>> 24) + box(1, (left >>> 16) & 0xff)) ^ box(2, (left >>> 8) & 0xff)) + box(3, left & 0xff)) |
        0;
      [left, right] = [right ^ mixed, left];
    }
    block.setUint32(0, right ^ (subkeys[ROUNDS + 1] ?? 0));
    block.setUint32(4, left ^ (subkeys[ROUNDS] ?? 0));
  }

  for (let word = 0, at = 0; word < SUBKEY_WORDS; word += 1) {
    let piece = 0;
    for (let count = 0; count < 4; count += 1, at += 1) piece = (piece << 8) | (key[at % key.byteLength] ?? 0);
    subkeys[word] = (subkeys[word] ?? 0) ^ piece;
  }
  const block = new DataView(new ArrayBuffer(BLOCK_BYTES));
  for (const table of [subkeys, boxes]) {
    for (let at = 0; at < table.length; at += 2) {
      encrypt(block);
      table[at] = block.getUint32(0);
      table[at + 1] = block.getUint32(4);
    }
  }
  return encrypt;
}

/** The digits behind the point, by Machin's formula: π = 16·arctan(1/5) − 4·arctan(1/239). */
function digitsOfPi(): Uint32Array {
  const bits = BigInt(TABLE_WORDS * 32);
  const one = 1n << (bits + GUARD_BITS);
  const pi = 16n * arctanOfInverse(5n, one) - 4n * arctanOfInverse(239n, one);
  const hex = ((pi - 3n * one) >> GUARD_BITS).toString(16).padStart(TABLE_WORDS * 8, '0');
  return Uint32Array.from({ length: TABLE_WORDS }, (_, at) => Number.parseInt(hex.slice(at * 8, at * 8 + 8), 16));
}

function arctanOfInverse(inverse: bigint, one: bigint): bigint {
  const square = inverse * inverse;
  let sum = 0n;
  let power = one / inverse;
  for (let odd = 1n, sign = 1n; power > 0n; odd += 2n, sign = -sign) {
    sum += (sign * power) / odd;
    power /= square;
  }
  return sum;
}

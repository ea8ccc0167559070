/** Addresses of virtual assets: their shapes and checksums. A valid one says nothing of whose it is. */
import { sha256 } from '@noble/hashes/sha2.js';
import { keccak_256 } from '@noble/hashes/sha3.js';

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const BECH32_CONSTANT = 1;
const BECH32M_CONSTANT = 0x2bc830a3;
/** Bytes of a version, a 160-bit hash and a checksum. */
const BASE58CHECK_BYTES = 25;

/** The version byte of a base58check address whose checksum holds, else null. */
export function base58checkVersion(address: string): number | null {
  if (!/^[1-9A-HJ-NP-Za-km-z]{25,36}$/.test(address)) return null;
  const bytes = decodeBase58(address);
  if (bytes === null || bytes.length !== BASE58CHECK_BYTES) return null;
  const payload = bytes.subarray(0, -4);
  const sum = sha256(sha256(payload));
  for (let at = 0; at < 4; at += 1) if (sum[at] !== bytes[bytes.length - 4 + at]) return null;
  return payload[0] ?? null;
}

function decodeBase58(text: string): Uint8Array | null {
  let value = 0n;
  for (const sign of text) {
    const digit = BASE58.indexOf(sign);
    if (digit < 0) return null;
    value = value * 58n + BigInt(digit);
  }
  const bytes: number[] = [];
  for (; value > 0n; value >>= 8n) bytes.unshift(Number(value & 0xffn));
  // Leading zero bytes are written as leading ones.
  for (const sign of text) {
    if (sign !== '1') break;
    bytes.unshift(0);
  }
  return Uint8Array.from(bytes);
}

/** Legacy (1…), script (3…), and segwit addresses in bech32 (witness 0) and bech32m (1 and later). */
export function isBitcoin(address: string): boolean {
  const version = base58checkVersion(address);
  if (version !== null) return version === 0x00 || version === 0x05;
  return isSegwit(address);
}

function isSegwit(address: string): boolean {
  // Mixed case is forbidden; upper case stands for itself in QR codes.
  if (address !== address.toLowerCase() && address !== address.toUpperCase()) return false;
  const match = /^bc1([ac-hj-np-z02-9]{11,71})$/.exec(address.toLowerCase());
  if (!match) return false;
  const values = [...(match[1] ?? '')].map(sign => BECH32.indexOf(sign));
  const [witness = -1] = values;
  // The prefix bc, spread out as the standard has it.
  const sum = polymod([3, 3, 0, 2, 3, ...values]);
  if (witness === 0) return sum === BECH32_CONSTANT && (address.length === 42 || address.length === 62);
  return witness > 0 && witness <= 16 && sum === BECH32M_CONSTANT;
}

function polymod(values: readonly number[]): number {
  const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    for (const [at, generator] of generators.entries()) if ((top >>> at) & 1) sum ^= generator;
  }
  return sum >>> 0;
}

export type EthereumVerdict = 'checked' | 'no-checksum' | 'wrong';

/** EIP-55: mixed case carries a checksum, one case alone does not. */
export function judgeEthereum(address: string): EthereumVerdict {
  const match = /^0x([0-9a-fA-F]{40})$/.exec(address);
  const hex = match?.[1];
  if (hex === undefined) return 'wrong';
  if (hex === hex.toLowerCase() || hex === hex.toUpperCase()) return 'no-checksum';
  const hash = keccak_256(new TextEncoder().encode(hex.toLowerCase()));
  for (let at = 0; at < hex.length; at += 1) {
    const sign = hex.charAt(at);
    if (!/[a-fA-F]/.test(sign)) continue;
    const nibble = ((hash[at >> 1] ?? 0) >> (at % 2 === 0 ? 4 : 0)) & 0xf;
    if (nibble >= 8 !== (sign === sign.toUpperCase())) return 'wrong';
  }
  return 'checked';
}

export function isTron(address: string): boolean {
  return base58checkVersion(address) === 0x41;
}

/** Addresses of virtual assets: their shapes and checksums. A valid one says nothing of whose it is. */
import { keccak_256 } from '@noble/hashes/sha3.js';
import { decodeBase58, decodeBase58check, encodeBase58check, RIPPLE_ALPHABET } from './base58.ts';
import { segwitVersion } from './segwit.ts';

/** A version and a 160-bit hash. */
const HASH_BYTES = 21;

export type BitcoinForm = 'key hash' | 'script hash' | 'bech32' | 'bech32m' | 'test network';

/** Null where no checksum of bitcoin's holds. */
export function bitcoinForm(address: string): BitcoinForm | null {
  const payload = decodeBase58check(address);
  if (payload?.length === HASH_BYTES) {
    if (payload[0] === 0x00) return 'key hash';
    if (payload[0] === 0x05) return 'script hash';
    return payload[0] === 0x6f || payload[0] === 0xc4 ? 'test network' : null;
  }
  const version = segwitVersion(address);
  if (version !== null) return version === 0 ? 'bech32' : 'bech32m';
  return /^(?:tb|bcrt)1[ac-hj-np-z02-9]{11,71}$/i.test(address) ? 'test network' : null;
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

const TRON_VERSION = 0x41;
const TRON_HEX = /^(?:0x)?(41[0-9a-f]{40})$/i;

export function isTron(address: string): boolean {
  const payload = decodeBase58check(address);
  return payload?.length === HASH_BYTES && payload[0] === TRON_VERSION;
}

/** The address T… of one that is written in hexadecimal, as nodes and explorers do; null where it is not. */
export function tronFromHex(address: string): string | null {
  const hex = TRON_HEX.exec(address)?.[1];
  if (hex === undefined) return null;
  return encodeBase58check(Uint8Array.from(hex.match(/../g) ?? [], pair => Number.parseInt(pair, 16)));
}

export type RippleForm = 'classic' | 'with tag';

/** Classic (r…), and the newer form that carries a destination tag (X…). */
export function rippleForm(address: string): RippleForm | null {
  const payload = decodeBase58check(address, RIPPLE_ALPHABET);
  if (payload?.length === HASH_BYTES && payload[0] === 0) return 'classic';
  // Two bytes of prefix, the hash, a flag and eight bytes of the tag.
  return payload?.length === 31 && payload[0] === 0x05 && payload[1] === 0x44 ? 'with tag' : null;
}

/** 32 bytes in base58; there is no checksum. */
export function isSolana(address: string): boolean {
  return /^.{32,44}$/.test(address) && decodeBase58(address)?.length === 32;
}

export type MoneroForm = 'standard' | 'subaddress' | 'integrated';

const MONERO_FORMS: Readonly<Record<number, MoneroForm>> = { 18: 'standard', 42: 'subaddress', 19: 'integrated' };
/** One byte of the network, two keys, and for an integrated address a payment's number; then the checksum. */
const MONERO_BYTES: Readonly<Record<MoneroForm, number>> = { standard: 69, subaddress: 69, integrated: 77 };

/** Main network only; the checksum is the head of a Keccak-256. */
export function moneroForm(address: string): MoneroForm | null {
  const bytes = decodeMonero(address);
  const form = MONERO_FORMS[bytes?.[0] ?? -1];
  if (!bytes || form === undefined || bytes.length !== MONERO_BYTES[form]) return null;
  const sum = keccak_256(bytes.subarray(0, -4));
  return bytes.subarray(-4).every((byte, at) => byte === sum[at]) ? form : null;
}

/** Monero writes base58 in blocks: 11 signs for 8 bytes, and 7 for the last 5. */
function decodeMonero(address: string): Uint8Array | null {
  if (address.length % 11 !== 7 || address.length > 106) return null;
  const bytes: number[] = [];
  for (let at = 0; at < address.length; at += 11) {
    const block = address.slice(at, at + 11);
    const size = block.length === 11 ? 8 : 5;
    const decoded = decodeBase58(block);
    if (decoded === null) return null;
    // Blocks have a fixed width, so leading ones are no bytes of their own.
    const value = [...decoded];
    while (value.length > size && value[0] === 0) value.shift();
    if (value.length > size) return null;
    bytes.push(...Array<number>(size - value.length).fill(0), ...value);
  }
  return Uint8Array.from(bytes);
}

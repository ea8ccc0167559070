/** Bitcoin's addresses in bech32 (witness version 0) and bech32m (1 and later). */

const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const BECH32_CONSTANT = 1;
const BECH32M_CONSTANT = 0x2bc830a3;
const CHECKSUM_SIGNS = 6;
/** The prefix bc, spread out as the standard has it. */
const PREFIX = [3, 3, 0, 2, 3];

/** The witness version of an address whose checksum and lengths hold, else null. */
export function segwitVersion(address: string): number | null {
  // Mixed case is forbidden; upper case stands for itself in QR codes.
  if (address !== address.toLowerCase() && address !== address.toUpperCase()) return null;
  const match = /^bc1([ac-hj-np-z02-9]{11,71})$/.exec(address.toLowerCase());
  if (!match) return null;
  const values = [...(match[1] ?? '')].map(sign => BECH32.indexOf(sign));
  const [version = -1] = values;
  if (version > 16) return null;
  const sum = polymod([...PREFIX, ...values]);
  if (sum !== (version === 0 ? BECH32_CONSTANT : BECH32M_CONSTANT)) return null;
  return isProgram(version, values.slice(1, -CHECKSUM_SIGNS)) ? version : null;
}

/** Five bits a sign make whole bytes, 2 to 40; what is left over is less than a sign, and zero. Version 0 has 20 or 32 bytes. */
function isProgram(version: number, signs: readonly number[]): boolean {
  const [bytes, left] = [Math.floor((signs.length * 5) / 8), (signs.length * 5) % 8];
  if (bytes < 2 || bytes > 40 || left > 4 || ((signs.at(-1) ?? 0) & ((1 << left) - 1)) !== 0) return false;
  return version !== 0 || bytes === 20 || bytes === 32;
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

/**
 * Numbers that several teams give out at the same time without a server. The vault that opened a case counts its exhibits and
 * findings from 1 and prints them bare (`EX-0001`); every other vault that adds to the case counts in a series of its own, named
 * by five letters that follow from its id (`EX-QRTBA-0001`). So the same exhibit has the same number in every vault, and two
 * teams never give one number to two exhibits. Series and count are one integer, so that numbers sort and compare as such.
 */
import type { VaultId } from '../kernel/ids.ts';

/** More than anybody admits to one case; 26^5 series of it stay below 2^53. */
const seriesSize = 100_000_000;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const codeLength = 5;
const codeCount = letters.length ** codeLength;

/** Five letters from the random part of the vault's id. Two of ten vaults share them in about 1 of 260,000 such groups. */
export function vaultCode(vaultId: VaultId): string {
  return codeOf(Number.parseInt(vaultId.slice(-12), 16) % codeCount);
}

/** Where the numbers begin that this vault gives out in a case that another vault opened. */
export function seriesStart(vaultId: VaultId): number {
  return ((Number.parseInt(vaultId.slice(-12), 16) % codeCount) + 1) * seriesSize;
}

/** The first number of the next series: a vault's own numbers are those from its start up to here. */
export function seriesEnd(start: number): number {
  return start + seriesSize;
}

/** `EX-0001`, `EX-QRTBA-0001`, `F-1`. */
export function printedNumber(prefix: string, number: number, digits: number): string {
  const series = Math.floor(number / seriesSize);
  const count = String(number % seriesSize).padStart(digits, '0');
  return series === 0 ? `${prefix}-${count}` : `${prefix}-${codeOf(series - 1)}-${count}`;
}

/** The number that a person typed, with or without its prefix and zeros; null where it is none. */
export function readPrintedNumber(prefix: string, text: string): number | null {
  const match = new RegExp(`^(?:${prefix}-)?(?:([A-Z]{${codeLength}})-)?0*(\\d{1,8})$`, 'i').exec(text.trim());
  if (!match) return null;
  const [, code, count] = match;
  return (code === undefined ? 0 : (indexOf(code.toUpperCase()) + 1) * seriesSize) + Number(count);
}

function codeOf(index: number): string {
  let rest = index;
  let code = '';
  for (let at = 0; at < codeLength; at++) {
    code = (letters[rest % letters.length] ?? '') + code;
    rest = Math.floor(rest / letters.length);
  }
  return code;
}

function indexOf(code: string): number {
  return Array.from(code).reduce((sum, letter) => sum * letters.length + letters.indexOf(letter), 0);
}

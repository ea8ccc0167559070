/** The arithmetic of check digits; each takes digits or characters as they are printed, without separators. */

/** IMO ship number: 7 digits; the first six weighted 7 to 2, the sum's last digit is the seventh. */
export function isImoShip(digits: string): boolean {
  if (!/^\d{7}$/.test(digits)) return false;
  return weighted(digits, [7, 6, 5, 4, 3, 2]) % 10 === Number(digits[6]);
}

/** IMO company and registered owner number: weights 8, 6, 4, 2, 9, 7; (11 − sum mod 11) mod 10. */
export function isImoCompany(digits: string): boolean {
  if (!/^\d{7}$/.test(digits)) return false;
  return (11 - (weighted(digits, [8, 6, 4, 2, 9, 7]) % 11)) % 10 === Number(digits[6]);
}

function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0);
}

/**
 * ISO 6346: owner code, category letter U, J or Z, six digits, check digit. Letters count from 10, leaving out multiples of
 * 11; each place weighs a power of two. A remainder of 10 is printed as 0.
 */
export function isContainer(code: string): boolean {
  if (!/^[A-Z]{3}[UJZ]\d{7}$/.test(code)) return false;
  let sum = 0;
  for (let at = 0; at < 10; at += 1) sum += containerValue(code.charAt(at)) * 2 ** at;
  return (sum % 11) % 10 === Number(code[10]);
}

function containerValue(sign: string): number {
  const letter = sign.charCodeAt(0) - 65;
  if (letter < 0) return Number(sign);
  // A = 10, and one more is left out at each multiple of 11: B = 12, L = 23, V = 34.
  return letter + 10 + Math.floor((letter + 9) / 10);
}

/** ISO 7064 mod 97-10 over letters as 10 to 35: IBAN (after moving its head to the end) and LEI leave 1. */
export function mod97(code: string): number {
  let rest = 0;
  for (const sign of code) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}

/** NMEA 0183: XOR of the bytes between `!` or `$` and `*`, in hexadecimal. */
export function isNmea(sentence: string): boolean {
  const match = /^[!$]([^*]{1,120})\*([0-9A-Fa-f]{2})$/.exec(sentence.trim());
  if (!match) return false;
  let sum = 0;
  for (const sign of match[1] ?? '') sum ^= sign.charCodeAt(0);
  return sum === Number.parseInt(match[2] ?? '', 16);
}

/** CAS number: the digits before the last, weighted from the right by 1, 2, 3 …, mod 10. */
export function isCas(code: string): boolean {
  const match = /^(\d{2,7})-(\d{2})-(\d)$/.exec(code);
  if (!match) return false;
  const digits = `${match[1]}${match[2]}`;
  const sum = [...digits].reverse().reduce((total, digit, at) => total + Number(digit) * (at + 1), 0);
  return sum % 10 === Number(match[3]);
}

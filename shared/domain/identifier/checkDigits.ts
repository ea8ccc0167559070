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

/** The sum of the first digits, each times its weight. */
export function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0);
}

/**
 * ISO 6346: owner code, category letter U, J or Z, six digits, check digit. Letters count from 10, leaving out multiples of
 * 11; each place weighs a power of two. A remainder of 10 is printed as 0.
 */
export function isContainer(code: string): boolean {
  if (!/^[A-Z]{3}[UJZ]\d{7}$/.test(code)) return false;
  return containerRemainder(code) % 10 === Number(code[10]);
}

/** 0 to 10, of the ten signs before the check digit. */
export function containerRemainder(code: string): number {
  let sum = 0;
  for (let at = 0; at < 10; at += 1) sum += containerValue(code.charAt(at)) * 2 ** at;
  return sum % 11;
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

/** ISO 7064 mod 11-2: the last sign, a digit or X for 10, of a row of digits. */
export function mod11Radix2(digits: string): string {
  let rest = 0;
  for (const digit of digits) rest = ((rest + Number(digit)) * 2) % 11;
  const check = (12 - rest) % 11;
  return check === 10 ? 'X' : String(check);
}

/** Luhn's sum, mod 10: every second digit from the right is doubled, and its own digits added. */
export function isLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
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
  const match = /^([1-9]\d{1,6})-(\d{2})-(\d)$/.exec(code);
  if (!match) return false;
  const digits = `${match[1]}${match[2]}`;
  const sum = [...digits].reverse().reduce((total, digit, at) => total + Number(digit) * (at + 1), 0);
  return sum % 10 === Number(match[3]);
}

const VIN_WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
/** What each letter counts as, A to Z; I, O and Q do not occur. */
const VIN_LETTERS = '12345678.12345.7.923456789';

/** The sign that position 9 of a VIN would have to carry; X stands for 10. */
export function vinCheckSign(vin: string): string {
  const digits = vin.replace(/[A-Z]/g, letter => VIN_LETTERS.charAt(letter.charCodeAt(0) - 65));
  const rest = weighted(digits.replace(/\D/g, '0'), VIN_WEIGHTS) % 11;
  return rest === 10 ? 'X' : String(rest);
}

const USCC_SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** GB 32100: 31 signs, each place weighing a power of three, mod 31. */
export function isUscc(code: string): boolean {
  if (!/^[0-9A-HJ-NP-RTUWXY]{18}$/.test(code)) return false;
  let [sum, weight] = [0, 1];
  for (const sign of code.slice(0, 17)) {
    sum += USCC_SIGNS.indexOf(sign) * weight;
    weight = (weight * 3) % 31;
  }
  return USCC_SIGNS.charAt((31 - (sum % 31)) % 31) === code.charAt(17);
}

const INN_10 = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const INN_11 = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const INN_12 = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

/** Russian tax number: one check digit of ten digits, two of twelve; each mod 11 mod 10. */
export function isInn(digits: string): boolean {
  const holds = (weights: readonly number[]) =>
    (weighted(digits, weights) % 11) % 10 === Number(digits.charAt(weights.length));
  if (/^\d{10}$/.test(digits)) return holds(INN_10);
  return /^\d{12}$/.test(digits) && holds(INN_11) && holds(INN_12);
}

/** Russian registration number: all before the last digit as one number, mod 11 of twelve, mod 13 of fourteen; then mod 10. */
export function isOgrn(digits: string): boolean {
  if (!/^(?:\d{13}|\d{15})$/.test(digits)) return false;
  const divisor = digits.length === 13 ? 11 : 13;
  return (Number(digits.slice(0, -1)) % divisor) % 10 === Number(digits.at(-1));
}

/** ICAO 9303: weights 7, 3, 1 in turn; letters are 10 to 35, the filler is 0; mod 10. */
export function mrzCheckDigit(field: string): string {
  const weights = [7, 3, 1];
  let sum = 0;
  for (const [at, sign] of [...field].entries())
    sum += (sign === '<' ? 0 : Number.parseInt(sign, 36)) * (weights[at % 3] ?? 0);
  return String(sum % 10);
}

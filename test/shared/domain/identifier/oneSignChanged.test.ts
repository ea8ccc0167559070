// Where a scheme promises that one changed sign is found, it is found, whatever the number and the place.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isLuhn,
  isUscc,
  mod11Radix2,
  mod97,
  mrzCheckDigit,
  vinCheckSign,
} from '../../../../shared/domain/identifier/checkDigits.ts';
import { checkIdentifier, type IdentifierKind } from '../../../../shared/domain/identifier/index.ts';

const DIGITS = '0123456789';
const valid = (kind: IdentifierKind, value: string) => checkIdentifier(kind, value).valid;
const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...DIGITS), minLength: length, maxLength: length });

/** Another sign of the alphabet in one place; `by` says which. */
function changed(value: string, at: number, by: number, alphabet = DIGITS): string {
  const place = at % value.length;
  const old = alphabet.indexOf(value.charAt(place));
  const other = alphabet.charAt((old + 1 + (by % (alphabet.length - 1))) % alphabet.length);
  return value.slice(0, place) + other + value.slice(place + 1);
}

/** A valid number, a place in it, and how far to move its sign. */
function everyChange(numbers: fc.Arbitrary<string>, rule: (number: string, at: number, by: number) => void): void {
  fc.assert(fc.property(numbers, fc.nat(1000), fc.nat(1000), rule), { numRuns: 300 });
}

/** The two check digits that make a row of signs leave 1. */
function withMod97(signs: string): string {
  return `${signs}${String(98 - mod97(`${signs}00`)).padStart(2, '0')}`;
}

describe('one changed sign is found', () => {
  test('by mod 97 in an IBAN', () => {
    const ibans = digits(18).map(account => `DE${withMod97(`${account}DE`).slice(-2)}${account}`);
    everyChange(ibans, (iban, at, by) => {
      expect(valid('iban', iban)).toBe(true);
      expect(valid('iban', `DE${changed(iban.slice(2), at, by)}`)).toBe(false);
    });
  });

  test('by mod 97 in the digits of an LEI', () => {
    everyChange(
      digits(16).map(row => withMod97(`AB${row}`)),
      (lei, at, by) => {
        expect(valid('lei', lei)).toBe(true);
        expect(valid('lei', `AB${changed(lei.slice(2), at, by)}`)).toBe(false);
      },
    );
  });

  test('by Luhn’s sum in an IMEI', () => {
    const imeis = digits(13).map(row => {
      const number = `3${row}`;
      return number + [...DIGITS].find(digit => isLuhn(number + digit));
    });
    everyChange(imeis, (imei, at, by) => {
      expect(valid('imei', imei)).toBe(true);
      expect(valid('imei', changed(imei, at, by))).toBe(false);
    });
  });

  test('by mod 11-2 in a Chinese resident’s number', () => {
    const numbers = digits(3).map(order => {
      const row = `21060019800229${order}`;
      return row + mod11Radix2(row);
    });
    everyChange(numbers, (number, at, by) => {
      expect(valid('cn-resident', number)).toBe(true);
      expect(valid('cn-resident', changed(number.slice(0, 17), at, by) + number.charAt(17))).toBe(false);
      expect(valid('cn-resident', number.slice(0, 17) + changed(number.charAt(17), 0, by, `${DIGITS}X`))).toBe(false);
    });
  });

  test('by mod 31 in a unified social credit code', () => {
    const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    const codes = fc.string({ unit: fc.constantFrom(...signs), minLength: 9, maxLength: 9 }).map(organisation => {
      const row = `91210600${organisation}`;
      return row + [...signs].find(sign => isUscc(row + sign));
    });
    everyChange(codes, (code, at, by) => {
      expect(valid('uscc', code)).toBe(true);
      expect(valid('uscc', code.slice(0, 8) + changed(code.slice(8), at, by, signs))).toBe(false);
    });
  });

  test('by position 9 in the digits of a North American vehicle’s number', () => {
    const numbers = digits(8).map(row => {
      const open = `1M8GDM9A0${row}`;
      return `1M8GDM9A${vinCheckSign(open)}${row}`;
    });
    everyChange(numbers, (vin, at, by) => {
      expect(valid('vin', vin)).toBe(true);
      expect(valid('vin', vin.slice(0, 9) + changed(vin.slice(9), at, by))).toBe(false);
    });
  });

  test('by its own check digit in each number of a machine-readable zone', () => {
    const lines = fc.tuple(digits(9), digits(6), digits(6)).map(([number, birth, expiry]) => {
      const row = `${number}${mrzCheckDigit(number)}UTO${birth}${mrzCheckDigit(birth)}F${expiry}${mrzCheckDigit(expiry)}`;
      const line = `${row}${'<'.repeat(14)}0`;
      return line + mrzCheckDigit(line.slice(0, 10) + line.slice(13, 20) + line.slice(21, 43));
    });
    everyChange(lines, (line, at, by) => {
      expect(valid('mrz', line)).toBe(true);
      expect(valid('mrz', changed(line.slice(0, 10), at, by) + line.slice(10))).toBe(false);
      expect(valid('mrz', line.slice(0, 13) + changed(line.slice(13, 20), at, by) + line.slice(20))).toBe(false);
    });
  });

  test('by the checksums of wallets', () => {
    const base58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
    const bech32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
    const wallets = fc.constantFrom<[IdentifierKind, string, string, number]>(
      ['btc', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', base58, 1],
      ['tron', 'TJRabPrwbZy45sbavfcjinPJC18kjpRTv8', base58, 1],
      ['xrp', 'rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh', base58, 1],
      ['btc', 'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq', bech32, 3],
      ['btc', 'bc1p5cyxnuxmeuwuvkwfem96lqzszd02n6xdcjrs20cac6yqjjwudpxqkedrcr', bech32, 3],
    );
    fc.assert(
      fc.property(wallets, fc.nat(1000), fc.nat(1000), ([kind, address, alphabet, head], at, by) => {
        expect(valid(kind, address.slice(0, head) + changed(address.slice(head), at, by, alphabet))).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a number that its rule makes', () => {
  test('passes: the six digits before an IMO number’s last decide it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100000, max: 999999 }), number => {
        const ships = [...DIGITS].filter(digit => valid('imo-ship', `${number}${digit}`));
        const companies = [...DIGITS].filter(digit => valid('imo-company', `${number}${digit}`));
        expect([ships.length, companies.length]).toEqual([1, 1]);
      }),
    );
  });

  test('passes: the digits before the last of an INN and OGRN decide it', () => {
    fc.assert(
      fc.property(digits(8), digits(11), (inn, ogrn) => {
        expect([...DIGITS].filter(digit => valid('inn', `7${inn}${digit}`))).toHaveLength(1);
        expect([...DIGITS].filter(digit => valid('ogrn', `1${ogrn}${digit}`))).toHaveLength(1);
      }),
    );
  });
});

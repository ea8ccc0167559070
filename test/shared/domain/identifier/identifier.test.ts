// Identifiers are checked as the kind they are said to be; digits alone never tell.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkIdentifier, type IdentifierKind } from '../../../../shared/domain/identifier/index.ts';

const valid = (kind: IdentifierKind, value: string) => checkIdentifier(kind, value).valid;

describe('an identifier', () => {
  test.each<[IdentifierKind, string, boolean]>([
    // Values from the standards' own examples, or made to fit; none is anybody's that matters here.
    ['imo-ship', 'IMO 9074729', true],
    ['imo-ship', '9074728', false],
    ['imo-ship', '907472', false],
    ['imo-company', '5988369', true],
    ['imo-company', '5988368', false],
    ['mmsi', '445000001', true],
    ['mmsi', '945000001', false],
    ['container', 'CSQU 305438-3', true],
    ['container', 'CSQU3054384', false],
    ['container', 'CSQA3054383', false],
    ['iban', 'GB82 WEST 1234 5698 7654 32', true],
    ['iban', 'GB82 WEST 1234 5698 7654 31', false],
    ['iban', 'KP82WEST12345698765432', false],
    ['bic', 'DEUTDEFF500', true],
    ['bic', 'DEUTDE', false],
    ['lei', '5493001KJTIIGC8Y1R12', true],
    ['lei', '5493001KJTIIGC8Y1R13', false],
    ['btc', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', true],
    ['btc', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb', false],
    ['btc', '1Gq', false],
    ['btc', 'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq', true],
    ['btc', 'BC1QAR0SRRR7XFKVY5L643LYDNW9RE59GTZZWF5MDQ', true],
    ['btc', 'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdx', false],
    ['eth', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', true],
    ['eth', '0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed', true],
    ['eth', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD', false],
    ['tron', 'TJRabPrwbZy45sbavfcjinPJC18kjpRTv8', true],
    ['tron', 'TJRabPrwbZy45sbavfcjinPJC18kjpRTv9', false],
    ['cas', '7719-12-2', true],
    ['cas', '7719-12-3', false],
    ['nmea-aivdm', '!AIVDM,1,1,,B,177KQJ5000G?tO`K>RA1wUbN0TKH,0*5C', true],
    ['nmea-aivdm', '!AIVDM,1,1,,B,177KQJ5000G?tO`K>RA1wUbN0TKH,0*5D', false],
  ])('of the kind %s: %s', (kind, value, expected) => {
    expect(valid(kind, value)).toBe(expected);
  });

  test('that passes as a company’s number and not as a ship’s says so', () => {
    expect(checkIdentifier('imo-ship', '5988369')).toEqual({
      valid: false,
      normal: '5988369',
      sentence: 'This is no ship’s number; as a company’s number its check digit holds.',
    });
  });

  test('without a checksum is not called checked', () => {
    expect(checkIdentifier('eth', `0x${'ab'.repeat(20)}`).sentence).toContain('without a checksum');
  });

  test('with one digit changed never passes, where the check digit promises that', () => {
    // A single wrong digit is found by mod 97 always.
    fc.assert(
      fc.property(fc.nat(17), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const iban = 'GB82WEST12345698765432';
        const digits = [...iban];
        const place = at + 4;
        const digit = Number(digits[place]);
        if (Number.isNaN(digit)) return;
        digits[place] = String((digit + by) % 10);
        expect(valid('iban', digits.join(''))).toBe(false);
      }),
    );
  });

  test('of any text whatever is answered, never thrown at', () => {
    const kinds: IdentifierKind[] = [
      'imo-ship',
      'container',
      'iban',
      'lei',
      'btc',
      'eth',
      'tron',
      'bic',
      'mmsi',
      'cas',
      'nmea-aivdm',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.string({ unit: 'binary' }), (kind, value) => {
        expect(typeof checkIdentifier(kind, value).valid).toBe('boolean');
      }),
    );
  });
});

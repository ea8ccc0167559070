// Identifiers are checked as the kind they are said to be; digits alone never tell.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkIdentifier,
  type IdentifierKind,
  identifierKindNamed,
  identifierKinds,
} from '../../../../shared/domain/identifier/index.ts';
import { samples } from './identifierSamples.ts';

const valid = (kind: IdentifierKind, value: string) => checkIdentifier(kind, value).valid;

describe('an identifier', () => {
  test.each(samples)('of the kind %s: %s', (kind, value, expected) => {
    expect(valid(kind, value)).toBe(expected);
  });

  test('of every kind is tried with one that holds and one that does not', () => {
    for (const kind of identifierKinds)
      expect(new Set(samples.filter(([one]) => one === kind).map(([, , holds]) => holds)), kind).toEqual(
        new Set([true, false]),
      );
  });

  test('that passes as a company’s number and not as a ship’s says so', () => {
    expect(checkIdentifier('imo-ship', '5988369')).toEqual({
      valid: false,
      normal: '5988369',
      sentence: 'This is no ship’s number; as a company’s number its check digit holds.',
    });
  });

  test.each<[IdentifierKind, string]>([
    ['mmsi', '445000001'],
    ['call-sign', 'HMAB'],
    ['hs-code', '847130'],
    ['vin', 'WVWZZZ1JZ3W386752'],
    ['imei', '4901542032375186'],
    ['bic', 'DEUTDEFF500'],
    ['hk-company', '0123456'],
    ['uk-company', 'SC123456'],
    ['cn-resident', '110105491231002'],
    ['passport', '836123456'],
    ['un-reference', 'KPi.001'],
    ['eu-reference', '(EU) 2017/1509'],
    ['eth', `0x${'ab'.repeat(20)}`],
    ['tron', '41a614f803b6fd780986a42c78ec9c7f77e6ded13c'],
    ['sol', '11111111111111111111111111111111'],
  ])('whose check digit was not looked at says that only the form was: %s %s', (kind, value) => {
    const verdict = checkIdentifier(kind, value);
    expect(verdict.valid).toBe(true);
    expect(verdict.sentence).toContain('Only the form was looked at.');
  });

  test.each<[IdentifierKind, string, string]>([
    ['mmsi', '445000001', 'DPR Korea'],
    ['mmsi', '970123456', 'search and rescue transmitter'],
    ['call-sign', 'P5AB', 'DPR Korea'],
    ['call-sign', 'HLAB', 'Republic of Korea'],
    ['call-sign', 'BMAB', 'Taiwan uses BM'],
    ['call-sign', 'ZZAB', 'outside the list'],
    ['vin', 'WVWZZZ1JZ3W386752', 'mandatory only for North America'],
    ['cn-resident', '11010519491231002X', '1949-12-31'],
    ['cn-resident', '11010519491231002X', 'female'],
    ['uscc', '91350100M000100Y43', 'Fujian (350100)'],
    ['passport', '836123456', 'the pattern is only observed'],
    ['un-reference', 'KPv.001', 'a vessel on the list under resolution 1718'],
    ['tron', '41a614f803b6fd780986a42c78ec9c7f77e6ded13c', 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t'],
    ['btc', 'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq', 'bech32, witness version 0'],
    ['btc', 'bc1p5cyxnuxmeuwuvkwfem96lqzszd02n6xdcjrs20cac6yqjjwudpxqkedrcr', 'bech32m'],
    ['eth', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', 'does not say on which chain'],
    ['imo-ship', '0000000', 'not available'],
    // A Cyrillic С looks like a Latin one.
    ['container', '\u0421SQU3054383', 'U+0421'],
  ])('says what it tells: %s %s', (kind, value, words) => {
    expect(checkIdentifier(kind, value).sentence).toContain(words);
  });

  test.each<[IdentifierKind, string, string]>([
    ['imo-ship', 'IMO No. 9074729', '9074729'],
    ['iban', 'IBAN NO93 8601 1117 947', 'NO9386011117947'],
    ['container', 'csqu\u00a0305438\u20113', 'CSQU3054383'],
    ['mmsi', 'MMSI: 445 000 001', '445000001'],
    ['uk-company', '1234567', '01234567'],
    ['un-reference', 'kpI.001', 'KPi.001'],
    ['eth', '5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed'],
    ['cas', 'CAS No. 64\u201317\u20135', '64-17-5'],
    ['imo-ship', '\u200b９０７４７２９', '9074729'],
  ])('is compared without label, separators and what nobody sees: %s %s', (kind, value, normal) => {
    expect(checkIdentifier(kind, value)).toMatchObject({ valid: true, normal });
  });

  test('of any text whatever is answered, never thrown at', () => {
    fc.assert(
      fc.property(fc.constantFrom(...identifierKinds), fc.string({ unit: 'binary' }), (kind, value) => {
        const verdict = checkIdentifier(kind, value);
        expect(typeof verdict.valid).toBe('boolean');
        expect(verdict.sentence).not.toBe('');
      }),
    );
  });
});

describe('a kind', () => {
  test.each([
    ['btc-bech32m', 'btc'],
    ['BTC', 'btc'],
    ['hs code', 'hs-code'],
    ['swift', 'bic'],
    ['call_sign', 'call-sign'],
  ])('is known by other names: %s is %s', (name, kind) => {
    expect(identifierKindNamed(name)).toBe(kind);
  });

  // A ship or a company, and a chain that nobody named: neither is guessed.
  test.each(['imo', 'usdt', 'constructor', ''])('is not guessed from “%s”', name => {
    expect(identifierKindNamed(name)).toBeNull();
  });
});

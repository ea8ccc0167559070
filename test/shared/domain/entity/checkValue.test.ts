// What is said of a value depends on the property that somebody chose and on what else is stated, never on its digits.
import { describe, expect, test } from 'vitest';
import { checkValue, identifierKindOf, type ValueContext } from '../../../../shared/domain/entity/checkValue.ts';
import { valueContextOf } from '../../../../shared/domain/entity/valueContext.ts';

describe('a property', () => {
  test.each([
    ['Vessel', 'imoNumber', 'imo-ship'],
    ['Company', 'imoNumber', 'imo-company'],
    ['Vessel', 'mmsi', 'mmsi'],
    ['Vessel', 'callSign', 'call-sign'],
    ['BankAccount', 'iban', 'iban'],
    ['BankAccount', 'bic', 'bic'],
    ['Company', 'swiftBic', 'bic'],
    ['Company', 'leiCode', 'lei'],
    ['Person', 'innCode', 'inn'],
    ['Company', 'ogrnCode', 'ogrn'],
    ['Person', 'passportNumber', 'passport'],
    ['Passport', 'number', 'passport'],
    ['Identification', 'number', null],
    ['Company', 'registrationNumber', null],
    ['Vehicle', 'registrationNumber', null],
    ['Thing', 'constructor', null],
  ])('calls for its check: %s %s is %s', (schema, property, kind) => {
    expect(identifierKindOf(schema, property)).toBe(kind);
  });

  test.each<[string, string, ValueContext, string, string | null]>([
    ['Company', 'registrationNumber', { jurisdiction: 'cn' }, '91350100M000100Y43', 'uscc'],
    // Numbers of the old form are left alone.
    ['Company', 'registrationNumber', { jurisdiction: 'cn' }, '210600004012345', null],
    ['Company', 'taxNumber', { jurisdiction: ['cn'] }, '91350100M000100Y43', 'uscc'],
    ['Company', 'registrationNumber', { jurisdiction: ['cn', 'hk'] }, '91350100M000100Y43', null],
    ['Company', 'registrationNumber', { jurisdiction: 'hk' }, '0123456', 'hk-company'],
    ['Company', 'registrationNumber', { jurisdiction: 'gb' }, '01234567', 'uk-company'],
    ['Company', 'registrationNumber', { jurisdiction: 'ru' }, '1027700132195', 'ogrn'],
    ['Person', 'taxNumber', { jurisdiction: 'ru' }, '500100732259', 'inn'],
    ['Person', 'idNumber', { jurisdiction: 'cn' }, '11010519491231002X', 'cn-resident'],
    ['Vehicle', 'registrationNumber', { jurisdiction: 'cn' }, '91350100M000100Y43', null],
    ['Vessel', 'registrationNumber', { jurisdiction: 'gb' }, '01234567', null],
  ])('of a register is checked as that register’s: %s %s %o %s', (schema, property, context, value, kind) => {
    expect(identifierKindOf(schema, property, context, value)).toBe(kind);
  });
});

describe('a wallet’s address', () => {
  const bitcoin = '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa';
  const tron = 'TJRabPrwbZy45sbavfcjinPJC18kjpRTv8';
  const check = (address: string, currency?: string) => checkValue('CryptoWallet', 'publicKey', address, { currency });

  test('is checked as of the currency that is stated', () => {
    expect(check(bitcoin, 'XBT')).toEqual({
      valid: true,
      normal: bitcoin,
      sentence: 'The checksum holds (base58check).',
    });
    expect(check(bitcoin, 'trx')).toMatchObject({ valid: false });
  });

  test('without one is only said to be possible by its form', () => {
    expect(check(bitcoin)).toEqual({
      valid: true,
      normal: bitcoin,
      sentence: 'No currency is stated; by its form it could be a bitcoin address. The checksum holds (base58check).',
    });
    expect(check(`${bitcoin.slice(0, -1)}b`)).toMatchObject({ valid: false });
  });

  test('of a token on many chains does not say on which it is', () => {
    expect(check(tron, 'USDT')?.sentence).toBe(
      'USDT lives on several chains; by its form it could be a TRON address. The checksum holds.',
    );
    expect(check('rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh', 'USDT')).toBeNull();
  });

  test('of a form or currency that is not known is not judged', () => {
    expect(check('some words')).toBeNull();
    expect(check('LM2WMpR1Rp6j3Sa59cMXMs1SPzj9eXpGc1', 'LTC')).toBeNull();
  });
});

describe('a date', () => {
  test('that leaves a choice is kept as written, with both', () => {
    expect(checkValue('Person', 'birthDate', 'a) 1964 b) 28.8.1962')).toEqual({
      valid: false,
      normal: 'a) 1964 b) 28.8.1962',
      sentence:
        'It may be 1964 or 1962-08-28. Several dates are given, and none is said to be better. Add each as a value of its own.',
    });
  });

  test('is read as printed, and says what it was read from', () => {
    expect(checkValue('Person', 'birthDate', '1958年頃')).toMatchObject({ valid: true, normal: '1958~' });
    expect(checkValue('Person', 'birthDate', 'Juche 47')).toEqual({
      valid: true,
      normal: '1958',
      sentence: 'Juche 47 is 1958.',
    });
    expect(checkValue('Person', 'birthDate', '28.8.62')?.sentence).toContain('The century is not written');
  });
});

describe('what else is stated', () => {
  test('tells the register and the currency, unless two are stated or it was withdrawn', () => {
    expect(
      valueContextOf([
        { property: 'jurisdiction', value: 'cn' },
        { property: 'nationality', value: 'kp' },
        { property: 'currency', value: 'XBT' },
        { property: 'currency', value: 'ETH', withdrawnAt: '2026-01-01T00:00:00.000Z' },
      ]),
    ).toEqual({ jurisdiction: ['cn'], currency: 'xbt' });
    expect(
      valueContextOf([
        { property: 'citizenship', value: 'cn' },
        { property: 'currency', value: 'XBT' },
        { property: 'currency', value: 'ETH' },
      ]),
    ).toEqual({ jurisdiction: ['cn'], currency: null });
  });
});

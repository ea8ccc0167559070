// What selected words may be: an order for a person's choice, told by the words and those around them.
import { describe, expect, test } from 'vitest';
import { guessEntity } from '../../../../shared/domain/proposal/index.ts';

const guessed = (words: string, before = '', after = '') => {
  const { value, property, schemata } = guessEntity({ words, before, after });
  return [schemata[0], property, value];
};

describe('a name', () => {
  test.each([
    ['FABULA HERON', 'The master of MV ', ' sailed', 'Vessel', 'FABULA HERON'],
    ['MV FABULA HERON', '', '', 'Vessel', 'FABULA HERON'],
    ['FABULA HERON', 'sold to ', ' (IMO 9074729)', 'Vessel', 'FABULA HERON'],
    ['FABULA HERON', '', ' / signed B/L and position list', 'Vessel', 'FABULA HERON'],
    ['LITTLE AUK', 'Particulars\nName of ship\n', '\n', 'Vessel', 'LITTLE AUK'],
    ['Heron & Auk', 'Registered owner: ', '', 'Company', 'Heron & Auk'],
    ['라선 7호', '', '', 'Vessel', '라선 7호'],
    ['Heron Fable Trading Co., Ltd', '', '', 'Company', 'Heron Fable Trading Co., Ltd'],
    ['백로우화무역회사', '', '가', 'Company', '백로우화무역회사'],
    ['白鹭寓言贸易有限公司', '', '', 'Company', '白鹭寓言贸易有限公司'],
    ['ООО «Цапля»', '', '', 'Company', 'ООО «Цапля»'],
    ['Fable Bank', '', '', 'Company', 'Fable Bank'],
    ['Ministry of Fables', '', '', 'PublicBody', 'Ministry of Fables'],
    ['Kim Chol Sam', '', '', 'Person', 'Kim Chol Sam'],
    ['Mr. Heron', '', '', 'Person', 'Heron'],
    ['리영호', '선장: ', '', 'Person', '리영호'],
    ['Jane Fable', '', '', 'Person', 'Jane Fable'],
  ])('“%s” behind “%s” and before “%s” is first taken for a %s', (words, before, after, schema, value) => {
    expect(guessed(words, before, after)).toEqual([schema, 'name', value]);
  });
});

describe('an identifier', () => {
  test.each([
    ['9074729', 'registered as IMO ', '.', 'Vessel', 'imoNumber', '9074729'],
    ['IMO 9074729', '', '', 'Vessel', 'imoNumber', '9074729'],
    ['445000001', 'MMSI: ', '', 'Vessel', 'mmsi', '445000001'],
    ['5878589', 'registered owner IMO ', '', 'Company', 'imoNumber', '5878589'],
    ['000000000', 'passport no. ', '', 'Person', 'passportNumber', '000000000'],
    ['+850 2 381 4410', '', '', 'Company', 'phone', '+85023814410'],
    ['GB82 WEST 1234 5698 7654 32', '', '', 'BankAccount', 'iban', 'GB82WEST12345698765432'],
  ])('“%s” behind “%s” is a value of its property', (words, before, after, schema, property, value) => {
    expect(guessed(words, before, after)).toEqual([schema, property, value]);
  });

  test('is never told by digits alone', () => {
    expect(guessed('9074729', 'invoice ', ' of May')).toEqual(['Person', 'name', '9074729']);
  });
});

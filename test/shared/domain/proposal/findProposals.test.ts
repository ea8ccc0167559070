// What a page seems to name, as proposals: found as printed, never made more certain than it is.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findProposals } from '../../../../shared/domain/proposal/index.ts';

const found = (text: string) => findProposals(text).map(({ sort, words, value }) => [sort, words, value]);

describe('a date', () => {
  test.each([
    ['signed on 26 November 2017 at sea', '26 November 2017', '2017-11-26'],
    ['November 26, 2017', 'November 26, 2017', '2017-11-26'],
    ['2017-11-26 08:00', '2017-11-26', '2017-11-26'],
    ['am 26.11.2017', '26.11.2017', '2017-11-26'],
    ['Date: 11/26/2017', '11/26/2017', '2017-11-26'],
    ['26 ноября 2017 г.', '26 ноября 2017', '2017-11-26'],
    ['26 de noviembre de 2017', '26 de noviembre de 2017', '2017-11-26'],
    ['2017년 11월 26일에', '2017년 11월 26일', '2017-11-26'],
    ['2017年11月26日，', '2017年11月26日', '2017-11-26'],
    ['주체106(2017)년 11월 26일', '주체106(2017)년 11월 26일', '2017-11-26'],
    ['in November 2017 the ship', 'November 2017', '2017-11'],
  ])('in “%s”', (text, words, value) => {
    expect(found(text)).toEqual([['date', words, value]]);
  });

  test('whose day cannot be told is no more certain than its year', () => {
    expect(findProposals('on 03/04/2020')).toMatchObject([
      { value: '2020', note: 'It may be 2020-04-03 or 2020-03-04: which number is the day cannot be told.' },
    ]);
  });

  test('that the calendar does not have is none, and numbers that only look like one are none', () => {
    expect(found('2017-02-31; 2017-13-40; 1.2.3; invoice 20171126; 12026-11-025')).toEqual([]);
  });
});

describe('an identifier', () => {
  test('that says what it is is found beside its word, wrong ones too', () => {
    expect(findProposals('MV FABULA HERON (IMO 9074729, MMSI: 445000001), formerly IMO No. 9074728')).toMatchObject([
      { sort: 'vessel', value: 'FABULA HERON' },
      { sort: 'IMO ship number', value: '9074729', note: 'The check digit of a ship’s number holds.' },
      { sort: 'MMSI', value: '445000001' },
      { sort: 'IMO ship number', value: '9074728', note: 'The check digit does not hold.' },
    ]);
  });

  test('with a checksum is found alone, where it holds', () => {
    expect(found('Seal on CSQU 305438-3, not CSQU3054384; pay to 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa')).toEqual([
      ['container number', 'CSQU 305438-3', 'CSQU3054383'],
      ['bitcoin address', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa'],
    ]);
  });

  test('is not made of seven digits alone, nor of capital letters', () => {
    expect(found('9074729 INVESTME 445000001')).toEqual([]);
  });

  test('passports and e-mail addresses are found as printed', () => {
    expect(found('여권 번호: 000000000, Broker@Example.INVALID')).toEqual([
      ['passport number', '000000000', '000000000'],
      ['e-mail address', 'Broker@Example.INVALID', 'broker@example.invalid'],
    ]);
  });
});

describe('a place', () => {
  test.each([
    ['at 38°45′30″N 125°12′00″E', '38.75833, 125.20000'],
    ['38-45.5N 125-12.0E', '38.75833, 125.20000'],
    ['N 38°45.5′ E 125°12′', '38.75833, 125.20000'],
    ['38.75833 N, 125.2000 E', '38.75833, 125.20000'],
    ['3845N 12512E', '38.75000, 125.20000'],
    ['북위 38도 45분 30초 동경 125도 12분', '38.75833, 125.20000'],
    ['北纬38°45′30″，东经125°12′', '38.75833, 125.20000'],
    ['12°30′S 38°15′W', '-12.50000, -38.25000'],
  ])('by its coordinates: %s', (text, value) => {
    expect(found(text).map(([sort, , read]) => [sort, read])).toEqual([['coordinates', value]]);
  });

  test('by its name, in whatever script', () => {
    expect(found('From Nampo to 丹东, then 블라디보스토크; the DPRK and Российская Федерация agreed')).toEqual([
      ['port', 'Nampo', 'Nampo'],
      ['port', '丹东', 'Dandong'],
      ['port', '블라디보스토크', 'Vladivostok'],
      ['country', 'DPRK', 'North Korea'],
      ['country', 'Российская Федерация', 'Russia'],
    ]);
  });

  test('is not a word in small letters, nor a part of another word', () => {
    expect(found('china cups and nampofied things from Wonsanian cooks')).toEqual([]);
  });
});

test('proposals stand where they say, in order, and never over each other', () => {
  const pieces = fc.constantFrom(
    '26 November 2017',
    'IMO 9074729',
    'Nampo',
    '38°45′N 125°12′E',
    'words',
    ', ',
    ' ',
    '2017년 11월',
    '丹东',
    '\n',
    '1',
    '/',
    'x@y.zz',
    'Kim Chol Sam',
    'MV FABULA',
    'Co., Ltd',
    'USD 3',
    '만 톤',
    '3억',
    '김철삼 ',
    '사장',
    'ООО «',
    '»',
    '有限公司',
    '+850 2 ',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), some => {
      const text = some.join('');
      let last = 0;
      for (const { start, end, words } of findProposals(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(text.slice(start, end)).toBe(words);
        last = end;
      }
    }),
  );
});

// Backtracking over these would take longer than any test may: the run's own limit is what fails it.
test.each([
  '1',
  '1 ',
  '2017-',
  'A1',
  'N 1',
  "1°1'",
  '!AIVDM,',
  'a@a.',
  '1.1.',
  '0x',
  'GB82 WEST ',
  'A ',
  'Aa ',
  'Aa and ',
  'Kim ',
  'Kim-',
  "A'",
  'MV A',
  'Mr. A. ',
  'of A ',
  '김',
  '김 ',
  '사장 김',
  '王',
  '王（',
  'И. ',
  'Иван ',
  '1,000,',
  '1 000 ',
  '3억 ',
  '3만',
  '$1',
  '+1 ',
  '(1)-',
  'Tel: 1 ',
  '“a',
  'ООО «a',
])('text made of “%s” does not stall the search', piece => {
  expect(findProposals(piece.repeat(20_000 / piece.length))).toBeInstanceOf(Array);
});

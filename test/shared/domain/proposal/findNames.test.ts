// Names of people, ships and firms, amounts and quantities: told by their form and the words beside them, or not at all.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findProposals } from '../../../../shared/domain/proposal/index.ts';
import { readEastern } from '../../../../shared/domain/proposal/amountWords.ts';

const found = (text: string, kind: string) =>
  findProposals(text)
    .filter(one => one.kind === kind)
    .map(one => one.value);

describe('a person', () => {
  test.each([
    ['Kim Chol Sam met KIM Chol-sam and Kim Cholsam', ['Kim Chol Sam', 'KIM Chol-sam', 'Kim Cholsam']],
    ['Ri Yong Ho, Choe Ryong-hae; RYU KYONG MIN', ['Ri Yong Ho', 'Choe Ryong-hae', 'RYU KYONG MIN']],
    ['Cheol-sam Kim, Kim, Cheol-sam', ['Cheol-sam Kim', 'Kim, Cheol-sam']],
    ['Ch’oe Ch’un Sik signed', ['Ch’oe Ch’un Sik']],
    ['Kim\nChol Sam', ['Kim Chol Sam']],
    ['Zhang Wei and Li Xiaoming', ['Zhang Wei', 'Li Xiaoming']],
    ['Jin Tiesan (金铁三)', ['Jin Tiesan', '金铁三']],
    ['Mr. Jan van der Fable said; Captain Ivan Fabulov’s ship', ['Jan van der Fable', 'Ivan Fabulov']],
    ['From: "Jane Fable" <jane@example.invalid>', ['Jane Fable']],
    ['Contact person: Jane Fable\nPort', ['Jane Fable']],
    ['김철삼 사장은 선장: 리영호와 만났다', ['김철삼', '리영호']],
    ['김철삼은 대표이사 박영수와', ['김철삼', '박영수']],
    ['法定代表人：王小明，联系 金铁三先生', ['王小明', '金铁三']],
    ['Иванов Иван Иванович; Фабулин И.И.; И. И. Фабулина', ['Иванов Иван Иванович', 'Фабулин И.И.', 'И. И. Фабулина']],
    ['встретил Ким Чхоль Сама', ['Ким Чхоль Сама']],
  ])('in “%s”', (text, names) => expect(found(text, 'person')).toEqual(names));

  test.each([
    'Kim said that Lee in the Park was on Song. An Old So On He Is',
    'Hong Kong, Ho Chi Minh City, Jin Mao Tower',
    'The General Notes of the Lieutenant Colonel',
    '최근에 정부는 한국은 이번에 최고의 박물관을',
    '我们和公司在大连签订合同',
    'Москва Река и Новый Год',
    'Chairman Committee Panel United Nations',
  ])('is not made of other words: %s', text => expect(found(text, 'person')).toEqual([]));
});

describe('a vessel', () => {
  test.each([
    ['MV FABULA HERON, M/T Sunrise 88 and M.V. “Little Auk”', ['FABULA HERON', 'Sunrise 88', 'Little Auk']],
    ['the tanker FABULA 7 met FABULA AUK (IMO 9074729)', ['FABULA 7', 'FABULA AUK']],
    ['Vessel name: FABULA AUK\n', ['FABULA AUK']],
    ['the receiving vessel will be FABULA MORU 5. Her name', ['FABULA MORU 5']],
    ['‘백로’호가, 화물선 왜가리 3호는', ['백로', '왜가리 3']],
    ['“白鹭1号”油轮；船名：苍鹭', ['白鹭1', '苍鹭']],
    ['теплоход «Цапля» и танкером "Заря"', ['Цапля', 'Заря']],
  ])('in “%s”', (text, names) => expect(found(text, 'vessel')).toEqual(names));

  test('is not a weight, nor a word in capitals', () => {
    expect(found('5,000 MT COAL, the VESSEL IS, vessel MASTER, MS Word', 'vessel')).toEqual([]);
  });
});

describe('an organisation', () => {
  test.each([
    ['sold to Heron Fable Trading Co., Ltd. in May', ['Heron Fable Trading Co., Ltd.']],
    ['The Fable Shipping Corporation and the Bank of Fabula', ['Fable Shipping Corporation', 'Bank of Fabula']],
    [
      'Ministry of Fables and Trade, Department of Herons, City',
      ['Ministry of Fables and Trade', 'Department of Herons'],
    ],
    ['백로우화무역회사는 주식회사 왜가리해운에', ['백로우화무역회사', '주식회사 왜가리해운']],
    ['我们与大连白鹭贸易有限公司签订', ['大连白鹭贸易有限公司']],
    ['ООО «Цапля» и OOO "Zarya"', ['ООО «Цапля»', 'OOO "Zarya"']],
  ])('in “%s”', (text, names) => expect(found(text, 'organization')).toEqual(names));

  test('is not the word for one alone', () => {
    expect(
      found('The Company and the Bank told Our Parent Company. Ltd. 이 회사는 주식회사는', 'organization'),
    ).toEqual([]);
  });
});

describe('an amount', () => {
  test.each([
    ['USD 1,250,000 and US$1.2 million', ['USD 1250000', 'USD 1200000']],
    ['5 million US dollars, €60,000', ['USD 5000000', 'EUR 60000']],
    ['3억 5천만 원, 500만 달러', ['won 350000000', 'dollars 5000000']],
    ['300万美元，1.5亿人民币', ['USD 3000000', 'CNY 150000000']],
    ['5 млн долларов США; 100 тыс. рублей', ['USD 5000000', 'RUB 100000']],
  ])('in “%s”', (text, values) => expect(found(text, 'amount')).toEqual(values));

  test('that can be read in two ways is none', () => expect(found('USD 1.500', 'amount')).toEqual([]));

  test('says which dollar is not said', () => {
    expect(findProposals('paid $500')).toMatchObject([{ value: 'dollars 500', note: 'Which dollar is not said.' }]);
  });
});

describe('a quantity', () => {
  test.each([
    ['3,500 MT of coal, 1.6 million barrels', ['3500 t', '1600000 bbl']],
    ['within 12 nm of the port', ['12 nm']],
    ['석탄 2만 톤과 500배럴; 煤炭5000吨', ['20000 t', '500 bbl', '5000 t']],
    ['2000 тонн угля', ['2000 t']],
  ])('in “%s”', (text, values) => expect(found(text, 'quantity')).toEqual(values));

  test('in nanometres is none', () => expect(found('a laser of 532 nm', 'quantity')).toEqual([]));
});

describe('a phone number', () => {
  test.each([
    ['Tel: +850 2 381 4410, fax (0415) 314-5566', ['+85023814410', '04153145566']],
    ['전화번호: 02-381-4410', ['023814410']],
  ])('in “%s”', (text, values) => expect(found(text, 'identifier')).toEqual(values));

  test('is not digits alone', () => expect(found('023814410 and 12-34-56', 'identifier')).toEqual([]));
});

test('steps of ten thousand add up', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 9999 }), (upper, lower) => {
      expect(readEastern(`${upper}억 ${lower}만`)?.amount).toBe(upper * 1e8 + lower * 1e4);
    }),
  );
});

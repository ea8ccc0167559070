import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawerFor } from '../../../electron/extract/drawers.ts';
import {
  canBeRecognised,
  isGarbledText,
  modelOfLanguage,
  pageRanges,
  readModels,
  recognitionNeed,
  suggestModels,
} from '../../../shared/domain/recognition.ts';

const english =
  'The vessel left the port of Nampo on 3 March with 2,400 tons of coal on board and returned in ballast.';

test.each([
  ['English', english],
  ['Korean', '평양무역회사는 2017년 3월 남포항에서 석탄 2,400톤을 선적하였으며 이는 결의 제2371호에 위반된다.'],
  ['Russian', 'Судно вышло из порта Находка 3 марта с грузом угля массой 2400 тонн и вернулось в балласте.'],
  ['Russian in capitals', 'СУДНО ВЫШЛО ИЗ ПОРТА НАХОДКА 3 МАРТА С ГРУЗОМ УГЛЯ МАССОЙ 2400 ТОНН И ВЕРНУЛОСЬ В БАЛЛАСТЕ'],
  ['Chinese', '该船于三月三日离开南浦港，船上载有两千四百吨煤炭，随后空载返回，违反了安理会第2371号决议的规定。'],
  ['Japanese', 'この船は三月三日に南浦港を出港し、二千四百トンの石炭を積んでいた。その後、空船で戻った。'],
  [
    'French',
    'Le navire a quitté le port de Nampo le 3 mars, chargé de 2 400 tonnes de charbon, à été réexpédié là-bas où…',
  ],
  [
    'Icelandic',
    'Skipið fór frá höfninni þriðja mars með tvö þúsund og fjögur hundruð tonn af kolum og sneri tómt til baka síðar.',
  ],
  ['Vietnamese', 'Con tàu rời cảng vào ngày 3 tháng 3 với 2.400 tấn than trên tàu và quay trở về mà không có hàng.'],
  ['Arabic', 'غادرت السفينة ميناء نامبو في الثالث من مارس محملة بألفين وأربعمئة طن من الفحم وعادت فارغة بعد ذلك'],
  ['a table of figures', '2017 2018 2019\n1,200.50 3,400.00 880.25\n12.5 % 33.1 % 54.4 %\n100 200 300 400 500 600'],
  ['a list of wallets', `bc1qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh\n3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy\n`.repeat(4)],
  ['a page number', '12'],
  ['nothing', ''],
])('a page in %s is text', (_, text) => expect(isGarbledText(text)).toBe(false));

const bytesAs = (text: string, from: 'utf-8' | number[], as: string) =>
  new TextDecoder(as).decode(from === 'utf-8' ? new TextEncoder().encode(text) : Uint8Array.from(from));

test.each([
  ['glyphs in the private use area', '\uE001\uE045\uE046 \uE047\uE048\uE001\uE045'.repeat(5)],
  ['unknown glyphs', `${'\uFFFD'.repeat(40)} Page 1`],
  ['glyph numbers of a PDF', '(cid:36)(cid:81)(cid:81)(cid:72)(cid:91)'.repeat(4)],
  ['signs without a letter', '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'.repeat(3)],
  [
    'UTF-8 read as Western',
    bytesAs('평양무역회사는 남포항에서 석탄을 선적하였으며 결의에 위반된다.', 'utf-8', 'windows-1252'),
  ],
  [
    'Cyrillic UTF-8 read as Western',
    bytesAs('Судно вышло из порта Находка с грузом угля и вернулось.', 'utf-8', 'windows-1252'),
  ],
  [
    'Cyrillic UTF-8 read as Windows-1251',
    bytesAs('Судно вышло из порта Находка с грузом угля и вернулось.', 'utf-8', 'windows-1251'),
  ],
  [
    'EUC-KR read as Western',
    Array.from({ length: 40 }, (_, at) => String.fromCharCode(0xb0 + (at % 24), 0xa1 + ((at * 7) % 90))).join(''),
  ],
  [
    'Cyrillic with a wrong high byte',
    '킜킰톁톁킰 킜킰톁톈톂킰킱 킛킸톁톂 № 킴킾킺톃킼 킟킾킴킿 킔킰톂킰 킛킸톁톂 킠킰킷톀킰킱 킟톀킾킲',
  ],
  ['KOI8 read as Windows-1251', 'яСДМН БШЬКН ХГ ОНПРЮ мЮУНДЙЮ Я ЦПСГНЛ СЦКЪ Х БЕПМСКНЯЭ вЕПЕГ Р сРПН оНПР'],
  [
    'numbers of glyphs as letters',
    Array.from(`${english} It was on the way to the port, and the crew of that ship said this to us.`, sign =>
      sign === ' ' ? ' ' : String.fromCharCode(sign.charCodeAt(0) - 29),
    ).join(''),
  ],
])('%s are garbled', (_, text) => expect(isGarbledText(text)).toBe(true));

test('judging never throws, whatever the page holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => typeof isGarbledText(text) === 'boolean'),
  );
});

test('only pages without text or with a garbled text layer need recognising', () => {
  expect([
    recognitionNeed({ method: 'none', text: '' }),
    recognitionNeed({ method: 'text-layer', text: '\uE001\uE002\uE003\uE004' }),
    recognitionNeed({ method: 'text-layer', text: english }),
    // What a converter made has no page behind it, and what was recognised is done.
    recognitionNeed({ method: 'converted', text: '\uE001\uE002\uE003\uE004' }),
    recognitionNeed({ method: 'ocr', text: '' }),
  ]).toEqual(['no-text', 'garbled', null, null, null]);
});

test('what can be recognised is what can be drawn', () => {
  const types =
    'application/pdf image/png image/jpeg image/gif image/webp image/tiff image/bmp image/heic image/heif image/avif image/jp2 image/apng text/plain image/svg+xml application/zip';
  for (const type of types.split(' '))
    expect([type, canBeRecognised(type)]).toEqual([type, drawerFor(type) !== undefined]);
});

test('models are read as they are typed, or as languages are named', () => {
  expect(readModels('eng,kor')).toEqual({ models: ['eng', 'kor'], unknown: [] });
  expect(readModels(' ko + EN, zh-Hant,kor')).toEqual({ models: ['kor', 'eng', 'chi_tra'], unknown: [] });
  expect(readModels('kor,klingon')).toEqual({ models: ['kor'], unknown: ['klingon'] });
  expect(readModels(' , ')).toEqual({ models: [], unknown: [] });
});

test('languages have the model of their script', () => {
  expect(['uk', 'fr', 'zh', 'zh-TW', 'zh-Hans-CN', 'ar'].map(modelOfLanguage)).toEqual([
    'rus',
    'eng',
    'chi_sim',
    'chi_tra',
    'chi_sim',
    null,
  ]);
});

test('the nearest hint suggests the models, and English goes with every other script', () => {
  const nothing = { stated: [], ownPages: [], ofCase: [], neighbours: [] };
  expect(suggestModels(nothing)).toEqual(['eng']);
  expect(suggestModels({ ...nothing, neighbours: ['ko', 'ko', 'ja', 'en'] })).toEqual(['kor', 'jpn', 'eng']);
  expect(suggestModels({ ...nothing, ofCase: ['rus'], neighbours: ['ko'] })).toEqual(['rus', 'eng']);
  expect(suggestModels({ ...nothing, ownPages: ['ko', 'en'], ofCase: ['rus'] })).toEqual(['kor', 'eng']);
  expect(suggestModels({ stated: ['zh-Hant'], ownPages: ['ko'], ofCase: ['rus'], neighbours: [] })).toEqual([
    'chi_tra',
    'eng',
  ]);
  // A language that no model reads says nothing.
  expect(suggestModels({ ...nothing, stated: ['ar'], neighbours: ['ko'] })).toEqual(['kor', 'eng']);
});

test('pages are named in ranges, counted from 1', () => {
  expect(pageRanges([])).toBe('');
  expect(pageRanges([4, 0, 1, 2, 2, 7, 8])).toBe('1–3, 5, 8–9');
});

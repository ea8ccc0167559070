import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proposeLanguages } from '../../../electron/extract/languages.ts';
import { findEncoding } from '../../../electron/extract/text/encoding.ts';
import { openPageSplitter, PAGE_CHARS, splitPages } from '../../../electron/extract/text/splitPages.ts';
import { bytesOf, extractHere, textOf } from './support/extractHere.ts';

const RUSSIAN =
  'Судно вышло из порта и взяло курс на юг, но не прибыло в порт назначения. Экипаж не отвечал на вызовы по радио. ';
const RUSSIAN_1251 = Uint8Array.from(RUSSIAN, char => {
  const code = char.charCodeAt(0);
  return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
});
const RUSSIAN_KOI8 = (() => {
  const order = 'юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ';
  return Uint8Array.from(RUSSIAN, char => (order.includes(char) ? 0xc0 + order.indexOf(char) : char.charCodeAt(0)));
})();

function wide(text: string, bytesEach: 2 | 4, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * bytesEach);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) {
    if (bytesEach === 2) view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
    else view.setUint32(at * 4, text.charCodeAt(at), littleEndian);
  }
  return bytes;
}

function decoded(bytes: Uint8Array, declared?: string): string {
  return [...findEncoding(bytes, declared).decode(bytes)].join('').replace(/^\uFEFF/, '');
}

describe('text', () => {
  test.each([
    ['UTF-8', bytesOf(RUSSIAN)],
    ['UTF-8 with a mark', bytesOf(`\uFEFF${RUSSIAN}`)],
    ['UTF-16 LE with a mark', wide(`\uFEFF${RUSSIAN}`, 2, true)],
    ['UTF-16 BE with a mark', wide(`\uFEFF${RUSSIAN}`, 2, false)],
    ['UTF-16 LE without one', wide(RUSSIAN, 2, true)],
    ['UTF-16 BE without one', wide(RUSSIAN, 2, false)],
    ['UTF-32 LE', wide(RUSSIAN, 4, true)],
    ['UTF-32 BE', wide(RUSSIAN, 4, false)],
    ['Windows-1251', RUSSIAN_1251],
    ['KOI8-R', RUSSIAN_KOI8],
  ])('in %s is read', async (_, bytes) => {
    const { outcome, pages } = await extractHere(bytes, 'note.txt');
    expect(textOf(pages).trim()).toBe(RUSSIAN.trim());
    expect(outcome).toMatchObject({ summary: { detected: { mediaType: 'text/plain' }, languages: ['ru'] } });
  });

  test.each([
    ['Johab', 'johab', [0xd0, 0x65, 0x8b, 0x69], '한글'],
    ['ISO-2022-KR', 'iso-2022-kr', [0x1b, 0x24, 0x29, 0x43, 0x0e, 0x47, 0x51, 0x31, 0x5b, 0x0f, 0x21], '한글!'],
    ['HZ', 'hz-gb-2312', [0x7e, 0x7b, 0x56, 0x50, 0x39, 0x7a, 0x7e, 0x7d, 0x7e, 0x7e], '中国~'],
    ['UTF-7', 'utf-7', [...'Fr+APY-sche +- x'].map(char => char.charCodeAt(0)), 'Frösche + x'],
    ['IBM 855', 'ibm855', [0xdd, 0xe1, 0xb7, 0xeb, 0xa8, 0xe5], 'Привет'],
  ])('in %s, which browsers do not know, is read when it says so', (_, label, bytes, text) => {
    expect(decoded(Uint8Array.from(bytes), label)).toBe(text);
  });

  test('that declares one encoding and is UTF-8 is read as UTF-8', () => {
    expect(decoded(bytesOf('žluťoučký kůň'), 'iso-8859-1')).toBe('žluťoučký kůň');
  });

  test('of which the encoding is a guess says so', async () => {
    const { outcome } = await extractHere(Uint8Array.of(0x41, 0x42, 0x20, 0xfc, 0x20, 0x43), 'x.txt');
    expect(outcome).toMatchObject({ ok: true, summary: { warnings: [expect.stringMatching(/guess|not certain/)] } });
  });

  test('of any length fits the page limit', async () => {
    const { outcome, pages } = await extractHere(bytesOf('0123456789\n'.repeat(20_000)), 'long.csv', {
      limits: { maxPages: 20 },
    });
    expect(outcome).toMatchObject({ ok: true, summary: { detected: { mediaType: 'text/csv' } } });
    expect(pages.length).toBeLessThanOrEqual(20);
    expect(pages.flatMap(page => page.text.split('\n')).length).toBe(20_000);
  });

  test('is passed in batches that wait for the host, however long it is', async () => {
    const line = 'A line of the exercise, repeated until it is long. '.repeat(20);
    let waiting = 0;
    let most = 0;
    let chars = 0;
    let largest = 0;
    const { outcome } = await extractHere(bytesOf(`${line}\n`.repeat(20_000)), 'long.txt', {
      onPages: async batch => {
        waiting += 1;
        most = Math.max(most, waiting);
        await new Promise(resolve => setImmediate(resolve));
        waiting -= 1;
        const size = batch.reduce((sum, page) => sum + page.text.length, 0);
        chars += size;
        largest = Math.max(largest, size);
      },
    });
    expect(outcome.ok).toBe(true);
    expect(most).toBe(1);
    expect(largest).toBeLessThan(1.2 * 1024 * 1024);
    expect(chars).toBe((line.length + 1) * 20_000);
  });

  test('that is empty is unreadable as text and says why', async () => {
    expect((await extractHere(new Uint8Array(0), 'empty.txt')).outcome).toMatchObject({
      ok: false,
      problem: { code: 'unsupported-type' },
    });
  });
});

describe('splitting text into pages', () => {
  const pieces = fc.array(
    fc.oneof(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.constantFrom('\n', '\r\n', '\r', '. ', ' ', '\n\n')),
    { maxLength: 60 },
  );

  test('loses and adds nothing but blank pages, and does not depend on how the text arrives', () => {
    fc.assert(
      fc.property(pieces, fc.integer({ min: 10, max: 200 }), (parts, pageChars) => {
        const text = parts.join('').replaceAll('\f', ' ');
        const whole = splitPages(text, pageChars);
        const splitter = openPageSplitter(pageChars);
        const streamed = [...parts.flatMap(part => splitter.add(part.replaceAll('\f', ' '))), ...splitter.end()];
        const flat = (pages: string[]) => pages.join('').replace(/\s/g, '');
        expect(flat(whole)).toBe(text.replace(/\s/g, ''));
        expect(flat(streamed)).toBe(flat(whole));
        expect(whole.every(page => page.length <= pageChars)).toBe(true);
        expect(whole.every(page => !/\p{Surrogate}/u.test(page)) || /\p{Surrogate}/u.test(text)).toBe(true);
      }),
    );
  });

  test('cuts at a line end near the full length, and at form feeds', () => {
    const line = `${'x'.repeat(99)}\n`;
    const pages = splitPages(line.repeat(50));
    expect(pages.map(page => page.length)).toEqual([PAGE_CHARS, 1500]);
    expect(splitPages('one\ftwo\f\f')).toEqual(['one', 'two']);
  });
});

test.each([
  ['The vessel left the port and was not seen again until it came to the roads of that island.', ['en']],
  [
    '조선민주주의인민공화국의 선박이 공해에서 다른 선박과 화물을 옮겨 실은 것으로 확인되였다고 전문가들은 밝혔다.',
    ['ko'],
  ],
  ['専門家パネルは、その船舶が公海上で積み荷を移し替えたことを確認したと報告した。これは禁止されている。', ['ja']],
  [
    '专家小组确认该船在公海上与另一艘船进行了船对船转运，这违反了有关决议的规定，应当受到调查和处理，小组建议列名。',
    ['zh'],
  ],
  ['IMO 1234567', []],
])('languages of “%s” are proposed as %j', (text, languages) => {
  expect(proposeLanguages(text)).toEqual(languages);
});

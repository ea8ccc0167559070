import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type QuarterTurn, tidyRect, turnRect } from '../../../../../renderer/reader/pageRotation.ts';
import {
  offsetAt,
  placesOf,
  placeWords,
  unitAt,
  wordAt,
} from '../../../../../renderer/reader/frame/words/wordPlaces.ts';
import { HEIGHT, LETTER, LINE, printPage } from './printedPage.ts';

const LINES = ['The vessel left', 'at night', '', 'without lights'];
const A4 = 210 / 297;

function place(lines: readonly string[], printTurn: QuarterTurn = 0) {
  return placeWords(printPage(lines, printTurn), printTurn === 90 || printTurn === 270 ? 1 / A4 : A4);
}

describe('places of recognised words', () => {
  const page = place(LINES);
  const span = (words: string) => ({ start: page.text.indexOf(words), end: page.text.indexOf(words) + words.length });

  test('words of a line are one bar, each line has its own', () =>
    expect(placesOf(page, span('vessel left\nat'))).toEqual([
      { x: 0.18, y: 0.1, w: 0.22, h: HEIGHT },
      { x: 0.1, y: 0.13, w: 0.04, h: HEIGHT },
    ]));

  test('a part of a word is that part of its box', () =>
    expect(placesOf(page, span('sse'))).toEqual([{ x: 0.22, y: 0.1, w: 3 * LETTER, h: HEIGHT }]));

  test('spaces alone have no place', () => expect(placesOf(page, { start: 3, end: 4 })).toEqual([]));

  test('columns on one line are two bars', () => {
    const columns = place(['Ship', 'Flag']);
    const apart = placeWords(
      { text: 'Ship Flag', words: columns.words.map((word, at) => ({ ...word, x: 0.1 + at * 0.5, y: 0.1 })) },
      A4,
    );
    expect(placesOf(apart, { start: 0, end: 9 })).toEqual([
      { x: 0.1, y: 0.1, w: 0.08, h: HEIGHT },
      { x: 0.6, y: 0.1, w: 0.08, h: HEIGHT },
    ]);
  });

  test('a word broken at a line’s end has a bar on either line', () => {
    const [, left, right] = printPage(['x trans', 'fers']).words;
    if (left === undefined || right === undefined) throw new Error('three words');
    const broken = placeWords(
      {
        text: 'transfers',
        words: [
          { ...left, start: 0, end: 5 },
          { ...right, start: 5, end: 9 },
        ],
      },
      A4,
    );
    expect(placesOf(broken, { start: 0, end: 9 })).toHaveLength(2);
  });

  test('boxes that are over others, beyond the text or empty are left out', () => {
    const { text, words } = printPage(['one two']);
    const [one, two] = words;
    if (one === undefined || two === undefined) throw new Error('two words');
    const hostile = [one, { ...one, start: 1 }, { ...two, start: 5, end: 5 }, two, { ...two, start: 7, end: 900 }];
    expect(placeWords({ text, words: hostile }, A4).words).toEqual([one, two]);
  });

  test.each([0, 90, 180, 270] as const)('print that lies turned by %i° is told, and its bars lie with it', turn => {
    const turned = place(LINES, turn);
    const upright = placesOf(page, span('vessel left\nat'));
    expect(turned.printTurn).toBe(turn);
    expect(placesOf(turned, span('vessel left\nat'))).toEqual(upright.map(bar => tidyRect(turnRect(bar, turn))));
  });

  test('lines that run from right to left stand upright all the same', () => {
    const { text, words } = printPage(['one two three', 'four five six']);
    expect(placeWords({ text, words: words.map(word => ({ ...word, x: 1 - word.x })) }, A4).printTurn).toBe(0);
  });
});

describe('the word under a point', () => {
  const page = place(LINES);

  test('is the one whose box holds it, and none between words', () => {
    expect(wordAt(page, { x: 0.19, y: 0.11 })?.start).toBe(4);
    expect(wordAt(page, { x: 0.17, y: 0.11 })).toBeNull();
  });

  test('beside a short line it is that line’s end, and not the longer line above', () =>
    expect(offsetAt(page, { x: 0.38, y: 0.1 + LINE + HEIGHT / 2 }, A4)).toBe(
      page.text.indexOf('night') + 'night'.length,
    ));

  test('below the page’s last line it is that line', () =>
    expect(offsetAt(page, { x: 0.9, y: 0.95 }, A4)).toBe(page.text.length));

  test('never stands within a letter of two units', () => {
    const [box] = printPage(['𠮷𠮷']).words;
    if (box === undefined) throw new Error('a word');
    const wide = placeWords({ text: '𠮷𠮷', words: [box] }, A4);
    expect(offsetAt(wide, { x: box.x + box.w * 0.3, y: box.y }, A4)).toBe(0);
  });

  test('a page without words begins at 0', () =>
    expect(offsetAt(placeWords({ text: '', words: [] }, A4), { x: 0.5, y: 0.5 }, A4)).toBe(0));

  test('in the middle of any letter it is that letter, however the print lies', () =>
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{2,8}( [a-z]{2,8}){1,3}$/), { minLength: 2, maxLength: 6 }),
        fc.constantFrom<QuarterTurn>(0, 90, 180, 270),
        fc.nat(),
        (lines, turn, seed) => {
          const printed = place(lines, turn);
          const word = printed.words[seed % printed.words.length];
          if (word === undefined) return;
          const at = word.start + (seed % (word.end - word.start));
          const [bar] = placesOf(printed, { start: at, end: at + 1 });
          if (bar === undefined) throw new Error('a letter without a place');
          const found = offsetAt(printed, { x: bar.x + bar.w / 2, y: bar.y + bar.h / 2 }, turn % 180 ? 1 / A4 : A4);
          expect([at, at + 1]).toContain(found);
        },
      ),
      { numRuns: 200 },
    ));
});

describe('what several clicks take', () => {
  const page = place(LINES);

  test('two the word, three the line', () => {
    expect(unitAt(page, 6, 'word')).toEqual({ start: 4, end: 10 });
    expect(unitAt(page, 18, 'line')).toEqual({ start: 16, end: 24 });
  });
});

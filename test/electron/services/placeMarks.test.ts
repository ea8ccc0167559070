import { expect, test } from 'vitest';
import { placeMarks, seeksWords } from '../../../electron/services/redaction/placeMarks.ts';
import { RedactionMark } from '../../../shared/domain/redaction.ts';

const mark = (given: Partial<RedactionMark>): RedactionMark =>
  RedactionMark.parse({ pageIndex: 0, rects: [], reason: 'privileged', ...given });
/** One line of characters of equal width; a new line for each `\n`. */
function glyphs(text: string) {
  let line = 0;
  let column = 0;
  const boxes = [...text].flatMap(letter => {
    if (letter === '\n') {
      line += 1;
      column = 0;
      return [0, 0, 0, 0];
    }
    column += 1;
    return [(column - 1) / 64, line / 8, 1 / 64, 1 / 16];
  });
  return { text, boxes: Float32Array.from(boxes) };
}
const page = (text: string) => ({ index: 0, text, words: null });

test('a run of characters is one box in each line', () => {
  const placed = placeMarks(page('a secret\nname'), [mark({ words: 'secret name' })], glyphs('a secret\nname'));
  expect(placed?.drawn).toEqual([
    { x: 2 / 64, y: 0, w: 6 / 64, h: 1 / 16 },
    { x: 0, y: 1 / 8, w: 4 / 64, h: 1 / 16 },
  ]);
});

test('every spelling that reads the same is found: case, hyphens, ligatures, wide letters, characters that nobody sees', () => {
  for (const text of ['OFFICE', 'Of-\nfice', 'oﬃce', 'ＯＦＦＩＣＥ', 'of\u200bfi\u00adce', 'o f f i c e'])
    expect(placeMarks(page(text), [mark({ words: 'office' })], glyphs(text))?.drawn.length, text).toBeGreaterThan(0);
});

test('words that stand on the page more often than their places are known have no place', () => {
  const twice = page('name and name');
  expect(placeMarks(twice, [mark({ words: 'name' })], glyphs('name and'))).toBeNull();
  expect(placeMarks(twice, [mark({ words: 'name' })], undefined)).toBeNull();
  expect(placeMarks(twice, [mark({ words: 'name' })], glyphs('name and name'))?.drawn).toHaveLength(2);
  // Each marked by hand, they are covered; one of two is not enough.
  const box = { x: 0, y: 0, w: 0.1, h: 0.1 };
  const byHand = mark({ words: 'name', rects: [box] });
  const everywhere = mark({ words: 'name', rects: [box], everywhere: true });
  expect(placeMarks(twice, [byHand, everywhere], undefined)?.flat).toHaveLength(2);
  expect(placeMarks(twice, [everywhere], undefined)).toBeNull();
});

test('words of recognition are covered by its boxes, on the page before its rotation', () => {
  const box = { x: 0.1, y: 0.1, w: 0.2, h: 0.1 };
  const words = [
    { start: 0, end: 2, ...box, confidence: 0.9 },
    { start: 3, end: 7, ...box, x: 0.4, confidence: 0.9 },
  ];
  const placed = placeMarks(
    { index: 3, text: 'my name', words },
    [mark({ words: 'Name', everywhere: true })],
    undefined,
  );
  expect(placed).toMatchObject({ flat: [{ ...box, x: 0.4 }], drawn: [] });
});

test('a place that recognition gave no box, or a box for a part of it alone, is not known', () => {
  const first = { start: 0, end: 2, x: 0.1, y: 0.1, w: 0.2, h: 0.1, confidence: 0.9 };
  const recognised = (words: (typeof first)[]) => ({ index: 0, text: 'my name', words });
  const sought = mark({ words: 'my name', everywhere: true });
  expect(placeMarks(recognised([]), [sought], undefined)).toBeNull();
  expect(placeMarks(recognised([first]), [sought], undefined)).toBeNull();
  expect(placeMarks(recognised([first, { ...first, start: 3, end: 7 }]), [sought], undefined)?.flat).toHaveLength(2);
});

test('characters of a text layer without places are none that were painted over', () => {
  const unplacedName = { text: 'my name', boxes: new Float32Array('my name'.length * 4) };
  expect(placeMarks(page('my name'), [mark({ words: 'name' })], unplacedName)).toBeNull();
});

test('where recognition misread a name that the file itself spells right, the file tells its place', () => {
  const sought = mark({ words: 'name', everywhere: true });
  const misread = { index: 0, text: 'my narne', words: [] };
  expect(seeksWords(misread, [sought])).toBe(true);
  const placed = placeMarks(misread, [sought], glyphs('my name'));
  expect(placed).toMatchObject({ drawn: [{ x: 3 / 64, y: 0, w: 4 / 64, h: 1 / 16 }], found: [sought] });
});

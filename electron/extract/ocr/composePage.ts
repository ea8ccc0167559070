/** Puts recognised words together to the text of a page, and tells where in it each of them stands. */
import type { WordBox } from '../../../shared/domain/extraction.ts';
import type { NewPage } from '../extractor.ts';
import { confidenceOf, type RawWord } from './readTsv.ts';

/** More boxes than any page of print has; the text stays whole. */
const MAX_WORD_BOXES = 50_000;
/** Six digits are a tenth of a pixel on the largest page, and a third of the length in JSON. */
const PLACE_DIGITS = 6;

export function composePage(words: readonly RawWord[]): NewPage {
  let text = '';
  const boxes: WordBox[] = [];
  let before: RawWord | undefined;
  for (const word of words) {
    if (before !== undefined) {
      if (isBroken(before, word)) {
        text = text.slice(0, -1);
        const last = boxes.at(-1);
        if (last !== undefined) last.end = text.length;
      } else text += between(before, word);
    }
    const start = text.length;
    text += word.text;
    boxes.push({ start, end: text.length, ...roundedBox(word), confidence: round(word.confidence, 3) });
    before = word;
  }
  return {
    text,
    method: 'ocr',
    confidence: words.length === 0 ? null : round(confidenceOf(words), 3),
    words: boxes.slice(0, MAX_WORD_BOXES),
  };
}

function between(before: RawWord, word: RawWord): string {
  if (before.block !== word.block || before.paragraph !== word.paragraph) return '\n\n';
  if (before.line !== word.line) return '\n';
  return standsTogether(before, word) ? '' : ' ';
}

const CHINESE_OR_KANA = '[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}ー々〆〇、。「」『』（）《》〈〉【】，．：；！？・]';
const ENDS_SO = new RegExp(`${CHINESE_OR_KANA}$`, 'u');
const BEGINS_SO = new RegExp(`^${CHINESE_OR_KANA}`, 'u');

/** Chinese and Japanese have no spaces, but the engine puts some; a wide gap (columns of a table) is kept as one. */
function standsTogether(before: RawWord, word: RawWord): boolean {
  if (!ENDS_SO.test(before.text) || !BEGINS_SO.test(word.text)) return false;
  const letterWidth = Math.max(before.box.w / [...before.text].length, word.box.w / [...word.text].length);
  return Math.abs(word.box.x - (before.box.x + before.box.w)) < letterWidth * 1.5;
}

/** A word that a line's end broke, by the rule that holds for text layers: compounds, names and numbers keep their hyphen. */
function isBroken(before: RawWord, word: RawWord): boolean {
  return (
    before.block === word.block &&
    before.paragraph === word.paragraph &&
    before.line !== word.line &&
    /^[^\p{L}-]*\p{L}*\p{Ll}-$/u.test(before.text) &&
    /^\p{Ll}/u.test(word.text)
  );
}

function roundedBox({ box }: RawWord): Pick<WordBox, 'x' | 'y' | 'w' | 'h'> {
  return {
    x: round(box.x, PLACE_DIGITS),
    y: round(box.y, PLACE_DIGITS),
    w: round(box.w, PLACE_DIGITS),
    h: round(box.h, PLACE_DIGITS),
  };
}

function round(value: number, digits: number): number {
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale;
}

/** Where recognised words stand on their page: from offsets in its text to places and back. Pure; fractions of the unrotated page. */
import type { PageRect } from '../../../../shared/domain/exhibit.ts';
import type { WordBox } from '../../../../shared/domain/extraction.ts';
import type { TextSpan } from '../../landing.ts';
import { type QuarterTurn, tidyRect, turnRect, unturnRect } from '../../pageRotation.ts';

export interface PlacedWords {
  text: string;
  /** In the order of the text, none over another's characters. */
  words: readonly WordBox[];
  /** How far the print lies turned on the page, clockwise: a sheet that went through the scanner sideways. */
  printTurn: QuarterTurn;
  lines: readonly Line[];
}

/** A line of print, upright. */
interface Line {
  box: PageRect;
  /** As wide as its paragraph: what lies beside a short last line belongs to that line. */
  reach: { x: number; w: number };
  words: { start: number; end: number; box: PageRect }[];
}

/** Words of one line this many line heights apart are columns: the gap between them is no part of a passage. */
const COLUMN_GAP = 3;

export function placeWords({ text, words }: { text: string; words: readonly WordBox[] }, aspect: number): PlacedWords {
  const placed: WordBox[] = [];
  let free = 0;
  for (const word of words) {
    if (word.start < free || word.end <= word.start || word.end > text.length) continue;
    placed.push(word);
    free = word.end;
  }
  const printTurn = printTurnOf(text, placed, aspect);
  return { text, words: placed, printTurn, lines: linesOf(text, placed, printTurn) };
}

function linesOf(text: string, words: readonly WordBox[], printTurn: QuarterTurn): Line[] {
  const lines: Line[] = [];
  let paragraph = { x: 0, w: 0 };
  let before: WordBox | null = null;
  for (const word of words) {
    const { start, end } = word;
    const box = unturnRect({ x: word.x, y: word.y, w: word.w, h: word.h }, printTurn);
    const last = lines.at(-1);
    if (last !== undefined && before !== null && isOneLine(text, before, word) && isLevel(last.box, box)) {
      last.box = union(last.box, box);
      last.words.push({ start, end, box });
    } else {
      const isNew = before === null || /\n\s*\n/.test(text.slice(before.end, start));
      if (isNew) paragraph = { x: box.x, w: 0 };
      lines.push({ box, reach: paragraph, words: [{ start, end, box }] });
    }
    // One object for all lines of the paragraph, which grows with each word.
    const right = Math.max(paragraph.x + paragraph.w, box.x + box.w);
    paragraph.x = Math.min(paragraph.x, box.x);
    paragraph.w = right - paragraph.x;
    before = word;
  }
  return lines;
}

/** The boxes that a stretch of text covers, those of a line joined; a word that is covered in part gives that part. */
export function placesOf({ text, words, printTurn }: PlacedWords, { start, end }: TextSpan): PageRect[] {
  const bars: PageRect[] = [];
  let before: WordBox | null = null;
  for (const word of words) {
    if (word.end <= start) continue;
    if (word.start >= end) break;
    const box = partOf(word, Math.max(start, word.start), Math.min(end, word.end), printTurn);
    const last = bars.at(-1);
    if (last !== undefined && before !== null && isOneLine(text, before, word) && touches(last, box)) {
      bars[bars.length - 1] = union(last, box);
    } else bars.push(box);
    before = word;
  }
  return bars.map(bar => tidyRect(turnRect(bar, printTurn)));
}

/** The offset nearest to a point of the page: in the word under it, else at the near end of the line beside it. */
export function offsetAt(
  { text, lines, printTurn }: PlacedWords,
  point: { x: number; y: number },
  aspect: number,
): number {
  const at = unturnRect({ x: point.x, y: point.y, w: 0, h: 0 }, printTurn);
  const isLying = printTurn === 90 || printTurn === 270;
  const across = isLying ? 1 / aspect : aspect;
  const line = nearest(lines, ({ box, reach }) => {
    const beside = outside(at.x, reach.x, reach.w) * across;
    return beside + outside(at.y, box.y, box.h) * LINES_APART;
  });
  const word = nearest(line?.words ?? [], ({ box }) => outside(at.x, box.x, box.w));
  if (word === null) return 0;
  const { box, start, end } = word;
  const share = box.w === 0 ? 0 : Math.min(1, Math.max(0, (at.x - box.x) / box.w));
  const offset = start + Math.round(share * (end - start));
  return isInsideLetter(text, offset) ? offset - 1 : offset;
}

/** How much farther a point is from the lines above and below than from a column beside it. */
const LINES_APART = 40;

/** The recognised word under a point, null between words. */
export function wordAt({ words }: PlacedWords, { x, y }: { x: number; y: number }): WordBox | null {
  return words.find(word => outside(x, word.x, word.w) === 0 && outside(y, word.y, word.h) === 0) ?? null;
}

/** The word, or the line, that an offset stands in: what a double and a triple click take. */
export function unitAt({ text, words }: PlacedWords, offset: number, unit: 'word' | 'line'): TextSpan {
  if (unit === 'line') {
    const end = text.indexOf('\n', offset);
    return { start: text.lastIndexOf('\n', offset - 1) + 1, end: end < 0 ? text.length : end };
  }
  const word = words.find(({ start, end }) => offset >= start && offset <= end);
  return word === undefined ? { start: offset, end: offset } : { start: word.start, end: word.end };
}

/** The share of a word that some of its characters take, along its line; upright. */
function partOf(word: WordBox, from: number, to: number, printTurn: QuarterTurn): PageRect {
  const { x, y, w, h } = unturnRect({ x: word.x, y: word.y, w: word.w, h: word.h }, printTurn);
  const length = word.end - word.start;
  return { x: x + (w * (from - word.start)) / length, y, w: (w * (to - from)) / length, h };
}

function isOneLine(text: string, before: WordBox, word: WordBox): boolean {
  return !text.slice(before.end, word.start).includes('\n');
}

/** On one height, and near. */
function touches(bar: PageRect, box: PageRect): boolean {
  return isLevel(bar, box) && outside(box.x, bar.x, bar.w) < COLUMN_GAP * Math.min(bar.h, box.h);
}

/** On one height: a line that ends within a broken word has no line end in the text. */
function isLevel(bar: PageRect, box: PageRect): boolean {
  const shared = Math.min(bar.y + bar.h, box.y + box.h) - Math.max(bar.y, box.y);
  return shared > Math.min(bar.h, box.h) / 2;
}

function union(one: PageRect, other: PageRect): PageRect {
  const x = Math.min(one.x, other.x);
  const y = Math.min(one.y, other.y);
  const right = Math.max(one.x + one.w, other.x + other.w);
  const bottom = Math.max(one.y + one.h, other.y + other.h);
  return { x, y, w: right - x, h: bottom - y };
}

function nearest<Item>(items: readonly Item[], distanceTo: (item: Item) => number): Item | null {
  let best: { item: Item; distance: number } | null = null;
  for (const item of items) {
    const distance = distanceTo(item);
    if (best === null || distance < best.distance) best = { item, distance };
  }
  return best?.item ?? null;
}

function outside(at: number, start: number, length: number): number {
  return Math.max(0, start - at, at - start - length);
}

function isInsideLetter(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff;
}

/**
 * Which way the print runs, since boxes alone do not say: along the words of a line, and down from line to line. A page
 * of one line is told by its words alone.
 */
function printTurnOf(text: string, words: readonly WordBox[], aspect: number): QuarterTurn {
  const along = { x: 0, y: 0 };
  const down = { x: 0, y: 0 };
  let lineStart: WordBox | null = null;
  let before: WordBox | null = null;
  for (const word of words) {
    if (before !== null && isOneLine(text, before, word)) add(along, before, word, aspect);
    else {
      if (lineStart !== null) add(down, lineStart, word, aspect);
      lineStart = word;
    }
    before = word;
  }
  const isLying = Math.abs(along.y) > Math.abs(along.x);
  const lines = isLying ? -down.x : down.y;
  const runs = isLying ? along.y : along.x;
  // Down the page beats along the line: Hebrew and Arabic run the other way and still stand upright.
  const isAhead = lines === 0 ? runs >= 0 : lines > 0;
  if (isLying) return isAhead ? 90 : 270;
  return isAhead ? 0 : 180;
}

/** Steps count by their sign alone, so that one jump to the head of the next column does not outweigh a column. */
function add(sum: { x: number; y: number }, from: WordBox, to: WordBox, aspect: number): void {
  const dx = (to.x + to.w / 2 - from.x - from.w / 2) * aspect;
  const dy = to.y + to.h / 2 - from.y - from.h / 2;
  if (Math.abs(dx) >= Math.abs(dy)) sum.x += Math.sign(dx);
  else sum.y += Math.sign(dy);
}

/**
 * Where on a drawn page to paint: regions as they are; words by the boxes that recognition gave them, or by the characters of
 * a PDF's text layer. Words whose place is not known are told, never passed over.
 */
import type { PageRect } from '../../../shared/domain/exhibit.ts';
import type { RedactionMark } from '../../../shared/domain/redaction.ts';
import type { Page } from '../../../shared/domain/rendition.ts';
import { holds, plain, type WordPlace, wordPlaces } from '../../../shared/domain/wordPlaces.ts';
import type { DrawnPicture } from '../../extract/protocol.ts';

const LETTER = /[\p{L}\p{N}]/gu;

export type PageText = Pick<Page, 'index' | 'text' | 'words'>;
type Glyphs = NonNullable<DrawnPicture['glyphs']>;

export interface PlacedMarks {
  /** On the page before its rotation. */
  flat: PageRect[];
  /** On the page as it is drawn. */
  drawn: PageRect[];
  /** Marks of words that were found here. */
  found: RedactionMark[];
}

/** The marks that bear on a page: its own, and words that are redacted wherever they stand. */
export function marksOn(page: Pick<Page, 'index' | 'text'>, marks: readonly RedactionMark[]): RedactionMark[] {
  return marks.filter(mark => mark.pageIndex === page.index || (mark.everywhere && holds(page.text, mark.words)));
}

/** Words that are to be found on a page, for which its characters must be known: those of a page that was recognised too, since a
 * machine may have misread what the file itself spells right. */
export function seeksWords(page: PageText, marks: readonly RedactionMark[]): boolean {
  return marks.some(mark => soughtOn(page.index, mark));
}

function soughtOn(pageIndex: number, mark: RedactionMark): boolean {
  return mark.words.trim() !== '' && (mark.everywhere || (mark.pageIndex === pageIndex && mark.rects.length === 0));
}

/** Every box of one page; null where words that stand on it have no known place. */
export function placeMarks(
  page: PageText,
  marks: readonly RedactionMark[],
  glyphs: Glyphs | undefined,
): PlacedMarks | null {
  const flat: PageRect[] = [];
  const drawn: PageRect[] = [];
  const found: RedactionMark[] = [];
  for (const mark of marks) {
    const isHere = mark.pageIndex === page.index;
    if (isHere) flat.push(...mark.rects);
    if (isHere && mark.rects.length > 0) found.push(mark);
    if (!soughtOn(page.index, mark)) continue;
    const said = wordPlaces(page.text, mark.words);
    if (said.length === 0 && holds(page.text, mark.words)) return null;
    const seen = glyphs ? wordPlaces(glyphs.text, mark.words).filter(place => isDrawn(glyphs, place)) : [];
    drawn.push(...seen.flatMap(place => lineBoxes(glyphs, place)));
    if (seen.length > 0) found.push(mark);
    if (page.words) {
      if (said.some(place => !isBoxed(page.words, page.text, place))) return null;
      flat.push(...boxesOf(page.words, said));
    } else {
      const covered = marks.filter(
        one => one.pageIndex === page.index && one.rects.length > 0 && plain(one.words) === plain(mark.words),
      ).length;
      // Marked one by one, as often as they stand there, they are covered too.
      if (said.length > Math.max(seen.length, covered)) return null;
    }
    if (said.length > 0) found.push(mark);
  }
  return { flat, drawn, found };
}

function boxesOf(boxes: NonNullable<Page['words']>, places: readonly WordPlace[]): PageRect[] {
  return places.flatMap(({ start, end }) =>
    boxes.filter(box => box.start < end && start < box.end).map(({ x, y, w, h }) => ({ x, y, w, h })),
  );
}

/** Whether recognition gave every letter of a place a box. */
function isBoxed(boxes: Page['words'], text: string, { start, end }: WordPlace): boolean {
  for (const { 0: letter, index } of text.slice(start, end).matchAll(LETTER)) {
    const at = start + index;
    if (!boxes?.some(box => box.start <= at && at + letter.length <= box.end)) return false;
  }
  return true;
}

/** Whether characters of a text layer have places. Those behind the first of a ligature have none, so half of them are enough. */
function isDrawn(glyphs: Glyphs, { start, end }: WordPlace): boolean {
  let [letters, boxed] = [0, 0];
  for (const { index } of glyphs.text.slice(start, end).matchAll(LETTER)) {
    const [, , w = 0, h = 0] = glyphs.boxes.subarray((start + index) * 4, (start + index) * 4 + 4);
    letters += 1;
    if (w > 0 && h > 0) boxed += 1;
  }
  return boxed * 2 >= letters;
}

/** One box for each run of characters in a line. */
function lineBoxes(glyphs: Glyphs | undefined, { start, end }: WordPlace): PageRect[] {
  const lines: PageRect[] = [];
  for (let at = start; glyphs && at < end; at += 1) {
    const [x = 0, y = 0, w = 0, h = 0] = glyphs.boxes.subarray(at * 4, at * 4 + 4);
    if (w <= 0 || h <= 0) continue;
    const line = lines.at(-1);
    if (line && isBeside(line, { x, y, w, h })) {
      const right = Math.max(line.x + line.w, x + w);
      const bottom = Math.max(line.y + line.h, y + h);
      line.x = Math.min(line.x, x);
      line.y = Math.min(line.y, y);
      line.w = right - line.x;
      line.h = bottom - line.y;
    } else lines.push({ x, y, w, h });
  }
  return lines;
}

/** Over each other in height by half, so of one line however it is turned; else a new box is begun, which covers no less. */
function isBeside(line: PageRect, box: PageRect): boolean {
  const shared = Math.min(line.y + line.h, box.y + box.h) - Math.max(line.y, box.y);
  return shared > Math.min(line.h, box.h) / 2;
}

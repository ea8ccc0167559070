/** Where on a drawn page to paint: regions as they are, words by the boxes that recognition gave them. */
import type { PageRect } from '../../../shared/domain/exhibit.ts';
import type { RedactionMark } from '../../../shared/domain/redaction.ts';
import type { Page } from '../../../shared/domain/rendition.ts';

type PageText = Pick<Page, 'index' | 'text' | 'words'>;

/** The marks that bear on a page: its own, and words that are redacted wherever they stand. */
export function marksOn(page: Pick<Page, 'index' | 'text'>, marks: readonly RedactionMark[]): RedactionMark[] {
  const { letters } = withoutSpaces(page.text);
  return marks.filter(
    mark =>
      mark.pageIndex === page.index ||
      (mark.everywhere && mark.words !== '' && letters.includes(withoutSpaces(mark.words).letters)),
  );
}

/** Every box of one page, before its rotation; null where words that stand on it have no known place. */
export function boxesOn(page: PageText, marks: readonly RedactionMark[]): PageRect[] | null {
  const boxes: PageRect[] = [];
  const here = marksOn(page, marks);
  for (const mark of here) {
    const own = mark.pageIndex === page.index ? mark.rects : [];
    boxes.push(...own);
    if (own.length > 0 && !mark.everywhere) continue;
    const found = placesOf(page.text, mark.words);
    if (page.words) boxes.push(...boxesOf(page.words, found));
    // Marked one by one, as often as they stand there, they are covered too.
    else if (found.length > here.filter(one => one.rects.length > 0 && sameWords(one, mark)).length) return null;
    else if (own.length === 0 && found.length === 0 && mark.pageIndex === page.index && !mark.everywhere) return null;
  }
  return boxes;
}

interface Place {
  start: number;
  end: number;
}

/** Of every occurrence: a name that stands twice on a page is not redacted by covering it once. */
function placesOf(text: string, words: string): Place[] {
  const { letters, places } = withoutSpaces(text);
  const wanted = withoutSpaces(words).letters;
  const found: Place[] = [];
  for (let at = letters.indexOf(wanted); wanted !== '' && at >= 0; at = letters.indexOf(wanted, at + 1)) {
    const start = places[at] ?? 0;
    found.push({ start, end: (places[at + wanted.length - 1] ?? start) + 1 });
  }
  return found;
}

function boxesOf(boxes: NonNullable<Page['words']>, places: readonly Place[]): PageRect[] {
  return places.flatMap(({ start, end }) =>
    boxes.filter(box => box.start < end && start < box.end).map(({ x, y, w, h }) => ({ x, y, w, h })),
  );
}

function sameWords(one: RedactionMark, other: RedactionMark): boolean {
  return withoutSpaces(one.words).letters === withoutSpaces(other.words).letters;
}

function withoutSpaces(text: string): { letters: string; places: number[] } {
  const places: number[] = [];
  let letters = '';
  for (let at = 0; at < text.length; at += 1) {
    const letter = (text[at] ?? '').toLowerCase();
    // A letter whose small form has another length would shift all places behind it.
    if (letter.trim() === '' || letter.length !== 1) continue;
    letters += letter;
    places.push(at);
  }
  return { letters, places };
}

/**
 * Where in an exhibit words stand, as a reader would say it: the cells of a sheet (`Crew list!B4:C9`), a header field or the
 * body of a message, else the page as printed. The place is frozen with a citation and printed in footnotes.
 */
import type { SheetPlace } from './extraction.ts';
import { isMessageType } from './mediaType.ts';
import { splitMessageHeader } from './messageHeader.ts';
import { areaName, areaOf } from './sheetQuote.ts';

/** What of a page tells where words on it stand. */
export interface PlacedPage {
  /** Counted from 0. */
  index: number;
  label: string | null;
  text: string;
  sheet: SheetPlace | null;
}

/** UTF-16 offsets in the page's text, and the words as quoted: of a rectangle of cells they tell how wide it is. */
export interface PlacedWords {
  start: number;
  end: number;
  exact?: string;
}

/** A selection over the whole header block is named by its first fields. */
const MAX_FIELDS_NAMED = 3;

export function placeLabel(page: PlacedPage, words: PlacedWords, mediaType: string): string | null {
  if (page.sheet !== null)
    return `${page.sheet.name || 'Sheet'}!${areaName(areaOf(page.text, words, words.exact), page.sheet)}`;
  return isMessageType(mediaType) ? messagePlace(page, words) : page.label;
}

/** The text of a message begins with its header lines. A long body goes on over several pages. */
function messagePlace({ index, label, text }: PlacedPage, { start, end }: PlacedWords): string {
  if (index > 0) return label ?? `body, part ${index + 1}`;
  const named: string[] = [];
  let at = 0;
  for (const { name, value } of splitMessageHeader(text).fields) {
    const fieldEnd = at + name.length + value.length;
    if (start < fieldEnd && end > at) named.push(name.replace(/:$/, ''));
    at = fieldEnd;
  }
  if (named.length === 0) return label ?? 'body';
  const shown = named.slice(0, MAX_FIELDS_NAMED).join(', ');
  return `header: ${named.length > MAX_FIELDS_NAMED ? `${shown} …` : shown}`;
}

/** A label that names a place by itself, and is printed without "p." */
export function isPlaceLabel(label: string): boolean {
  return /![A-Z]{1,4}\d{1,8}(?::[A-Z]{1,4}\d{1,8})?$/.test(label) || /^(?:header: .|body$|body, part \d+$)/.test(label);
}

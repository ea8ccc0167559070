/**
 * Where in an exhibit words stand, as a reader would say it: cells of a sheet, a header or the body of a message, else the
 * page as printed. The place is frozen with a citation and printed in footnotes.
 */
import { isMessageType } from './mediaType.ts';
import { splitMessageHeader } from './messageHeader.ts';
import type { Page } from './rendition.ts';
import { areaName, areaOf } from './sheetQuote.ts';

type Placed = Pick<Page, 'text' | 'label' | 'sheet'>;

/** UTF-16 offsets in the page's text, and the words quoted: an area of cells leaves out what lies beside it. */
interface Words {
  start: number;
  end: number;
  exact?: string;
}

/** `Crew list!B4:C9`, `header: Date`, `body`, `xii`; null where the document names no places. */
export function placeLabel({ text, label, sheet }: Placed, words: Words, mediaType: string): string | null {
  if (sheet !== null) return `${sheet.name}!${areaName(areaOf(text, words, words.exact), sheet)}`;
  return isMessageType(mediaType) ? messagePlace(text, label, words.start) : label;
}

/** The first page of a message begins with its header fields; what follows them, on whatever page, is its body. */
function messagePlace(text: string, label: string | null, start: number): string {
  let at = 0;
  for (const { name, value } of splitMessageHeader(text).fields) {
    at += name.length + value.length;
    if (start < at) return `header: ${name.replace(/:$/, '')}`;
  }
  return label ?? 'body';
}

/** A label that names a place by itself, and is printed without "p." */
export function isPlaceLabel(label: string): boolean {
  return /![A-Z]{1,4}\d+(?::[A-Z]{1,4}\d+)?$/.test(label) || /^(?:header: |body$)/.test(label);
}

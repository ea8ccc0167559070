// From a place in the bare text back to the original, with the quotation marks and dashes that the quote begins or ends with.

import { foldText } from '../text/index.ts';
import { type AnchorText, isDropped } from './anchorText.ts';
import type { TextPosition } from './textQuote.ts';

export function originalPlace({ text, bare }: AnchorText, exact: string, start: number, end: number): TextPosition {
  const place = { start: bare.starts[start] ?? 0, end: bare.ends[end - 1] ?? 0 };
  const visible = [...foldText(exact).folded];
  const first = visible.findIndex(char => !isDropped(char.charCodeAt(0)));
  const last = visible.findLastIndex(char => !isDropped(char.charCodeAt(0)));
  for (const char of visible.slice(0, Math.max(0, first)).reverse()) {
    if (/\s/.test(char) || foldText(text.charAt(place.start - 1)).folded !== char) break;
    place.start -= 1;
  }
  for (const char of visible.slice(last + 1)) {
    if (/\s/.test(char) || foldText(text.charAt(place.end)).folded !== char) break;
    place.end += 1;
  }
  return place;
}

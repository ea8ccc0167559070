// A text made ready for finding quotes in: its bare characters, without what two renderings of a page disagree about.

import { FoldBuffer } from '../text/foldBuffer.ts';
import { type FoldedText, foldText } from '../text/index.ts';

export interface AnchorText {
  readonly text: string;
  /**
   * The folded text without white space, hyphens, quotation marks and unreadable characters, with the places of each
   * character in `text`. Made when first asked for: most quotes are found without it.
   */
  readonly bare: FoldedText;
}

/** Worth keeping where several quotes are looked for in one text. */
export function prepareText(text: string): AnchorText {
  let bare: FoldedText | null = null;
  return {
    text,
    get bare() {
      bare ??= bareText(text);
      return bare;
    },
  };
}

export function bareText(text: string): FoldedText {
  const { folded, starts, ends } = foldText(text);
  const out = new FoldBuffer(folded.length);
  for (let at = 0; at < folded.length; at += 1) {
    const code = folded.charCodeAt(at);
    if (!isDropped(code)) out.unit(code, starts[at] ?? 0, ends[at] ?? 0);
  }
  return out.finish();
}

/** White space, - ' ", control and private-use characters, and the sign for what an engine could not read. */
const DROPPED = /[\s\-'"\p{Cc}\p{Co}\ufffd]/u;
const kinds = new Uint8Array(0x10000);

export function isDropped(code: number): boolean {
  let kind = kinds[code] ?? 0;
  if (kind === 0) {
    kind = DROPPED.test(String.fromCharCode(code)) ? 2 : 1;
    kinds[code] = kind;
  }
  return kind === 2;
}

/** The first entry of an ascending list that is at least `value`. */
export function lowerBound(list: Uint32Array, value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

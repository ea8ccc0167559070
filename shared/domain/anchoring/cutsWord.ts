// Keeps "123" from being found inside "41234": a short quote of whole words is no part of a longer one.

import type { AnchorText } from './anchorText.ts';
import type { Candidate } from './candidates.ts';
import { MEDIUM } from './contextScore.ts';
import type { TextQuote } from './textQuote.ts';

const LETTER_OR_DIGIT = /[\p{L}\p{M}\p{N}]/u;

/** Whether the candidate begins or ends inside a word where the quote did not. Long quotes may: engines lose spaces. */
export function cutsWord({ text, bare }: AnchorText, quote: TextQuote, { start, end }: Candidate): boolean {
  if (end - start >= MEDIUM) return false;
  const from = bare.starts[start] ?? 0;
  const to = bare.ends[end - 1] ?? text.length;
  const cutsStart =
    joins(text.charAt(from - 1), text.charAt(from)) && !joins(quote.prefix.slice(-1), quote.exact.charAt(0));
  const cutsEnd = joins(text.charAt(to - 1), text.charAt(to)) && !joins(quote.exact.slice(-1), quote.suffix.charAt(0));
  return cutsStart || cutsEnd;
}

function joins(left: string, right: string): boolean {
  return LETTER_OR_DIGIT.test(left) && LETTER_OR_DIGIT.test(right);
}

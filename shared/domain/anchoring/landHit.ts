// Putting a search hit or a cited passage under the reader's eyes, in the text that the viewer shows. Unlike `anchorQuote`
// it would rather show an equal word of the same page than nothing, and says so: it is never stored.

import { anchorQuote, bareQuote } from './anchorQuote.ts';
import { type AnchorText, prepareText } from './anchorText.ts';
import { approximateSearch } from './approximateSearch.ts';
import { type BareQuote, contextScore } from './contextScore.ts';
import { originalPlace } from './originalPlace.ts';
import { backwards, isRightToLeft } from './readBackwards.ts';
import { sameLetters } from './sameLetters.ts';
import type { TextQuote } from './textQuote.ts';

export interface Landing {
  start: number;
  end: number;
  /**
   * `exact`: the very place. `likely`: equal words, perhaps not these ones. `part`: only a part of
   * the words stands here, or they are spelt differently.
   */
  certainty: 'exact' | 'likely' | 'part';
}

/** Occurrences compared; a page with more of one word has no better or worse one. */
const MAX_COMPARED = 500;

/** `share`: how far down the page's text the words stood (0 to 1), which decides between equal ones. */
export function landHit(page: string | AnchorText, quote: TextQuote, share?: number): Landing | null {
  const prepared = typeof page === 'string' ? prepareText(page) : page;
  const anchored = anchorQuote(prepared, quote);
  if (anchored.state !== 'orphaned') return { start: anchored.start, end: anchored.end, certainty: 'exact' };
  const wanted = bareQuote(quote);
  if (wanted.exact === '') return null;
  const { folded } = prepared.bare;
  const place =
    likeliest(prepared, wanted, share) ??
    (isRightToLeft(wanted.exact) ? likeliest(prepared, { ...wanted, exact: backwards(wanted.exact) }, share) : null);
  if (place) return { ...originalPlace(prepared, quote.exact, place.start, place.end), certainty: 'likely' };
  const shuffled = isRightToLeft(wanted.exact) ? sameLetters(folded, wanted.exact) : null;
  if (shuffled) return { ...originalPlace(prepared, quote.exact, shuffled.start, shuffled.end), certainty: 'likely' };
  const near = approximateSearch(folded, wanted.exact, Math.floor(wanted.exact.length / 4)).at(0);
  if (near) return { ...originalPlace(prepared, quote.exact, near.start, near.end), certainty: 'part' };
  return landLongestWord(prepared, quote, wanted, share);
}

function landLongestWord(page: AnchorText, quote: TextQuote, wanted: BareQuote, share?: number): Landing | null {
  const words = quote.exact.match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? [];
  for (const word of words.sort((a, b) => b.length - a.length).slice(0, 8)) {
    const exact = bareQuote({ exact: word, prefix: '', suffix: '' }).exact;
    if (exact.length < 2 || exact === wanted.exact) continue;
    const place = likeliest(page, { ...wanted, exact }, share);
    if (place) return { ...originalPlace(page, word, place.start, place.end), certainty: 'part' };
  }
  return null;
}

function likeliest(page: AnchorText, wanted: BareQuote, share?: number): { start: number; end: number } | null {
  const bare = page.bare.folded;
  let best: { start: number; end: number; value: number } | null = null;
  let compared = 0;
  for (
    let at = bare.indexOf(wanted.exact);
    at >= 0 && compared < MAX_COMPARED;
    at = bare.indexOf(wanted.exact, at + 1)
  ) {
    compared += 1;
    const end = at + wanted.exact.length;
    const away = share === undefined ? 0 : Math.abs(at / bare.length - share);
    const context = contextScore(bare, wanted, at, end).value ?? 0;
    // A word of its own rather than the middle of another.
    const value = context - away / 4 + (isWholeWord(page, at, end) ? 0.2 : 0);
    if (!best || value > best.value) best = { start: at, end, value };
  }
  return best;
}

function isWholeWord({ text, bare }: AnchorText, start: number, end: number): boolean {
  const before = text.charAt((bare.starts[start] ?? 0) - 1);
  const after = text.charAt(bare.ends[end - 1] ?? text.length);
  return !/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after);
}

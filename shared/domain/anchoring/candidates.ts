// The places that could be the quote's, each with a score of how much speaks for it.

import { approximateSearch } from './approximateSearch.ts';
import { type BareQuote, contextScore, digitsOf, MEDIUM } from './contextScore.ts';

export interface Candidate {
  /** Offsets in the bare text. */
  start: number;
  end: number;
  score: number;
  /** The words and all remembered surroundings stand there letter by letter. */
  perfect: boolean;
}

/** Occurrences looked at; beyond this a word is so common that only its position or full context can tell. */
const MAX_OCCURRENCES = 20_000;
/** Of many occurrences, those with the longest verbatim surroundings are scored in full. */
const MAX_SCORED = 200;

/** Words this long seldom stand twice by chance: in a text that has them once they may have lost their surroundings. */
const LONG = 40;

export function exactCandidates(bare: string, quote: BareQuote, hint: number | null): Candidate[] {
  const length = quote.exact.length;
  let places: number[] = [];
  for (let at = bare.indexOf(quote.exact); at >= 0 && places.length < MAX_OCCURRENCES; ) {
    places.push(at);
    at = bare.indexOf(quote.exact, at + 1);
  }
  const alone = places.length === 1;
  if (places.length > MAX_SCORED) places = mostLikely(bare, quote, places, hint);
  return places.flatMap(start => {
    const end = start + length;
    const context = contextScore(bare, quote, start, end);
    const value = context.value ?? 1;
    if (value < neededContext(length, alone)) return [];
    return [{ start, end, score: 0.5 + 0.5 * value, perfect: context.perfect }];
  });
}

function neededContext(length: number, alone: boolean): number {
  if (length < MEDIUM) return 0.6;
  if (!alone) return 0.55;
  return length < LONG ? 0.4 : 0;
}

export function approximateCandidates(bare: string, quote: BareQuote): Candidate[] {
  const length = quote.exact.length;
  // One character in five may differ; of a word of seven letters none, or it is another word.
  const maxErrors = length < 8 ? 0 : Math.floor(length / 5);
  return approximateSearch(bare, quote.exact, maxErrors).flatMap(({ start, end, errors }) => {
    // Verbatim places have been judged already, by their own measure.
    if (errors === 0) return [];
    const likeness = 1 - errors / length;
    const context = contextScore(bare, quote, start, end).value;
    const sameNumbers = digitsOf(bare.slice(start, end)) === digitsOf(quote.exact);
    const needed = length < LONG ? 0.6 : 0.3;
    if (context === null ? length < LONG : context < needed) return [];
    // Other numbers are another amount, another date: only its very place makes it a misread one.
    if (!sameNumbers && (context ?? 0) < 0.9) return [];
    return [{ start, end, score: likeness * (0.5 + 0.5 * (context ?? 0.5)), perfect: false }];
  });
}

function mostLikely(bare: string, quote: BareQuote, places: number[], hint: number | null): number[] {
  const length = quote.exact.length;
  const ranked = places.map(start => ({
    start,
    verbatim: verbatimBefore(bare, quote.prefix, start) + verbatimAfter(bare, quote.suffix, start + length),
    distance: hint === null ? 0 : Math.abs(start - hint),
  }));
  return ranked
    .sort((a, b) => b.verbatim - a.verbatim || a.distance - b.distance)
    .slice(0, MAX_SCORED)
    .map(({ start }) => start);
}

function verbatimBefore(bare: string, prefix: string, start: number): number {
  let same = 0;
  while (same < prefix.length && bare[start - 1 - same] === prefix[prefix.length - 1 - same]) same += 1;
  return same;
}

function verbatimAfter(bare: string, suffix: string, end: number): number {
  let same = 0;
  while (same < suffix.length && bare[end + same] === suffix[same]) same += 1;
  return same;
}

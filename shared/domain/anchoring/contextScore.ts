// How far the surroundings of a candidate are those that the quote remembers.

import { likenessAtEnd, reversed } from './editDistance.ts';

export interface BareQuote {
  exact: string;
  prefix: string;
  suffix: string;
}

export interface ContextScore {
  /** 0 to 1; null if the quote remembers no surroundings. */
  value: number | null;
  /** All that the quote remembers stands there, letter by letter. */
  perfect: boolean;
}

/** Only what is nearest counts: 32 characters tell one place from another, and fit one integer of the distance table. */
const WINDOW = 32;
/** Room for characters that one engine has and the other lacks. */
const SLACK = 8;
/** Two unrelated pieces of text in one language agree in about a third of their characters. */
const CHANCE = 0.35;
/** How far lines may have been put elsewhere on the page (columns, tables) and still count as surroundings. */
const DISPLACED_WITHIN = 1500;
const DISPLACED_PIECE = 12;
const DISPLACED_VALUE = 0.6;
/** Shorter words stand anywhere; for them nothing but adjacent surroundings counts. */
export const MEDIUM = 16;
/** A side that by itself says: this is the place. */
const FITS = 0.8;
/** Equal surroundings but for a number: the neighbouring row of a table, more likely than not. */
const OTHER_NUMBER_VALUE = 0.5;

export function contextScore(bare: string, quote: BareQuote, start: number, end: number): ContextScore {
  const before = quote.prefix.length > 0;
  const after = quote.suffix.length > 0;
  if (!before && !after) return { value: null, perfect: true };
  const perfect = bare.startsWith(quote.prefix, start - quote.prefix.length) && bare.startsWith(quote.suffix, end);
  if (perfect && start >= quote.prefix.length) return { value: 1, perfect };
  const wantedBefore = quote.prefix.slice(-WINDOW);
  const wantedAfter = quote.suffix.slice(0, WINDOW);
  const foundBefore = bare.slice(Math.max(0, start - WINDOW - SLACK), start);
  const foundAfter = bare.slice(end, end + WINDOW + SLACK);
  if (!after) return { value: sideScore(wantedBefore, foundBefore), perfect: false };
  if (!before) return { value: sideScore(reversed(wantedAfter), reversed(foundAfter)), perfect: false };
  let left = sideScore(wantedBefore, foundBefore);
  let right = sideScore(reversed(wantedAfter), reversed(foundAfter));
  if (quote.exact.length < MEDIUM) return { value: (left + right) / 2, perfect: false };
  // Subtle: only beside a side that fits. Where the quote was cut out, both its surroundings are near any word there.
  if (right >= FITS) left = Math.max(left, displaced(bare, wantedBefore.slice(-DISPLACED_PIECE), start));
  else if (left >= FITS) right = Math.max(right, displaced(bare, wantedAfter.slice(0, DISPLACED_PIECE), end));
  return { value: (left + right) / 2, perfect: false };
}

function sideScore(wanted: string, found: string): number {
  const value = Math.max(0, (likenessAtEnd(wanted, found) - CHANCE) / (1 - CHANCE));
  return digitsOf(found).endsWith(digitsOf(wanted)) ? value : Math.min(value, OTHER_NUMBER_VALUE);
}

/** Credit for surroundings that are near though not adjacent; a short piece would be found by chance. */
function displaced(bare: string, piece: string, at: number): number {
  if (piece.length < DISPLACED_PIECE) return 0;
  const near = bare.slice(Math.max(0, at - DISPLACED_WITHIN), at + DISPLACED_WITHIN);
  return near.includes(piece) ? DISPLACED_VALUE : 0;
}

export function digitsOf(text: string): string {
  return text.replace(/\D+/g, '');
}

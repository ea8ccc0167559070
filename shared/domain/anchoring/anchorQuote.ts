// Finding a quote again: by position, confirmed by its words; else verbatim with its surroundings; else without regard to
// spacing, hyphens and spelling of characters; else nearly. What stays ambiguous is orphaned.

import { type AnchorText, bareText, lowerBound, prepareText } from './anchorText.ts';
import { approximateCandidates, type Candidate, exactCandidates } from './candidates.ts';
import { chooseCandidate } from './chooseCandidate.ts';
import type { BareQuote } from './contextScore.ts';
import { cutsWord } from './cutsWord.ts';
import { originalPlace } from './originalPlace.ts';
import { isRightToLeft, readBackwards } from './readBackwards.ts';
import type { TextPosition, TextQuote } from './textQuote.ts';

export interface Found {
  /** `anchored`: where it stood, or verbatim with all its surroundings. `moved`: found, but a person should look. */
  state: 'anchored' | 'moved';
  start: number;
  end: number;
  /** 1 for verbatim with all surroundings, less for each thing that differs. */
  score: number;
}

export type Anchored = Found | { state: 'orphaned' };

const ORPHANED: Anchored = { state: 'orphaned' };

export function anchorQuote(text: string | AnchorText, quote: TextQuote, hint?: TextPosition): Anchored {
  if (quote.exact === '') return ORPHANED;
  const prepared = typeof text === 'string' ? prepareText(text) : text;
  if (hint && standsAt(prepared.text, quote, hint.start)) {
    return found(prepared.text, quote, { start: hint.start, end: hint.start + quote.exact.length }, 1, true, hint);
  }
  const only = onlyVerbatim(prepared.text, quote);
  if (only !== null) return found(prepared.text, quote, { start: only, end: only + quote.exact.length }, 1, true, hint);
  return anchorBare(prepared, quote, hint);
}

function anchorBare(prepared: AnchorText, quote: TextQuote, hint?: TextPosition): Anchored {
  const wanted = bareQuote(quote);
  if (wanted.exact === '') return ORPHANED;
  const { folded, starts } = prepared.bare;
  const near = hint ? lowerBound(starts, hint.start) : null;
  const chosen = firstDecision(
    [
      () => exactCandidates(folded, wanted, near).filter(each => each.perfect || !cutsWord(prepared, quote, each)),
      () => (isRightToLeft(wanted.exact) ? exactCandidates(folded, readBackwards(wanted), near) : []),
      () => approximateCandidates(folded, wanted),
    ],
    near,
  );
  if (!chosen) return ORPHANED;
  const place = originalPlace(prepared, quote.exact, chosen.start, chosen.end);
  return found(prepared.text, quote, place, chosen.score, chosen.perfect, hint);
}

/** The first way of looking that finds anything decides, if only that nobody can tell. */
function firstDecision(ways: (() => Candidate[])[], near: number | null): Candidate | null {
  for (const way of ways) {
    const candidates = way();
    if (candidates.length > 0) return chooseCandidate(candidates, near);
  }
  return null;
}

export function bareQuote(quote: TextQuote): BareQuote {
  return {
    exact: bareText(quote.exact).folded,
    prefix: bareText(quote.prefix).folded,
    suffix: bareText(quote.suffix).folded,
  };
}

function standsAt(text: string, { prefix, exact, suffix }: TextQuote, start: number): boolean {
  return (
    start >= prefix.length &&
    text.startsWith(exact, start) &&
    text.startsWith(prefix, start - prefix.length) &&
    text.startsWith(suffix, start + exact.length)
  );
}

/** Where the quote stands with all its surroundings, if there and nowhere else. */
function onlyVerbatim(text: string, { prefix, exact, suffix }: TextQuote): number | null {
  const whole = prefix + exact + suffix;
  const at = text.indexOf(whole);
  if (at < 0 || text.indexOf(whole, at + 1) >= 0) return null;
  return at + prefix.length;
}

function found(
  text: string,
  quote: TextQuote,
  place: TextPosition,
  score: number,
  perfect: boolean,
  hint?: TextPosition,
): Found {
  const verbatim = perfect && text.slice(place.start, place.end) === quote.exact;
  const stayed = hint ? hint.start === place.start && hint.end === place.end : true;
  return { state: verbatim && stayed ? 'anchored' : 'moved', ...place, score };
}

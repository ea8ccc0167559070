// Where a term stands among the tokens of a page, by the rules that FTS5 applies to the index.

import { type FoldedText, foldText, splitTokens, type TokenSpans } from '../text/index.ts';
import type { TermNode } from './searchQuery.ts';

export interface PageTokens {
  readonly fold: FoldedText;
  readonly spans: TokenSpans;
}

export function tokenizePage(pageText: string): PageTokens {
  const fold = foldText(pageText);
  return { fold, spans: splitTokens(fold.folded) };
}

/** The numbers of the tokens at which the term begins, ascending; at most `limit`. */
export function findTerm({ fold, spans }: PageTokens, term: TermNode, limit: number): number[] {
  const [first] = term.tokens;
  const found: number[] = [];
  if (first === undefined) return found;
  const { folded } = fold;
  let token = 0;
  // The engine's own indexOf finds the places; only these are looked up among the tokens.
  for (let at = folded.indexOf(first); at >= 0 && found.length < limit; at = folded.indexOf(first, at + 1)) {
    token = firstTokenFrom(spans, at, token);
    if (spans.starts[token] === at && standsAt(folded, spans, term, token)) found.push(token);
  }
  return found;
}

function standsAt(folded: string, spans: TokenSpans, term: TermNode, token: number): boolean {
  if (token + term.tokens.length > spans.count) return false;
  return term.tokens.every((wanted, index) => {
    const start = spans.starts[token + index] ?? 0;
    const end = spans.ends[token + index] ?? 0;
    const open = term.prefix && index === term.tokens.length - 1;
    return (open ? end - start >= wanted.length : end - start === wanted.length) && folded.startsWith(wanted, start);
  });
}

/** The first token that starts at `at` or after; `from` is known to start no later than the answer. */
function firstTokenFrom(spans: TokenSpans, at: number, from: number): number {
  let low = from;
  let step = 1;
  while (low + step < spans.count && (spans.starts[low + step] ?? 0) < at) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, spans.count);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans.starts[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

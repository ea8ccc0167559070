// Terms that stand close together, as FTS5 judges it.

import type { TermNode } from './searchQuery.ts';

export interface NearHit {
  term: TermNode;
  token: number;
}

/**
 * `places[i]` are the tokens at which `terms[i]` begins. A group holds if each term begins no earlier than its own length
 * plus `distance` before the start of the last one.
 */
export function nearMatches(terms: readonly TermNode[], places: readonly number[][], distance: number): NearHit[] {
  const cursor = terms.map(() => 0);
  const hits: NearHit[] = [];
  const seen = new Set<string>();
  const startOf = (index: number) => places[index]?.[cursor[index] ?? 0];
  for (;;) {
    const starts = terms.map((_, index) => startOf(index));
    if (starts.some(start => start === undefined)) return hits;
    const known = starts.map(start => start ?? 0);
    const last = Math.max(...known);
    const behind = terms.findIndex((term, index) => (known[index] ?? 0) < last - term.tokens.length - distance);
    if (behind >= 0) {
      cursor[behind] = (cursor[behind] ?? 0) + 1;
      continue;
    }
    terms.forEach((term, index) => {
      const key = `${index}:${known[index]}`;
      if (!seen.has(key)) hits.push({ term, token: known[index] ?? 0 });
      seen.add(key);
    });
    const earliest = known.indexOf(Math.min(...known));
    cursor[earliest] = (cursor[earliest] ?? 0) + 1;
  }
}

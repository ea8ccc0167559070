// Finding a quote in a document of pages: on its own page first, then beside it, then everywhere.

import { anchorQuote, type Found } from './anchorQuote.ts';
import { type AnchorText, prepareText } from './anchorText.ts';
import type { TextQuote } from './textQuote.ts';

export interface PageHint {
  pageIndex: number;
  start: number;
}

export type Located = ({ pageIndex: number } & Found) | { state: 'orphaned' };

/** Good enough not to look on other pages. */
const CERTAIN = 0.95;
const CLEAR_LEAD = 0.05;

export function locateInPages(pages: readonly (string | AnchorText)[], quote: TextQuote, hint?: PageHint): Located {
  const seen = new Set<number>();
  const found: ({ pageIndex: number } & Found)[] = [];
  const look = (pageIndex: number, start?: number) => {
    const page = pages[pageIndex];
    if (page === undefined || seen.has(pageIndex)) return;
    seen.add(pageIndex);
    const position = start === undefined ? undefined : { start, end: start + quote.exact.length };
    const prepared = typeof page === 'string' ? prepareText(page) : page;
    const result = anchorQuote(prepared, quote, position);
    if (result.state === 'orphaned') return;
    // On another page than its own it has moved, however well it fits there.
    const state = hint && hint.pageIndex !== pageIndex ? 'moved' : result.state;
    found.push({ pageIndex, ...result, state });
  };
  if (hint) {
    look(hint.pageIndex, hint.start);
    const [own] = found;
    if (own && (own.state === 'anchored' || own.score >= CERTAIN)) return own;
    look(hint.pageIndex - 1);
    look(hint.pageIndex + 1);
    const near = clearlyBest(found);
    if (near && near.score >= CERTAIN) return near;
  }
  for (let pageIndex = 0; pageIndex < pages.length; pageIndex += 1) look(pageIndex);
  const best = clearlyBest(found);
  if (best) return best;
  // Equally good on several pages: its own page decides, if it is among them; nothing else may.
  const [own] = found;
  const top = Math.max(0, ...found.map(each => each.score));
  return own && hint && own.pageIndex === hint.pageIndex && own.score > top - CLEAR_LEAD ? own : { state: 'orphaned' };
}

function clearlyBest<T extends { score: number }>(found: readonly T[]): T | null {
  const [best, next] = [...found].sort((a, b) => b.score - a.score);
  if (!best) return null;
  return !next || best.score - next.score >= CLEAR_LEAD ? best : null;
}

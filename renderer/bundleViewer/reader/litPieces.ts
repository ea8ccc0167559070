/** A stretch of a page's text cut where the light begins and ends. */
import type { Span } from './readingTarget.ts';

export interface Piece {
  text: string;
  isLit: boolean;
  /** Offset in the page's text. */
  at: number;
}

/** `from`: where in the page's text the stretch begins. Spans are in order and do not overlap; they may reach beyond it. */
export function litPieces(text: string, from: number, spans: readonly Span[]): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  const to = from + text.length;
  const take = (until: number, isLit: boolean): void => {
    if (until <= at) return;
    pieces.push({ text: text.slice(at - from, until - from), isLit, at });
    at = until;
  };
  for (const span of spans) {
    if (span.end <= from || span.start >= to) continue;
    take(Math.max(from, span.start), false);
    take(Math.min(to, span.end), true);
  }
  take(to, false);
  return pieces;
}

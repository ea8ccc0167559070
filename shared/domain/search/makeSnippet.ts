// The sentence a hit stands in, for the list of results: one line, with every hit inside it marked.

import type { TextRange } from '../text/index.ts';
import { sentenceBounds } from './sentenceBounds.ts';

export interface Snippet {
  /** The words on one line: white space runs are single spaces. */
  text: string;
  /** The hits, as places in `text`. */
  hits: TextRange[];
  /** Which piece of the page this is. */
  start: number;
  end: number;
  /** Whether something of the sentence was left off, for an ellipsis. */
  cutBefore: boolean;
  cutAfter: boolean;
}

export interface SnippetOptions {
  /** Characters shown on either side of the hit at most. */
  radius?: number;
  /** Which of the matches the snippet is about; without it, the place where most of the first ones stand together. */
  match?: number;
}

/** Matches looked at when choosing the best place: a long table can have thousands. */
const MAX_CONSIDERED = 200;
const DEFAULT_RADIUS = 120;

/** `matches` in order and without overlaps, as `findMatches` gives them. Null if there are none. */
export function makeSnippet(
  pageText: string,
  matches: readonly TextRange[],
  options: SnippetOptions = {},
): Snippet | null {
  const radius = options.radius ?? DEFAULT_RADIUS;
  const chosen = matches[options.match ?? densest(matches, radius)];
  if (!chosen) return null;
  // A phrase of a whole page is shown by its beginning.
  const hit = { start: chosen.start, end: Math.min(chosen.end, chosen.start + 4 * radius) };
  const { start, end } = sentenceBounds(pageText, hit, radius);
  const inside = matches.filter(match => match.start >= start && match.start < end);
  return {
    ...onOneLine(pageText, start, end, inside),
    start,
    end,
    cutBefore: start > 0 && !endsSentence(pageText.slice(Math.max(0, start - 8), start)),
    cutAfter: end < pageText.length && !endsSentence(pageText.slice(Math.max(start, end - 4), end)),
  };
}

/** The snippet as pieces to draw in a row. */
export function snippetParts(snippet: Pick<Snippet, 'text' | 'hits'>): { text: string; hit: boolean }[] {
  const parts: { text: string; hit: boolean }[] = [];
  let at = 0;
  for (const { start, end } of snippet.hits) {
    if (start > at) parts.push({ text: snippet.text.slice(at, start), hit: false });
    parts.push({ text: snippet.text.slice(start, end), hit: true });
    at = end;
  }
  if (at < snippet.text.length) parts.push({ text: snippet.text.slice(at), hit: false });
  return parts;
}

function densest(matches: readonly TextRange[], radius: number): number {
  let best = 0;
  let most = 0;
  const considered = Math.min(matches.length, MAX_CONSIDERED);
  for (let first = 0, last = 0; first < considered; first += 1) {
    const reach = (matches[first]?.end ?? 0) + radius;
    while (last < considered && (matches[last]?.end ?? 0) <= reach) last += 1;
    if (last - first > most) {
      most = last - first;
      best = first;
    }
  }
  return best;
}

function onOneLine(
  text: string,
  start: number,
  end: number,
  matches: readonly TextRange[],
): Pick<Snippet, 'text' | 'hits'> {
  let line = '';
  let at = start;
  const hits: TextRange[] = [];
  const take = (to: number) => {
    const piece = text.slice(at, to).replace(/\s+/g, ' ');
    line += line.endsWith(' ') ? piece.replace(/^ /, '') : piece;
    at = to;
  };
  for (const match of matches) {
    take(match.start);
    const from = line.length;
    take(Math.min(match.end, end));
    hits.push({ start: from, end: line.length });
  }
  take(end);
  return { text: line, hits };
}

function endsSentence(tail: string): boolean {
  return /[.!?。！？｡؟۔।]["'”’»)\]」』]*\s*$|\n\s*\n\s*$/.test(tail);
}

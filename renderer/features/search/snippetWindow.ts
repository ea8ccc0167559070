/** The part of a snippet that shows its first lit words in a line or two. Pure. */
interface Range {
  start: number;
  end: number;
}

export interface SnippetWindow {
  text: string;
  hits: Range[];
}

/** Han, Hangul, kana and full-width forms take the room of two Latin letters. */
const WIDE = /[\u1100-\u11ff\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/;

/** Begins so that at most `lead` Latin letters' room lies before the first lit word; at a word's start where there is one. */
export function snippetWindow(snippet: string, ranges: readonly Range[], lead: number): SnippetWindow {
  const first = ranges[0];
  if (!first) return { text: snippet, hits: [...ranges] };
  const earliest = startWithin(snippet, first.start, lead);
  if (earliest === 0) return { text: snippet, hits: [...ranges] };
  const space = snippet.indexOf(' ', earliest);
  const from = space >= 0 && space < first.start ? space + 1 : earliest;
  const shift = 1 - from;
  return {
    text: `…${snippet.slice(from)}`,
    hits: ranges.map(({ start, end }) => ({ start: start + shift, end: end + shift })),
  };
}

function startWithin(snippet: string, end: number, room: number): number {
  let at = end;
  let left = room;
  while (at > 0) {
    left -= WIDE.test(snippet.charAt(at - 1)) ? 2 : 1;
    if (left < 0) break;
    at -= 1;
  }
  // Never between the two halves of one character.
  return at > 0 && at < end && /[\udc00-\udfff]/.test(snippet.charAt(at)) ? at + 1 : at;
}

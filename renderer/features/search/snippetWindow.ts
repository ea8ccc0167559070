/** The part of a snippet that shows its first lit words in a line or two. Pure. */
interface Range {
  start: number;
  end: number;
}

export interface SnippetWindow {
  text: string;
  hits: Range[];
}

/** Begins at most `lead` characters before the first lit word, at a word's start where there is one. */
export function snippetWindow(snippet: string, ranges: readonly Range[], lead: number): SnippetWindow {
  const first = ranges[0];
  if (!first || first.start <= lead) return { text: snippet, hits: [...ranges] };
  const earliest = first.start - lead;
  const space = snippet.indexOf(' ', earliest);
  const from = space >= 0 && space < first.start ? space + 1 : earliest;
  const shift = 1 - from;
  return {
    text: `…${snippet.slice(from)}`,
    hits: ranges.map(({ start, end }) => ({ start: start + shift, end: end + shift })),
  };
}

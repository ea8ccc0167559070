/**
 * Cuts running text into pages of readable length: at a form feed, else at a paragraph, line, sentence or word end.
 * Documents without pages get these, so that a hit opens near its place; they have no printed label.
 */

export const PAGE_CHARS = 3500;
/** How far before the full length a better place to cut is looked for. */
const SLACK = 0.35;

export interface PageSplitter {
  /** Pages that are complete. */
  add(text: string): string[];
  end(): string[];
}

export function openPageSplitter(pageChars = PAGE_CHARS): PageSplitter {
  let rest = '';

  function take(final: boolean): string[] {
    const pages: string[] = [];
    let at = 0;
    while (at < rest.length) {
      const feed = rest.indexOf('\f', at);
      const reach = at + pageChars;
      if (feed >= 0 && feed < reach) {
        pages.push(rest.slice(at, feed));
        at = feed + 1;
      } else if (rest.length > reach) {
        const cut = findCut(rest, at, reach);
        pages.push(rest.slice(at, cut));
        at = cut;
      } else if (final) {
        pages.push(rest.slice(at));
        at = rest.length;
      } else break;
    }
    rest = rest.slice(at);
    // A page break after a page break, or at the very end, is layout and not a page.
    return pages.filter(page => page.trim() !== '');
  }

  return {
    add(text) {
      // Subtle: \r\n may be cut in two by the stream; the lone \r waits for what follows.
      rest = rest + text;
      const held = rest.endsWith('\r') ? '\r' : '';
      rest = held === '' ? rest : rest.slice(0, -1);
      rest = rest.replace(/\r\n?/g, '\n');
      const pages = take(false);
      rest += held;
      return pages;
    },
    end() {
      rest = rest.replace(/\r\n?/g, '\n');
      return take(true);
    },
  };
}

export function splitPages(text: string, pageChars = PAGE_CHARS): string[] {
  const splitter = openPageSplitter(pageChars);
  return [...splitter.add(text), ...splitter.end()];
}

/** Text of any length must fit the page limit: very long text gets longer pages instead of being cut off. */
export function pageCharsFor(totalChars: number, maxPages: number): number {
  return Math.max(PAGE_CHARS, Math.ceil(totalChars / (maxPages * 0.6)));
}

function findCut(text: string, from: number, reach: number): number {
  const window = text.slice(Math.floor(reach - (reach - from) * SLACK), reach);
  const start = reach - window.length;
  for (const [end, length] of [
    ['\n\n', 2],
    ['\n', 1],
    ['. ', 2],
    ['。', 1],
    [' ', 1],
  ] as const) {
    const found = window.lastIndexOf(end);
    if (found >= 0) return start + found + length;
  }
  // Not between the two halves of a character.
  const before = text.charCodeAt(reach - 1);
  return before >= 0xd800 && before < 0xdc00 ? reach - 1 : reach;
}

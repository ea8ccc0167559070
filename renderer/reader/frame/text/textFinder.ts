/** Finds words in the extracted text of all pages, in page order, without holding the window up. */
import { foldText, originalRange } from '../../../../shared/domain/text/index.ts';
import type { PageStore } from './pageStore.ts';

export interface TextMatch {
  pageIndex: number;
  start: number;
  end: number;
}

/** More are counted as this many: nobody steps through them. */
const MAX_MATCHES = 10_000;

/** Calls back after each page that has matches, and at the end. */
export async function findInPages(
  store: PageStore,
  pageCount: number,
  words: string,
  signal: AbortSignal,
  onMatches: (matches: readonly TextMatch[], searching: boolean) => void,
): Promise<void> {
  const needle = foldText(words).folded;
  const matches: TextMatch[] = [];
  if (needle.trim() !== '') {
    for (let pageIndex = 0; pageIndex < pageCount && matches.length < MAX_MATCHES; pageIndex += 1) {
      const page = await store.page(pageIndex).catch(() => null);
      if (signal.aborted) return;
      const found = page === null ? [] : matchesIn(page.text, needle, pageIndex);
      if (found.length === 0) continue;
      matches.push(...found);
      onMatches(matches, true);
    }
  }
  onMatches(matches, false);
}

function matchesIn(text: string, needle: string, pageIndex: number): TextMatch[] {
  const folded = foldText(text);
  const found: TextMatch[] = [];
  for (let at = folded.folded.indexOf(needle); at >= 0; at = folded.folded.indexOf(needle, at + needle.length)) {
    found.push({ pageIndex, ...originalRange(folded, at, at + needle.length) });
  }
  return found;
}

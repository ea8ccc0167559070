/** Cells of a sheet found again in a new reading: a rectangle need not stand in the text in one piece, so it is no search for words. */
import type { Passage } from '../../../shared/domain/passage.ts';
import type { Page } from '../../../shared/domain/rendition.ts';
import { findArea } from '../../../shared/domain/sheetQuote.ts';

export interface LocatedCells {
  state: 'anchored' | 'moved';
  pageIndex: number;
  start: number;
  end: number;
}

/** Its own page first, then all others; null where the cells are nowhere, or where nothing tells which ones are meant. */
export function locateCells(
  pages: readonly Page[],
  { quote, pageIndex, position }: Pick<Passage, 'quote' | 'pageIndex' | 'position'>,
): LocatedCells | null {
  const own = pages[pageIndex];
  const near = position?.start ?? null;
  const there = own === undefined || own.sheet === null ? null : findArea(own.text, quote, near);
  if (there !== null) {
    const { start, end } = there;
    return { state: start === near ? 'anchored' : 'moved', pageIndex, start, end };
  }
  const elsewhere = pages.flatMap(page => {
    const found = page.sheet === null || page.index === pageIndex ? null : findArea(page.text, quote);
    return found === null ? [] : [{ found, pageIndex: page.index }];
  });
  const [only, another] = elsewhere;
  if (only === undefined || another !== undefined || only.found.isLikely) return null;
  return { state: 'moved', pageIndex: only.pageIndex, start: only.found.start, end: only.found.end };
}

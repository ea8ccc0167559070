/** What a search answers: pages by exhibit, and all else that has the words. */
import type { SearchPlace } from '../../../shared/domain/bundle/bundleSearch.ts';
import type { QueryNode } from '../../../shared/domain/search/index.ts';

export interface FoundExhibit {
  number: string;
  /** Counted from 0, ascending. */
  pages: readonly number[];
}

export interface SearchResult {
  node: QueryNode;
  places: readonly SearchPlace[];
  exhibits: readonly FoundExhibit[];
  /** Of pages, through all exhibits. */
  pageCount: number;
  /** What was not understood or not looked through, in sentences. */
  notes: readonly string[];
  /** Pages that are still to be looked at; 0 when it is whole. */
  ahead: number;
}

export interface FoundPage {
  number: string;
  pageIndex: number;
}

/** @param pages in the order of exhibits and pages */
export function byExhibit(pages: readonly { exhibitNumber: string; pageIndex: number }[]): FoundExhibit[] {
  const found = new Map<string, number[]>();
  for (const { exhibitNumber, pageIndex } of pages) {
    const own = found.get(exhibitNumber);
    if (own) own.push(pageIndex);
    else found.set(exhibitNumber, [pageIndex]);
  }
  return [...found].map(([number, own]) => ({ number, pages: own }));
}

/** All pages that were found, in the order of the results. */
export function pagesInOrder({ exhibits }: Pick<SearchResult, 'exhibits'>): FoundPage[] {
  return exhibits.flatMap(({ number, pages }) => pages.map(pageIndex => ({ number, pageIndex })));
}

/** The next page that was found after the one that is open, or before it; null at the end. */
export function stepFrom(pages: readonly FoundPage[], open: FoundPage | null, by: 1 | -1): FoundPage | null {
  if (open === null) return (by > 0 ? pages[0] : pages.at(-1)) ?? null;
  const at = pages.findIndex(page => page.number === open.number && page.pageIndex === open.pageIndex);
  if (at >= 0) return pages[at + by] ?? null;
  // One has turned away from what was found: on to the nearest in the same exhibit, else to the next exhibit.
  const same = pages.filter(page => page.number === open.number);
  if (by > 0) return same.find(page => page.pageIndex > open.pageIndex) ?? nextAfter(pages, open.number);
  return (
    same.findLast(page => page.pageIndex < open.pageIndex) ?? pages.findLast(page => page.number < open.number) ?? null
  );
}

function nextAfter(pages: readonly FoundPage[], number: string): FoundPage | null {
  return pages.find(page => page.number > number) ?? null;
}

/**
 * Which pages of a long list are in hand, asked for or forgotten. Pure: the hook beside it does the asking.
 * Pages around the visible ones are kept, so a list of 100,000 costs the memory of a few thousand rows.
 */

export const ROWS_A_PAGE = 200;
/** 40 pages are 8,000 rows: more than a hand scrolls before rows are asked for again. */
const PAGES_KEPT = 40;

export interface RowPages<Row> {
  /** In the order of use: the page touched last stands last. */
  pages: ReadonlyMap<number, readonly Row[]>;
  total: number | null;
}

export function noPages<Row>(): RowPages<Row> {
  return { pages: new Map(), total: null };
}

export function pageOf(index: number): number {
  return Math.floor(index / ROWS_A_PAGE);
}

export function rowAt<Row>(state: RowPages<Row>, index: number): Row | undefined {
  return state.pages.get(pageOf(index))?.[index % ROWS_A_PAGE];
}

/** Pages that the visible rows need, and one to either side so that scrolling meets rows, not gaps. */
export function wantedPages(first: number, last: number, total: number | null): number[] {
  const end = total === null ? last : Math.min(last, Math.max(0, total - 1));
  const from = Math.max(0, pageOf(first) - 1);
  const lastPage = total === null ? pageOf(end) : Math.min(pageOf(end) + 1, pageOf(Math.max(0, total - 1)));
  const wanted: number[] = [];
  // The visible pages first: they are what the eye waits for.
  for (let page = pageOf(first); page <= pageOf(end); page++) wanted.push(page);
  for (let page = from; page <= lastPage; page++) if (!wanted.includes(page)) wanted.push(page);
  return wanted;
}

export function withPage<Row>(state: RowPages<Row>, page: number, rows: readonly Row[], total: number): RowPages<Row> {
  const pages = new Map(state.pages);
  pages.delete(page);
  pages.set(page, rows);
  for (const oldest of pages.keys()) {
    if (pages.size <= PAGES_KEPT) break;
    pages.delete(oldest);
  }
  return { pages, total };
}

/** Where a row stands among those in hand, or null: it may be on a page that is not. */
export function indexOfRow<Row>(state: RowPages<Row>, matches: (row: Row) => boolean): number | null {
  for (const [page, rows] of state.pages) {
    const at = rows.findIndex(matches);
    if (at >= 0) return page * ROWS_A_PAGE + at;
  }
  return null;
}

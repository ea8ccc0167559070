/** What the grid knows of the exhibit's pages: texts at hand, sizes of all that were seen, and which page is whose sheet. */
import type { Page } from '../../../../shared/domain/rendition.ts';
import type { PageName } from '../../frameMessages.ts';
import type { PageStore } from '../text/pageStore.ts';
import { Columns, rowTops } from './columns.ts';
import { type SheetGroup, groupSheets } from './sheetGroups.ts';
import type { KnownPage } from './sheetLayout.ts';
import { beginsWithHeadings, readSheetPage, type SheetPage } from './sheetPage.ts';

/** Some 2 MB of text: what is on the screen, what is about to be, and the first page of each sheet. */
const MAX_HELD = 80;

interface Seen {
  name: string;
  isHidden: boolean;
  columns: Columns;
  known: KnownPage;
}

export class SheetBook {
  readonly #store: PageStore;
  readonly #pageCount: number;
  readonly #roomPx: () => number;
  readonly #held = new Map<number, SheetPage>();
  readonly #seen = new Map<number, Seen>();
  readonly #columns = new Map<string, Columns>();
  #names: readonly PageName[];
  #groups: readonly SheetGroup[] = [];

  /** @param roomPx the width that there is for columns, at 100 % */
  constructor(store: PageStore, pageCount: number, names: readonly PageName[], roomPx: () => number) {
    this.#store = store;
    this.#pageCount = pageCount;
    this.#names = names;
    this.#roomPx = roomPx;
    this.#group();
  }

  get groups(): readonly SheetGroup[] {
    return this.#groups;
  }

  groupOf(pageIndex: number): number {
    return Math.max(
      0,
      this.#groups.findLastIndex(({ pages }) => (pages[0] ?? 0) <= pageIndex),
    );
  }

  isHidden({ pages }: SheetGroup): boolean {
    return this.#seen.get(pages[0] ?? -1)?.isHidden ?? false;
  }

  known(pageIndex: number): KnownPage | null {
    return this.#seen.get(pageIndex)?.known ?? null;
  }

  columnsOf(pageIndex: number): Columns | null {
    return this.#seen.get(pageIndex)?.columns ?? null;
  }

  /** The page if its text is at hand. */
  held(pageIndex: number): SheetPage | null {
    return this.#held.get(pageIndex) ?? null;
  }

  /** The sheet's first page, where its first row is headings. */
  headings({ pages }: SheetGroup): SheetPage | null {
    const first = this.held(pages[0] ?? -1);
    return first !== null && beginsWithHeadings(first) ? first : null;
  }

  /** @returns null where there is no such page */
  async load(pageIndex: number): Promise<SheetPage | null> {
    const held = this.#held.get(pageIndex);
    if (held !== undefined) return held;
    const page = await this.#store.page(pageIndex);
    if (page === null) return null;
    // The first page settles how wide the columns are, whichever page one jumps to.
    const first = this.#groups[this.groupOf(pageIndex)]?.pages[0] ?? pageIndex;
    if (first !== pageIndex && !this.#seen.has(first)) await this.load(first);
    return this.#learn(page);
  }

  #learn(given: Page): SheetPage {
    const page = readSheetPage(given);
    if (!this.#seen.has(page.index)) this.#see(page);
    this.#held.delete(page.index);
    this.#held.set(page.index, page);
    const firsts = new Set(this.#groups.map(({ pages }) => pages[0]));
    for (const old of this.#held.keys()) {
      if (this.#held.size <= MAX_HELD) break;
      if (!firsts.has(old)) this.#held.delete(old);
    }
    return page;
  }

  #see(page: SheetPage): void {
    const { index, place, rows } = page;
    const name = place?.name ?? this.#labelOf(index) ?? this.#groups[this.groupOf(index)]?.name ?? '';
    const key = `${name}\u0000${place?.firstColumn ?? 'text'}`;
    const columns = this.#columns.get(key) ?? new Columns(place?.firstColumn ?? 0, place === null);
    this.#columns.set(key, columns);
    columns.learn(rows, this.#roomPx());
    const cells =
      place === null ? null : { firstRow: place.firstRow, firstColumn: place.firstColumn, columnCount: columns.count };
    this.#seen.set(index, {
      name,
      isHidden: place?.isHidden ?? false,
      columns,
      known: { pageIndex: index, cells, rowCount: rows.length, tops: rowTops(rows, columns) },
    });
    if (this.#groups[this.groupOf(index)]?.name !== name) this.#group();
  }

  setNames(names: readonly PageName[]): void {
    this.#names = names;
    this.#group();
  }

  #group(): void {
    this.#groups = groupSheets(this.#pageCount, index => this.#seen.get(index)?.name ?? this.#labelOf(index));
  }

  /** Null where the page is only counted. */
  #labelOf(index: number): string | null {
    const short = this.#names[index]?.short ?? null;
    return short === String(index + 1) ? null : short;
  }
}

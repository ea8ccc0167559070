/** Reads a long list page by page as the eye needs it, and again when it changed. Knows no React. */
import type { ErrorReport } from '../../shared/kernel/errors.ts';
import { reportOf } from './callFailed.ts';
import { indexOfRow, noPages, type RowPages, ROWS_A_PAGE, rowAt, wantedPages, withPage } from './rowPages.ts';

export interface RowsRead<Row> {
  rows: readonly Row[];
  total: number;
}
type Read<Row> = (offset: number, limit: number) => Promise<RowsRead<Row>>;

export interface RowSourceState<Row> {
  held: RowPages<Row>;
  error: ErrorReport | null;
}

/** The core answers one read in a few ms; more at once would only stand in the way of the newest wish. */
const AT_ONCE = 2;

export class RowSource<Row> {
  readonly #read: Read<Row>;
  readonly #changed: (state: RowSourceState<Row>) => void;
  #held: RowPages<Row> = noPages();
  #error: ErrorReport | null = null;
  #queue: number[] = [];
  #inFlight = new Set<number>();
  /** Pages in hand that were read before the last change; they stay on the screen until read anew. */
  #stale = new Set<number>();
  #generation = 0;
  #closed = false;
  #visible: [number, number] = [0, ROWS_A_PAGE - 1];

  constructor(read: Read<Row>, changed: (state: RowSourceState<Row>) => void) {
    this.#read = read;
    this.#changed = changed;
  }

  /** Also after `close`: a view may be taken down and put up again. */
  start(): void {
    this.#closed = false;
    this.show(...this.#visible);
  }

  close(): void {
    this.#closed = true;
    this.#queue = [];
  }

  row(index: number): Row | undefined {
    return rowAt(this.#held, index);
  }

  indexOf(matches: (row: Row) => boolean): number | null {
    return indexOfRow(this.#held, matches);
  }

  /** Tells which rows are on the screen. Only the newest wish counts: what was scrolled past is not read. */
  show(first: number, last: number): void {
    this.#visible = [first, last];
    this.#queue = wantedPages(first, last, this.#held.total).filter(page => this.#needs(page));
    this.#pump();
  }

  /** The list changed: the visible pages are read again, the others when they are next looked at. */
  refresh(): void {
    this.#generation += 1;
    this.#inFlight.clear();
    this.#stale = new Set(this.#held.pages.keys());
    this.show(...this.#visible);
  }

  retry(): void {
    this.#error = null;
    this.#announce();
    this.refresh();
  }

  #needs(page: number): boolean {
    return !this.#inFlight.has(page) && (!this.#held.pages.has(page) || this.#stale.has(page));
  }

  #pump(): void {
    while (!this.#closed && this.#inFlight.size < AT_ONCE) {
      const page = this.#queue.shift();
      if (page === undefined) return;
      if (this.#needs(page)) void this.#readPage(page);
    }
  }

  async #readPage(page: number): Promise<void> {
    const generation = this.#generation;
    this.#inFlight.add(page);
    try {
      const { rows, total } = await this.#read(page * ROWS_A_PAGE, ROWS_A_PAGE);
      if (this.#closed || generation !== this.#generation) return;
      this.#held = withPage(this.#held, page, rows, total);
      this.#stale.delete(page);
      this.#error = null;
    } catch (error) {
      if (this.#closed || generation !== this.#generation) return;
      this.#error = reportOf(error);
      this.#queue = [];
    }
    this.#inFlight.delete(page);
    this.#announce();
    this.#pump();
  }

  #announce(): void {
    this.#changed({ held: this.#held, error: this.#error });
  }
}

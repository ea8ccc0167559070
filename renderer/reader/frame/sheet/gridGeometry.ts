/** Where rows and columns are: from the layout of a sheet to pixels in its scroller, and back. */
import type { CellArea } from '../../../../shared/domain/sheetQuote.ts';
import type { Columns } from './columns.ts';
import { boxHeight, contentTop, type ScrollRoom, scrollTopFor } from './longScroll.ts';
import type { SheetBook } from './sheetBook.ts';
import type { SheetGroup } from './sheetGroups.ts';
import { type Block, LETTERS_PX, rowAt, SheetLayout } from './sheetLayout.ts';
import type { SheetPage } from './sheetPage.ts';

const COLUMN_STEP = 8;
const BOTTOM_PX = 96;
/** Room for the tabs of passages. */
const RIGHT_PX = 84;
const DIGIT_PX = 7.2;

export interface ColumnRange {
  fromColumn: number;
  toColumn: number;
}

/** In pixels from the content's top left. */
export interface CellBox {
  top: number;
  left: number;
  width: number;
  height: number;
}

/** A row that must not move while pages around it come to be known. */
interface Anchor {
  pageIndex: number;
  row: number;
  away: number;
}

type Scroller = Pick<HTMLElement, 'scrollTop' | 'scrollLeft' | 'clientHeight' | 'clientWidth'>;
type Book = Pick<SheetBook, 'known' | 'columnsOf' | 'headings'>;

export class GridGeometry {
  readonly #scroller: Scroller;
  readonly #book: Book;
  #group: SheetGroup = { name: '', pages: [] };
  layout = new SheetLayout([], () => null);
  scale = 1;
  /** Of the row numbers. */
  headWidth = 0;
  boxWidth = 0;

  constructor(scroller: Scroller, book: Book) {
    this.#scroller = scroller;
    this.#book = book;
  }

  layOut(group: SheetGroup): void {
    this.#group = group;
    this.layout = new SheetLayout(group.pages, pageIndex => this.#book.known(pageIndex));
    let width = 0;
    let lastRow = 999;
    for (const { known, pageIndex } of this.layout.blocks) {
      width = Math.max(width, this.#book.columnsOf(pageIndex)?.width ?? 0);
      lastRow = Math.max(lastRow, (known?.cells?.firstRow ?? 0) + (known?.rowCount ?? 0));
    }
    this.headWidth = Math.ceil((String(lastRow).length * DIGIT_PX + 18) * this.scale);
    this.boxWidth = this.headWidth + width * this.scale + RIGHT_PX;
  }

  get boxHeight(): number {
    return boxHeight(this.#room());
  }

  get headings(): SheetPage | null {
    return this.#book.headings(this.#group);
  }

  isHeading(pageIndex: number, row: number): boolean {
    return row === 0 && pageIndex === this.headings?.index;
  }

  /** Of what stays at the top: the letters, and the headings where there are some. */
  get headHeight(): number {
    const { headings } = this;
    const rowHeight = headings === null ? 0 : (this.#book.known(headings.index)?.tops[1] ?? 0);
    return (LETTERS_PX + rowHeight) * this.scale;
  }

  /** Which rows of the layout the window shows, and a little more. */
  heightsInView(beyondPx: number): { from: number; to: number } {
    return { from: this.yOf(-beyondPx), to: this.yOf(this.#scroller.clientHeight + beyondPx) };
  }

  columnsInView(columns: Columns): ColumnRange {
    const { scrollLeft, clientWidth } = this.#scroller;
    const first = columns.at(scrollLeft / this.scale);
    const last = columns.at((scrollLeft + clientWidth - this.headWidth) / this.scale);
    // In steps, so that a short scroll draws nothing anew.
    return { fromColumn: first - (first % COLUMN_STEP), toColumn: last + COLUMN_STEP - (last % COLUMN_STEP) - 1 };
  }

  columnAt(columns: Columns, px: number): number {
    return columns.at((this.#scroller.scrollLeft + px - this.headWidth) / this.scale);
  }

  /** From pixels below the window's top to a height of the layout. */
  yOf(px: number): number {
    return (this.shift + px) / this.scale - LETTERS_PX;
  }

  /** Where in the scroller's box a height of the layout is drawn. */
  pxOf(y: number): number {
    return (LETTERS_PX + y) * this.scale - this.shift + this.#scroller.scrollTop;
  }

  blockAt(px: number): Block | null {
    return this.layout.blocks[this.layout.positionAt(this.yOf(px))] ?? null;
  }

  topBlock(): Block | null {
    return this.blockAt(this.headHeight + 1);
  }

  boxOf(pageIndex: number, area: CellArea): CellBox | null {
    const top = this.layout.topOf(pageIndex, area.top);
    const bottom = this.layout.topOf(pageIndex, area.bottom + 1);
    const columns = this.#book.columnsOf(pageIndex);
    if (top === null || bottom === null || columns === null) return null;
    const left = columns.left(area.left) * this.scale;
    return {
      top: (LETTERS_PX + top) * this.scale,
      left: this.headWidth + left,
      width: columns.left(area.right + 1) * this.scale - left,
      height: (bottom - top) * this.scale,
    };
  }

  /** How far down the content the window is. */
  get shift(): number {
    return contentTop(this.#room(), this.#scroller.scrollTop);
  }

  /** Where to scroll to so that a height of the content is that far below the window's top. */
  scrollTopFor(top: number, belowPx: number): number {
    return scrollTopFor(this.#room(), top - belowPx);
  }

  anchor(): Anchor | null {
    if (this.#scroller.scrollTop === 0) return null;
    const y = this.yOf(this.headHeight);
    const { to } = this.heightsInView(0);
    const { blocks } = this.layout;
    for (let at = this.layout.positionAt(y); at < blocks.length; at += 1) {
      const block = blocks[at];
      if (block === undefined || block.top > to) break;
      if (block.known === null) continue;
      const row = rowAt(block, Math.max(y, block.rowsTop));
      return { pageIndex: block.pageIndex, row, away: y - block.rowsTop - (block.known.tops[row] ?? 0) };
    }
    return null;
  }

  scrollTopAt({ pageIndex, row, away }: Anchor): number | null {
    const top = this.layout.topOf(pageIndex, row);
    return top === null ? null : this.scrollTopFor((LETTERS_PX + top + away) * this.scale, this.headHeight);
  }

  #room(): ScrollRoom {
    return {
      contentPx: (LETTERS_PX + this.layout.height) * this.scale + BOTTOM_PX,
      clientPx: this.#scroller.clientHeight,
    };
  }
}

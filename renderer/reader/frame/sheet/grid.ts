/** The grid: a scroller in which only the rows and columns in view are elements, under letters and headings that stay. */
import type { CellArea } from '../../../../shared/domain/sheetQuote.ts';
import type { FrameMark } from '../../frameMessages.ts';
import { makeScroller } from '../scroller.ts';
import type { PageCellLights } from './cellLights.ts';
import type { CellPoint } from './cellSelection.ts';
import type { Columns } from './columns.ts';
import { CellOverlay } from './cellOverlay.ts';
import { type ColumnRange, GridGeometry } from './gridGeometry.ts';
import { makeLetters } from './gridHead.ts';
import { makeLines, makePart, makeStrip, putInOrder } from './gridParts.ts';
import { makeRow, noteWhatIsCut, type RowElement } from './gridRows.ts';
import type { SheetBook } from './sheetBook.ts';
import type { SheetGroup } from './sheetGroups.ts';
import { type Block, GAP_PX, LETTERS_PX, rowAt } from './sheetLayout.ts';
import type { SheetPage } from './sheetPage.ts';

export interface GridHost {
  book: SheetBook;
  languages: readonly string[];
  lightsOf(page: SheetPage): PageCellLights;
  /** The passages that begin in a row. */
  marksAt(page: SheetPage, row: number): readonly FrameMark[];
  onMark(passageId: string): void;
  onPainted(): void;
  /** A page's text came, and may have told of sheets. */
  onLearned(): void;
  onFailed(reason: unknown): void;
}

export interface GridHit {
  on: 'cell' | 'row' | 'column';
  point: CellPoint;
}

/** Drawn beyond the edges of the window, so that a short scroll shows no gap. */
const OVERSCAN_PX = 240;
const USUAL_ROW_PX = 24;

export class Grid {
  readonly element: HTMLDivElement;
  readonly #host: GridHost;
  readonly #geometry: GridGeometry;
  readonly #box = makePart('sheet-box');
  readonly #head = makePart('sheet-head');
  readonly #body = makePart('sheet-body');
  readonly #selection = new CellOverlay('sheet-selection');
  readonly #cursor = new CellOverlay('sheet-cursor');
  readonly #rows = new Map<string, RowElement & { look: string }>();
  readonly #asked = new Set<number>();
  #headings: RowElement | null = null;
  #group: SheetGroup = { name: '', pages: [] };
  #version = 0;
  /** Drawn, and not yet looked at for cells that do not fit. */
  #fresh: RowElement[] = [];
  #frame = 0;
  #selected: { pageIndex: number; area: CellArea } | null = null;

  constructor(parent: HTMLElement, title: string, host: GridHost) {
    this.#host = host;
    this.element = makeScroller(parent, title);
    this.element.classList.add('sheet');
    this.element.id = 'sheet-grid';
    this.element.role = 'grid';
    // How many there are is known only when all pages have been seen.
    this.element.ariaRowCount = '-1';
    this.#geometry = new GridGeometry(this.element, host.book);
    this.#body.append(this.#selection.inBody, this.#cursor.inBody);
    this.#box.append(this.#head, this.#body);
    this.element.append(this.#box);
    this.element.addEventListener('scroll', () => this.#paintSoon(), { passive: true });
    // What fits was measured in another face as long as the right one was not there.
    document.fonts.addEventListener('loadingdone', () => this.repaint());
    new ResizeObserver(() => this.#paintSoon()).observe(this.element);
  }

  show(group: SheetGroup, scrollTop: number): void {
    this.#group = group;
    this.#layOut(false);
    this.element.scrollTop = scrollTop;
    this.repaint();
  }

  /** The same sheet, of which more or fewer pages are known now. */
  regroup(group: SheetGroup): void {
    this.#group = group;
    this.#layOut(true);
    this.#paintSoon();
  }

  setScale(scale: number): void {
    const anchor = this.#geometry.anchor();
    this.#geometry.scale = scale;
    this.element.style.setProperty('--sheet-scale', String(scale));
    this.#layOut(false);
    const top = anchor === null ? null : this.#geometry.scrollTopAt(anchor);
    if (top !== null) this.element.scrollTop = top;
    this.repaint();
  }

  select(selected: { pageIndex: number; area: CellArea } | null, cursor: CellPoint | null): void {
    this.#selected = selected;
    this.#selection.set(selected);
    this.#cursor.set(cursor === null ? null : { pageIndex: cursor.pageIndex, area: areaOfPoint(cursor) });
    this.#paintSoon();
  }

  /** Draws all rows anew: lights or marks have changed. */
  repaint(): void {
    this.#version += 1;
    this.#paintSoon();
  }

  /** The page under the top of the rows. */
  get pageIndex(): number {
    return this.#geometry.topBlock()?.pageIndex ?? 0;
  }

  hitAt(clientX: number, clientY: number): GridHit | null {
    const box = this.element.getBoundingClientRect();
    const [x, y] = [clientX - box.left, clientY - box.top];
    const geometry = this.#geometry;
    const { headings, headHeight, scale } = geometry;
    const isHead = y < headHeight;
    const block = isHead ? geometry.topBlock() : geometry.blockAt(y);
    const columns = block === null ? null : this.#host.book.columnsOf(block.pageIndex);
    if (block?.known == null || columns === null) return null;
    const { pageIndex } = block;
    const column = geometry.columnAt(columns, x);
    if (y < LETTERS_PX * scale) return { on: 'column', point: { pageIndex, row: 0, column } };
    const on = x < geometry.headWidth ? 'row' : 'cell';
    if (isHead && headings !== null) return { on, point: { pageIndex: headings.index, row: 0, column } };
    return { on, point: { pageIndex, row: rowAt(block, geometry.yOf(y)), column } };
  }

  /** Where cells are in the frame, as far as they can be seen. */
  rectOf(pageIndex: number, area: CellArea): DOMRect {
    const room = this.element.getBoundingClientRect();
    const geometry = this.#geometry;
    const box = geometry.boxOf(pageIndex, area);
    if (box === null) return new DOMRect(room.x, room.y, 0, 0);
    const clampX = (x: number): number => Math.min(room.right, Math.max(room.left + geometry.headWidth, room.left + x));
    const clampY = (y: number): number => Math.min(room.bottom, Math.max(room.top + LETTERS_PX, room.top + y));
    const top = geometry.isHeading(pageIndex, area.bottom) ? LETTERS_PX * geometry.scale : box.top - geometry.shift;
    const left = clampX(box.left - this.element.scrollLeft);
    const upper = clampY(top);
    const right = clampX(box.left + box.width - this.element.scrollLeft);
    return new DOMRect(left, upper, right - left, clampY(top + box.height) - upper);
  }

  /** Scrolls as little as needed, or to the middle where the cell was far out of sight. */
  async bringIntoView(point: CellPoint): Promise<void> {
    await this.#host.book.load(point.pageIndex);
    this.#layOut(true);
    const geometry = this.#geometry;
    const box = geometry.boxOf(point.pageIndex, areaOfPoint(point));
    if (box === null) return;
    const { clientHeight, clientWidth, scrollLeft } = this.element;
    const { headHeight, headWidth } = geometry;
    const top = box.top - geometry.shift;
    const isAbove = top < headHeight;
    if (!geometry.isHeading(point.pageIndex, point.row) && (isAbove || top + box.height > clientHeight)) {
      const isNear = top > -box.height && top < clientHeight + box.height;
      const middle = (clientHeight + headHeight - box.height) / 2;
      const edge = isAbove ? headHeight : clientHeight - box.height;
      this.element.scrollTop = geometry.scrollTopFor(box.top, isNear ? edge : middle);
    }
    const left = box.left - scrollLeft;
    if (left < headWidth) this.element.scrollLeft = box.left - headWidth;
    else if (left + box.width > clientWidth)
      this.element.scrollLeft = Math.min(box.left - headWidth, box.left + box.width - clientWidth + 8);
    this.paint();
  }

  /** How many rows a page up or down goes. */
  rowsInView(): number {
    const { headHeight, scale } = this.#geometry;
    return Math.max(1, Math.floor((this.element.clientHeight - headHeight) / (USUAL_ROW_PX * scale)) - 1);
  }

  #paintSoon(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.paint());
  }

  paint(): void {
    cancelAnimationFrame(this.#frame);
    const { layout } = this.#geometry;
    const { from, to } = this.#geometry.heightsInView(OVERSCAN_PX);
    const shown: HTMLElement[] = [];
    for (let at = layout.positionAt(from); at < layout.blocks.length; at += 1) {
      const block = layout.blocks[at];
      if (block === undefined || block.top > to) break;
      shown.push(...this.#paintBlock(block, from, to));
    }
    const drawn = new Set(shown);
    for (const [key, row] of this.#rows) {
      if (drawn.has(row.element)) continue;
      row.lights.clear();
      this.#rows.delete(key);
    }
    putInOrder(this.#body, [...shown, this.#selection.inBody, this.#cursor.inBody]);
    this.#paintHead();
    noteWhatIsCut(this.#fresh);
    this.#fresh = [];
    for (const overlay of [this.#selection, this.#cursor]) overlay.place(this.#geometry);
    this.#host.onPainted();
  }

  #paintBlock(block: Block, from: number, to: number): HTMLElement[] {
    const { pageIndex, known, top, rowsTop, height } = block;
    const page = this.#host.book.held(pageIndex);
    const columns = this.#host.book.columnsOf(pageIndex);
    if (page === null || known === null || columns === null) {
      this.#ask(pageIndex);
      return [makeStrip('sheet-waiting', this.#geometry, top, height)];
    }
    const range = this.#geometry.columnsInView(columns);
    const painted = [makeLines(this.#geometry, columns, range, rowsTop, top + height - rowsTop)];
    if (block.gap !== null) painted.push(makeStrip('sheet-gap', this.#geometry, top, GAP_PX, block.gap));
    if (block.hasLetters) {
      const { scale, headWidth } = this.#geometry;
      const strip = makeStrip('sheet-letters-between', this.#geometry, rowsTop - LETTERS_PX, LETTERS_PX);
      strip.append(makeLetters({ ...range, columns, scale, headWidthPx: headWidth, selected: null }));
      painted.push(strip);
    }
    for (let row = rowAt(block, from); row < known.rowCount; row += 1) {
      const rowTop = rowsTop + (known.tops[row] ?? 0);
      if (rowTop > to) break;
      if (!this.#geometry.isHeading(pageIndex, row)) painted.push(this.#row(page, row, columns, range, rowTop));
    }
    return painted;
  }

  #row(page: SheetPage, row: number, columns: Columns, range: ColumnRange, top: number): HTMLElement {
    const key = `${page.index}:${row}`;
    const look = `${this.#version} ${range.fromColumn} ${range.toColumn} ${this.#geometry.headWidth}`;
    let entry = this.#rows.get(key);
    if (entry?.look !== look) {
      entry?.lights.clear();
      entry = { ...this.#makeRow(page, row, columns, range), look };
      this.#rows.set(key, entry);
      this.#fresh.push(entry);
    }
    entry.element.style.top = `${this.#geometry.pxOf(top)}px`;
    return entry.element;
  }

  #makeRow(page: SheetPage, row: number, columns: Columns, range: ColumnRange): RowElement {
    const tops = this.#host.book.known(page.index)?.tops ?? [];
    const { languages, onMark } = this.#host;
    const { scale, headWidth } = this.#geometry;
    return makeRow(page, row, {
      ...range,
      columns,
      scale,
      headWidthPx: headWidth,
      height: (tops[row + 1] ?? 0) - (tops[row] ?? 0),
      lights: this.#host.lightsOf(page),
      marks: this.#host.marksAt(page, row),
      languages,
      onMark,
    });
  }

  #paintHead(): void {
    const { headings, scale, headWidth } = this.#geometry;
    const pageIndex = this.#geometry.topBlock()?.pageIndex ?? -1;
    const columns = this.#host.book.columnsOf(pageIndex);
    this.#headings?.lights.clear();
    this.#headings = null;
    if (columns === null) {
      this.#head.replaceChildren();
      return;
    }
    const range = this.#geometry.columnsInView(columns);
    const selected = this.#selected?.area ?? null;
    const parts = [makeLetters({ ...range, columns, scale, headWidthPx: headWidth, selected })];
    // A part of the sheet whose columns lie elsewhere has letters of its own, and none of these headings.
    if (headings !== null && columns === this.#host.book.columnsOf(headings.index)) {
      this.#headings = this.#makeRow(headings, 0, columns, range);
      this.#headings.element.classList.add('sheet-headings');
      parts.push(this.#headings.element);
    }
    this.#head.replaceChildren(...parts, this.#selection.inHead, this.#cursor.inHead);
  }

  #ask(pageIndex: number): void {
    if (this.#asked.has(pageIndex)) return;
    this.#asked.add(pageIndex);
    this.#host.book.load(pageIndex).then(
      () => {
        this.#asked.delete(pageIndex);
        this.#layOut(true);
        this.#host.onLearned();
        this.#paintSoon();
      },
      reason => this.#host.onFailed(reason),
    );
  }

  /** @param keep what is in view stays where it is */
  #layOut(keep: boolean): void {
    const anchor = keep ? this.#geometry.anchor() : null;
    this.#geometry.layOut(this.#group);
    this.#box.style.width = `${this.#geometry.boxWidth}px`;
    this.#box.style.height = `${this.#geometry.boxHeight}px`;
    const top = anchor === null ? null : this.#geometry.scrollTopAt(anchor);
    if (top !== null && Math.abs(top - this.element.scrollTop) > 1) this.element.scrollTop = top;
  }
}

function areaOfPoint({ row, column }: CellPoint): CellArea {
  return { top: row, left: column, bottom: row, right: column };
}

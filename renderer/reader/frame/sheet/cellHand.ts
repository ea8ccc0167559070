/** Selecting cells: by mouse, by keys, and words of one cell in the bar. Tells the window once the hand rests. */
import type { PaneLink } from '../paneLink.ts';
import type { SelectionWatch } from '../selectionWatch.ts';
import type { CellBar } from './cellBar.ts';
import { areaBetween, type CellPoint, cellSpan, clipboardText, selectCells, selectWords } from './cellSelection.ts';
import { followDrag } from './cellDrag.ts';
import type { Grid, GridHit } from './grid.ts';
import type { SheetBook } from './sheetBook.ts';
import { moveOf, stepRows } from './cellSteps.ts';

export interface HandContext {
  grid: Grid;
  book: SheetBook;
  bar: CellBar;
  link: PaneLink;
  /** The cell that one is on is another. */
  onCell(): void;
  /** The passage that a cell belongs to. */
  markOn(point: CellPoint): string | null;
}

/** Whoever walks through cells does not want a pop-over on each. */
const REST_MS = 350;

export class CellHand implements SelectionWatch {
  readonly #context: HandContext;
  #from: CellPoint | null = null;
  #to: CellPoint | null = null;
  #overreached = false;
  #told = false;
  #resting = 0;
  #isDragging = false;
  #moving: Promise<void> = Promise.resolve();

  constructor(context: HandContext) {
    this.#context = context;
    const { element } = context.grid;
    element.addEventListener('pointerdown', event => this.#press(event));
    element.addEventListener('keydown', event => this.#key(event));
    document.addEventListener('selectionchange', () => this.#noticeWords());
    document.addEventListener('pointerup', () => this.#noticeWords());
    document.addEventListener('copy', event => this.#copy(event));
  }

  /** The cell that one is on. */
  get cell(): CellPoint | null {
    return this.#from;
  }

  /** Puts the hand on a cell without selecting it. */
  putOn(point: CellPoint | null): void {
    this.#letGo();
    this.#set(point, point);
  }

  /** What waits for the hand to rest is told first: C may be pressed at once. */
  hasWords(): boolean {
    if (this.#resting !== 0) this.#tell();
    return this.#told;
  }

  /** Its cells are elsewhere on the screen now, and the window's pop-over should be there too. */
  tellAgain(): void {
    if (this.#told) this.#tellSoon();
  }

  clear(): void {
    this.#letGo();
    this.#set(this.#from, this.#from);
  }

  #set(from: CellPoint | null, to: CellPoint | null): void {
    this.#from = from;
    this.#to = to;
    const several = from !== null && to !== null && (from.row !== to.row || from.column !== to.column);
    this.#context.grid.select(several ? { pageIndex: from.pageIndex, area: areaBetween(from, to) } : null, from);
    this.#context.onCell();
  }

  #letGo(): void {
    clearTimeout(this.#resting);
    this.#resting = 0;
    this.#overreached = false;
    if (this.#told) this.#context.link.tell({ type: 'unselected' });
    this.#told = false;
  }

  #tellSoon(): void {
    this.#letGo();
    this.#resting = window.setTimeout(() => this.#tell(), REST_MS);
  }

  #tell(): void {
    clearTimeout(this.#resting);
    this.#resting = 0;
    const { book, bar, grid, link } = this.#context;
    const [from, to] = [this.#from, this.#to];
    const page = from === null ? null : book.held(from.pageIndex);
    if (from === null || to === null || page === null) return;
    const words = bar.selectedWords();
    if (words !== null) {
      const { start } = cellSpan(page, from);
      const selection = selectWords(page, { start: start + words.start, end: start + words.end });
      const rect = bar.rectOfSelection();
      if (selection === null || rect === null) return;
      link.tell({ type: 'selected', selection, anchor: plain(rect), clipped: false });
    } else {
      const selected = selectCells(page, areaBetween(from, to));
      if (selected === null) return;
      const { selection, area, clipped } = selected;
      const anchor = plain(grid.rectOf(from.pageIndex, area));
      link.tell({ type: 'selected', selection, anchor, clipped: clipped || this.#overreached });
    }
    this.#told = true;
  }

  #noticeWords(): void {
    if (this.#isDragging || this.#context.bar.selectedWords() === null) return;
    this.#tellSoon();
  }

  #press(event: PointerEvent): void {
    const { grid } = this.#context;
    if (event.button !== 0 || !(event.target instanceof Element) || event.target.closest('button') !== null) return;
    const hit = grid.hitAt(event.clientX, event.clientY);
    if (hit === null) return;
    this.#letGo();
    if (event.shiftKey && this.#from !== null) this.#reachTo(this.#farEnd(hit));
    else this.#set(hit.point, this.#farEnd(hit));
    this.#isDragging = true;
    followDrag(
      grid,
      over => this.#reachTo(this.#farEnd({ ...over, on: hit.on })),
      moved => this.#release(hit, moved),
    );
  }

  #release(hit: GridHit, moved: boolean): void {
    this.#isDragging = false;
    const passageId = moved || hit.on !== 'cell' ? null : this.#context.markOn(hit.point);
    if (passageId !== null) this.#context.link.tell({ type: 'mark-pressed', passageId });
    else this.#tell();
  }

  /** A press on a row's number takes the row, on a letter the column as far as the page goes. */
  #farEnd({ on, point }: GridHit): CellPoint {
    if (on === 'row') return { ...point, column: (this.#context.book.columnsOf(point.pageIndex)?.count ?? 1) - 1 };
    if (on === 'column') return { ...point, row: (this.#context.book.known(point.pageIndex)?.rowCount ?? 1) - 1 };
    return point;
  }

  /** A passage is a place on one page: what lies beyond it is left out, and the person is told. */
  #reachTo(point: CellPoint): void {
    const from = this.#from;
    if (from === null) return;
    if (point.pageIndex === from.pageIndex) {
      this.#set(from, point);
      return;
    }
    this.#overreached = true;
    const rowCount = this.#context.book.known(from.pageIndex)?.rowCount ?? 1;
    const columnCount = this.#context.book.columnsOf(from.pageIndex)?.count ?? 1;
    const row = point.pageIndex < from.pageIndex ? 0 : rowCount - 1;
    this.#set(from, { pageIndex: from.pageIndex, row, column: Math.min(point.column, columnCount - 1) });
  }

  #key(event: KeyboardEvent): void {
    const { grid, book } = this.#context;
    const mod = event.ctrlKey || event.metaKey;
    if (event.altKey || event.target !== grid.element) return;
    if (mod && event.key.toLowerCase() === 'a') this.#selectPage();
    else {
      const move = moveOf(event, grid.rowsInView());
      if (move === null) return;
      this.#moving = this.#moving.then(async () => {
        const start = (event.shiftKey ? this.#to : this.#from) ?? { pageIndex: grid.pageIndex, row: 0, column: 0 };
        const point = this.#from === null ? start : await stepRows(book, start, move);
        if (event.shiftKey) this.#reachTo(point);
        else this.#set(point, point);
        await grid.bringIntoView(event.shiftKey ? (this.#to ?? point) : point);
        this.#context.onCell();
        const wasOverreached = this.#overreached;
        this.#tellSoon();
        this.#overreached = wasOverreached && event.shiftKey;
      });
    }
    event.preventDefault();
    event.stopPropagation();
  }

  #selectPage(): void {
    const { grid, book } = this.#context;
    const pageIndex = this.#from?.pageIndex ?? grid.pageIndex;
    this.#letGo();
    const row = (book.known(pageIndex)?.rowCount ?? 1) - 1;
    this.#set(
      { pageIndex, row: 0, column: 0 },
      { pageIndex, row, column: (book.columnsOf(pageIndex)?.count ?? 1) - 1 },
    );
    this.#tell();
  }

  #copy(event: ClipboardEvent): void {
    const [from, to] = [this.#from, this.#to];
    const page = from === null ? null : this.#context.book.held(from.pageIndex);
    const isElsewhere = document.activeElement instanceof HTMLInputElement;
    if (isElsewhere || document.getSelection()?.isCollapsed === false || from === null || to === null || page === null)
      return;
    event.clipboardData?.setData('text/plain', clipboardText(page, areaBetween(from, to)));
    event.preventDefault();
  }
}

function plain({ x, y, width, height }: DOMRect): { x: number; y: number; width: number; height: number } {
  return { x, y, width, height };
}

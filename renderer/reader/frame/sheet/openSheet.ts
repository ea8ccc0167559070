/** The sheet view: pages of cells as one grid a sheet, with the cell's text above it and the sheets' names below. */
import type {
  Certainty,
  FindStep,
  FrameMark,
  FrameOpening,
  FrameTarget,
  PageName,
  ZoomTo,
} from '../../frameMessages.ts';
import { clipSentence } from '../../frameMessages.ts';
import { cellAt } from '../../../../shared/domain/sheet.ts';
import type { DocumentView } from '../documentView.ts';
import type { PaneLink } from '../paneLink.ts';
import { FindSteps } from '../text/findSteps.ts';
import { PageStore } from '../text/pageStore.ts';
import { nextScale } from '../zoomSteps.ts';
import { addressOf, type CellBar, makeCellBar } from './cellBar.ts';
import { CellHand } from './cellHand.ts';
import { landOnCells } from './cellLights.ts';
import type { CellPoint } from './cellSelection.ts';
import { findAddress } from './findAddress.ts';
import { Grid } from './grid.ts';
import { makePart } from './gridParts.ts';
import { PageLighting } from './pageLighting.ts';
import { SheetBook } from './sheetBook.ts';
import { makeSheetTabs } from './sheetTabs.ts';
import { cellText } from './sheetPage.ts';
import './sheet.css';

export function openSheet(opening: FrameOpening, link: PaneLink, root: HTMLElement): DocumentView {
  return new SheetView(opening, link, root);
}

/** Row numbers, scroll bar, and the tabs of passages. */
const CHROME_PX = 150;

class SheetView implements DocumentView {
  readonly #link: PaneLink;
  readonly #book: SheetBook;
  readonly #grid: Grid;
  readonly #bar: CellBar;
  readonly #tabs: ReturnType<typeof makeSheetTabs>;
  readonly #lighting = new PageLighting();
  readonly #finding: FindSteps;
  readonly #hand: CellHand;
  /** Where each sheet was left, by its first page. */
  readonly #left = new Map<number, number>();
  #sheet = 0;
  #scale = 1;
  #page = -1;
  /** A jump that waits for its page gives way to a later one. */
  #jump = 0;

  constructor(opening: FrameOpening, link: PaneLink, root: HTMLElement) {
    this.#link = link;
    const store = new PageStore(link, opening.pageCount);
    const view = makePart('sheet-view');
    this.#book = new SheetBook(store, opening.pageCount, opening.pageNames, () => view.clientWidth - CHROME_PX);
    this.#bar = makeCellBar(
      opening.languages,
      place => this.#goToAddress(place),
      () => this.focus(),
    );
    root.append(view);
    view.append(this.#bar.element);
    this.#grid = new Grid(view, opening.title, {
      book: this.#book,
      languages: opening.languages,
      lightsOf: page => this.#lighting.lightsOf(page),
      marksAt: (page, row) => this.#lighting.marksAt(page, row),
      onMark: passageId => link.tell({ type: 'mark-pressed', passageId }),
      onPainted: () => this.#notePage(),
      onLearned: () => this.#noteSheets(),
      onFailed: reason => this.#fail(reason),
    });
    this.#tabs = makeSheetTabs(this.#grid.element.id, position => this.#showSheet(position));
    view.append(this.#tabs.element);
    this.#finding = new FindSteps(store, opening.pageCount, link, {
      page: () => this.#hand.cell?.pageIndex ?? this.#grid.pageIndex,
      goTo: match => void this.#goToOffset(match.pageIndex, match.start),
      light: () => this.#light({ found: this.#finding.found }),
    });
    this.#hand = new CellHand({
      grid: this.#grid,
      book: this.#book,
      bar: this.#bar,
      link,
      onCell: () => this.#showCell(),
      markOn: point => this.#markOn(point),
    });
    link.tell({ type: 'opened', pageCount: opening.pageCount, hasOutline: false });
    void this.#open();
  }

  get selection(): CellHand {
    return this.#hand;
  }

  async #open(): Promise<void> {
    try {
      await this.#book.load(0);
      this.#noteSheets();
      if (this.#jump === 0) this.#showSheet(0);
      this.#link.tell({ type: 'shown' });
      await this.#lookAtEachSheet();
    } catch (reason) {
      this.#fail(reason);
    }
  }

  /** Whether a sheet is hidden, and what it is called where pages have no labels, is told by its first page. */
  async #lookAtEachSheet(): Promise<void> {
    for (;;) {
      const unseen = this.#book.groups.find(({ pages }) => this.#book.known(pages[0] ?? 0) === null);
      if (unseen === undefined) return;
      if ((await this.#book.load(unseen.pages[0] ?? 0)) === null) return;
      this.#noteSheets();
    }
  }

  #noteSheets(): void {
    const { groups } = this.#book;
    this.#sheet = this.#book.groupOf(this.#grid.pageIndex);
    const group = groups[this.#sheet];
    if (group !== undefined) this.#grid.regroup(group);
    this.#showTabs();
  }

  #showTabs(): void {
    const { groups } = this.#book;
    this.#tabs.show(
      groups.map(group => ({ name: group.name, isHidden: this.#book.isHidden(group) })),
      this.#sheet,
    );
  }

  #showSheet(position: number): void {
    const group = this.#book.groups[position];
    if (group === undefined) return;
    const before = this.#book.groups[this.#sheet]?.pages[0];
    if (before !== undefined) this.#left.set(before, this.#grid.element.scrollTop);
    this.#sheet = position;
    if (this.#book.groupOf(this.#hand.cell?.pageIndex ?? -1) !== position) this.#hand.putOn(null);
    this.#grid.show(group, this.#left.get(group.pages[0] ?? 0) ?? 0);
    this.#grid.paint();
    this.#showTabs();
  }

  async #bringTo(point: CellPoint, putHand: boolean): Promise<void> {
    this.#jump += 1;
    const jump = this.#jump;
    await this.#book.load(point.pageIndex);
    if (jump !== this.#jump) return;
    const sheet = this.#book.groupOf(point.pageIndex);
    const isOther = sheet !== this.#sheet || this.#page < 0;
    if (isOther) this.#showSheet(sheet);
    if (putHand) this.#hand.putOn(point);
    await this.#grid.bringIntoView(point);
    this.#showCell();
  }

  async #goToOffset(pageIndex: number, offset: number): Promise<void> {
    const page = await this.#book.load(pageIndex);
    if (page === null) return;
    const { row, column } = cellAt(page.text, offset);
    await this.#bringTo({ pageIndex, row, column }, true);
  }

  goToPage(pageIndex: number): void {
    void this.#bringTo({ pageIndex, row: 0, column: 0 }, true).catch(reason => this.#fail(reason));
  }

  /** `B12` of the sheet that is shown. */
  async #goToAddress(place: { row: number; column: number }): Promise<boolean> {
    const point = await findAddress(this.#book, this.#book.groups[this.#sheet]?.pages ?? [], place);
    if (point !== null) await this.#bringTo(point, true);
    return point !== null;
  }

  async reach(target: FrameTarget): Promise<Certainty | null> {
    const { pageIndex } = target;
    if (target.kind === 'page') {
      this.#light({ target: null });
      await this.#bringTo({ pageIndex, row: 0, column: 0 }, false);
      return 'exact';
    }
    const position = target.position ?? null;
    this.#light({ target: { pageIndex, quote: target.quote, position } });
    const page = await this.#book.load(pageIndex);
    const landed = page === null ? null : landOnCells(page, target.quote, position);
    if (page === null || landed === null) {
      await this.#bringTo({ pageIndex, row: 0, column: 0 }, false);
      return null;
    }
    await this.#goToOffset(pageIndex, landed.span.start);
    return landed.certainty;
  }

  zoom(to: ZoomTo): void {
    this.#scale = to === 'fit-width' || to === 'fit-page' ? 1 : nextScale(this.#scale, to);
    this.#grid.setScale(this.#scale);
    this.#hand.tellAgain();
    this.#tellState();
  }

  rotate(): void {}

  showSidebar(): void {}

  find(words: string, step: FindStep): void {
    this.#finding.find(words, step);
  }

  endFind(): void {
    this.#finding.end();
  }

  showMarks(marks: readonly FrameMark[]): void {
    this.#light({ marks });
  }

  #light(change: Parameters<PageLighting['change']>[0]): void {
    this.#lighting.change(change);
    this.#grid.repaint();
    this.#showCell();
  }

  #showCell(): void {
    const { cell } = this.#hand;
    const page = cell === null ? null : this.#book.held(cell.pageIndex);
    if (cell === null || page === null) {
      this.#bar.show(null);
      return;
    }
    this.#bar.show({
      address: page.place === null ? '' : addressOf(page.place, cell.row, cell.column),
      text: cellText(page, cell.row, cell.column),
      lights: this.#lighting.lightsOf(page).of(cell.row, cell.column),
    });
  }

  #markOn(point: CellPoint): string | null {
    const page = this.#book.held(point.pageIndex);
    return page === null ? null : this.#lighting.markOn(page, point);
  }

  setNames(names: readonly PageName[]): void {
    this.#book.setNames(names);
    this.#noteSheets();
    void this.#lookAtEachSheet().catch(() => undefined);
  }

  /** Cells are selected by the hand, not as words of a page. */
  pageOf(): null {
    return null;
  }

  focus(): void {
    this.#grid.element.focus({ preventScroll: true });
  }

  #notePage(): void {
    const { pageIndex } = this.#grid;
    if (pageIndex === this.#page) return;
    this.#page = pageIndex;
    this.#tellState();
  }

  #tellState(): void {
    const pageIndex = Math.max(0, this.#page);
    const scalePercent = Math.round(this.#scale * 100);
    this.#link.tell({ type: 'state', pageIndex, scalePercent, fit: null, rotation: 0 });
  }

  #fail(reason: unknown): void {
    const sentence = clipSentence(reason instanceof Error ? reason.message : String(reason));
    this.#link.tell({ type: 'failed', sentence });
  }
}

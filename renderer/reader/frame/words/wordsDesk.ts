/** The words layers of a view's pages: made when a page is drawn, kept while it is near, selected from as one. */
import type { PageRect } from '../../../../shared/domain/exhibit.ts';
import type { TextSpan } from '../../landing.ts';
import type { QuarterTurn } from '../../pageRotation.ts';
import type { PageStore } from '../text/pageStore.ts';
import { WordsLayer } from './wordsLayer.ts';
import { watchWordsPointer } from './wordsPointer.ts';

/** What drawing marks and reading selections need of a page whose words we know the places of. */
export interface PageWords {
  words: Element;
  places(span: TextSpan): PageRect[];
}

/** A page may be rounded to whole pixels. */
const SAME_SHAPE = 0.02;
/** As many as pdf.js keeps drawn. */
const MAX_LAYERS = 12;

export class WordsDesk {
  readonly #store: PageStore;
  readonly #layers = new Map<number, WordsLayer>();
  /** Words selected elsewhere (in the text beside the page) that are shown on the page as well. */
  #pointedAt: { pageIndex: number; span: TextSpan } | null = null;

  constructor(store: PageStore, scroller: HTMLElement) {
    this.#store = store;
    watchWordsPointer(scroller, node => this.#layerAround(node));
    document.addEventListener('selectionchange', () => this.#showSelected());
  }

  /** Lays the words on the page, if it was recognised. `page` covers the paper and is shown turned that far. */
  async lay(pageIndex: number, page: HTMLElement, turn: QuarterTurn): Promise<WordsLayer | null> {
    const layer = this.#kept(pageIndex, page, turn) ?? (await this.#make(pageIndex, page, turn));
    if (layer === null) return null;
    // Used last, let go last.
    this.#layers.delete(pageIndex);
    this.#layers.set(pageIndex, layer);
    for (const [old, { element }] of this.#layers) {
      if (this.#layers.size <= MAX_LAYERS) break;
      if (!element.isConnected) this.#layers.delete(old);
    }
    layer.layOn(page, turn);
    this.#showSelected();
    return layer;
  }

  /** Not if the page has another shape now: its measures were a guess until it was drawn. */
  #kept(pageIndex: number, paper: HTMLElement, turn: QuarterTurn): WordsLayer | null {
    const layer = this.#layers.get(pageIndex);
    const aspect = aspectOf(paper, turn);
    if (layer === undefined || aspect === null) return layer ?? null;
    if (Math.abs(Math.log(aspect / layer.aspect)) < SAME_SHAPE) return layer;
    layer.element.remove();
    this.#layers.delete(pageIndex);
    return null;
  }

  async #make(pageIndex: number, paper: HTMLElement, turn: QuarterTurn): Promise<WordsLayer | null> {
    const page = await this.#store.page(pageIndex).catch(() => null);
    if (page === null || page.words === null || page.words.length === 0) return null;
    const aspect = aspectOf(paper, turn);
    if (aspect === null) return null;
    // Another call may have been faster.
    const layer = this.#layers.get(pageIndex) ?? new WordsLayer(page, aspect);
    this.#layers.set(pageIndex, layer);
    return layer;
  }

  on(pageIndex: number): PageWords | null {
    const layer = this.#layers.get(pageIndex);
    if (layer === undefined || !layer.element.isConnected) return null;
    return { words: layer.element, places: span => layer.places(span) };
  }

  /** Shows words of a page as selected though the selection is elsewhere; null ends it. */
  pointAt(pageIndex: number, span: TextSpan | null): void {
    this.#pointedAt = span === null ? null : { pageIndex, span };
    this.#showSelected();
  }

  #layerAround(node: Node): WordsLayer | null {
    const element = node instanceof Element ? node : node.parentElement;
    const index = element?.closest<HTMLElement>('.words-layer')?.dataset.pageIndex;
    return index === undefined ? null : (this.#layers.get(Number(index)) ?? null);
  }

  #showSelected(): void {
    const selection = document.getSelection();
    const range = selection === null || selection.isCollapsed ? null : selection.getRangeAt(0);
    for (const [pageIndex, layer] of this.#layers) {
      const selected = range === null || !layer.element.isConnected ? null : layer.spanOf(range);
      const pointedAt = this.#pointedAt?.pageIndex === pageIndex ? this.#pointedAt.span : null;
      layer.showSelected(selected ?? pointedAt);
    }
  }
}

/** Width by height of the unrotated page; null while it has no room on the screen. */
function aspectOf(paper: HTMLElement, turn: QuarterTurn): number | null {
  const { width, height } = paper.getBoundingClientRect();
  if (width === 0 || height === 0) return null;
  return turn === 90 || turn === 270 ? height / width : width / height;
}

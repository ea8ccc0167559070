/** A view with its text beside it: what is asked of the view reaches both, and words can be selected in either. */
import type { Certainty, FindStep, FrameMark, FrameOpening, FrameTarget, PageName } from '../../frameMessages.ts';
import type { SidebarShown, ZoomTo } from '../../frameMessages.ts';
import type { DocumentView, ShownPage } from '../documentView.ts';
import { offsetsOf, readLayer } from '../layerText.ts';
import type { PaneLink } from '../paneLink.ts';
import { PageStore } from '../text/pageStore.ts';
import { placesOf } from '../words/wordPlaces.ts';
import { BesideText } from './besideText.ts';

export async function openBeside(
  opening: FrameOpening,
  link: PaneLink,
  root: HTMLElement,
  openPages: (link: PaneLink) => Promise<DocumentView>,
): Promise<DocumentView> {
  const beside = new BesideText(opening, new PageStore(link, opening.pageCount), link, root);
  const pages = await openPages({
    ...link,
    tell(message) {
      if (message.type === 'state') beside.goTo(message.pageIndex);
      link.tell(message);
    },
  });
  return new BesideView(pages, beside);
}

class BesideView implements DocumentView {
  readonly #pages: DocumentView;
  readonly #beside: BesideText;

  constructor(pages: DocumentView, beside: BesideText) {
    this.#pages = pages;
    this.#beside = beside;
    document.addEventListener('selectionchange', () => this.#pointAtSelected());
  }

  showBeside(shown: boolean): void {
    this.#beside.show(shown);
  }

  /** What is selected in the text is shown in the picture as well: the eye compares them. */
  #pointAtSelected(): void {
    const page = this.#beside.page;
    const selection = document.getSelection();
    if (page?.words == null || page.placed === null) return;
    const range = selection === null || selection.isCollapsed ? null : selection.getRangeAt(0);
    this.#pages.pointAt?.(page.pageIndex, range === null ? null : offsetsOf(readLayer(page.words), range));
  }

  pageOf(node: Node): ShownPage | null {
    const page = this.#beside.page;
    if (page === null || !page.element.contains(node)) return this.#pages.pageOf(node);
    const { pageIndex, element, words, placed } = page;
    const places = placed === null ? {} : { places: placesOf.bind(null, placed) };
    return { pageIndex, element, words, paper: null, ...places };
  }

  showMarks(marks: readonly FrameMark[]): void {
    this.#pages.showMarks(marks);
    this.#beside.light({ marks });
  }

  reach(target: FrameTarget): Promise<Certainty | null> {
    this.#beside.light({ target: target.kind === 'quote' ? target : null });
    return this.#pages.reach(target);
  }

  setNames(names: readonly PageName[]): void {
    this.#pages.setNames(names);
    this.#beside.setNames(names);
  }

  goToPage(pageIndex: number): void {
    this.#pages.goToPage(pageIndex);
  }

  zoom(to: ZoomTo): void {
    this.#pages.zoom(to);
  }

  rotate(): void {
    this.#pages.rotate();
  }

  showSidebar(show: SidebarShown): void {
    this.#pages.showSidebar(show);
  }

  find(words: string, step: FindStep): void {
    this.#pages.find(words, step);
  }

  endFind(): void {
    this.#pages.endFind();
  }

  focus(): void {
    this.#pages.focus();
  }
}

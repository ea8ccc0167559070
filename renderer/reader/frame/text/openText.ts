/** The text view: extracted text page by page, thousands of them, with find, marks and target. */
import type {
  Certainty,
  FindStep,
  FrameMark,
  FrameOpening,
  FrameTarget,
  PageName,
  ZoomTo,
} from '../../frameMessages.ts';
import type { DocumentView, ShownPage } from '../documentView.ts';
import { watchMarkPresses } from '../marks/markPresses.ts';
import type { PaneLink } from '../paneLink.ts';
import { nameOf } from '../pageName.ts';
import { makeScroller } from '../scroller.ts';
import { makeSidebar } from '../sidebar/sidebar.ts';
import { nextScale } from '../zoomSteps.ts';
import { FindSteps } from './findSteps.ts';
import { PageStore } from './pageStore.ts';
import type { TextMatch } from './textFinder.ts';
import { type PageWorld, TextPage } from './textPage.ts';
import './text.css';

export function openText(opening: FrameOpening, link: PaneLink, root: HTMLElement): DocumentView {
  return new TextView(opening, link, root);
}

/** Pages this far above and below the screen are filled already. */
const NEAR = '1500px 0px';
/** Where the eyes rest, as a share of the height: the page under it is the page one is on. */
const READING_LINE = 0.4;

class TextView implements DocumentView {
  readonly #link: PaneLink;
  readonly #scroller: HTMLDivElement;
  readonly #store: PageStore;
  readonly #pages: TextPage[];
  readonly #finding: FindSteps;
  readonly #sidebar: ReturnType<typeof makeSidebar>;
  readonly #world: PageWorld & { marks: readonly FrameMark[] };
  #scale = 1;
  #page = 0;
  /** A jump that layout has not settled yet must not be mistaken for reading. */
  #jump = 0;

  constructor(opening: FrameOpening, link: PaneLink, root: HTMLElement) {
    this.#link = link;
    this.#store = new PageStore(link, opening.pageCount);
    this.#finding = new FindSteps(this.#store, opening.pageCount, link, {
      page: () => this.#page,
      goTo: match => this.#goToMatch(match),
      light: () => this.#lightFound(),
    });
    this.#world = {
      isMessage: opening.isMessage,
      languages: opening.languages,
      marks: [],
      target: null,
      found: [],
      onMark: passageId => link.tell({ type: 'mark-pressed', passageId }),
    };
    this.#scroller = makeScroller(root, opening.title);
    this.#scroller.classList.add('text');
    this.#pages = Array.from(
      { length: opening.pageCount },
      (_, index) => new TextPage(index, nameOf(opening.pageNames, index).full),
    );
    this.#scroller.append(...this.#pages.map(page => page.element));
    if (opening.pageCount === 1) this.#scroller.classList.add('single');
    this.#sidebar = makeSidebar(root, {
      pageCount: opening.pageCount,
      names: opening.pageNames,
      thumbnail: null,
      onPage: index => this.goToPage(index),
      onShow: show => link.tell({ type: 'sidebar', show }),
    });
    this.#sidebar.setOutline(
      opening.outline.map(({ title, level, pageIndex }) => ({
        title,
        level: Math.max(1, level),
        go: () => this.goToPage(pageIndex),
      })),
    );
    link.tell({ type: 'opened', pageCount: opening.pageCount, hasOutline: opening.outline.length > 0 });
    this.#fillWhatIsNear();
    this.#scroller.addEventListener('scroll', () => this.#noticePage(), { passive: true });
    watchMarkPresses(this.#scroller, (node, x, y) => this.#textPageOf(node)?.markAt(x, y) ?? null, this.#world.onMark);
    this.#tellState();
  }

  #fillWhatIsNear(): void {
    const near = new IntersectionObserver(
      entries => {
        for (const { target, isIntersecting } of entries) {
          const page = this.#textPageOf(target);
          if (page === null) continue;
          if (isIntersecting) void this.#fill(page);
          else page.drain();
        }
      },
      { root: this.#scroller, rootMargin: NEAR },
    );
    for (const { element } of this.#pages) near.observe(element);
  }

  async #fill(page: TextPage): Promise<void> {
    const text = await this.#store.page(page.index).catch((reason: unknown) => {
      this.#link.tell({ type: 'failed', sentence: reason instanceof Error ? reason.message : String(reason) });
      return null;
    });
    page.fill(text, this.#world);
    this.#link.tell({ type: 'shown' });
  }

  #textPageOf(node: Node): TextPage | null {
    const element = node instanceof Element ? node : node.parentElement;
    const article = element?.closest<HTMLElement>('.text-page');
    return article == null ? null : (this.#pages[Number(article.dataset.pageIndex)] ?? null);
  }

  pageOf(node: Node): ShownPage | null {
    const page = this.#textPageOf(node);
    return page === null ? null : { pageIndex: page.index, element: page.element, words: page.words, paper: null };
  }

  goToPage(pageIndex: number): void {
    const page = this.#pages[pageIndex];
    if (page === undefined) return;
    this.#jump += 1;
    page.element.scrollIntoView({ block: 'start' });
    this.#notePage(pageIndex);
  }

  zoom(to: ZoomTo): void {
    this.#scale = to === 'fit-width' || to === 'fit-page' ? 1 : nextScale(this.#scale, to);
    this.#scroller.style.setProperty('--reading-scale', String(this.#scale));
    this.#lightAll();
    this.#tellState();
  }

  rotate(): void {}

  showSidebar(show: 'none' | 'pages' | 'outline'): void {
    this.#sidebar.show(show);
  }

  find(words: string, step: FindStep): void {
    this.#finding.find(words, step);
  }

  endFind(): void {
    this.#finding.end();
  }

  #goToMatch(match: TextMatch): void {
    const page = this.#pages[match.pageIndex];
    if (page !== undefined) void this.#bringIntoView(page, () => page.boxOf(match));
  }

  #lightFound(): void {
    this.#world.found = this.#finding.found;
    this.#lightAll();
  }

  #lightAll(): void {
    for (const page of this.#pages) if (page.isFilled) page.light(this.#world);
  }

  showMarks(marks: readonly FrameMark[]): void {
    this.#world.marks = marks;
    this.#lightAll();
  }

  async reach(target: FrameTarget): Promise<Certainty | null> {
    this.#world.target = target.kind === 'quote' ? target : null;
    this.#lightAll();
    const page = this.#pages[target.pageIndex];
    if (page === undefined) return null;
    if (target.kind === 'page') {
      this.goToPage(target.pageIndex);
      return 'exact';
    }
    let certainty: Certainty | null = null;
    await this.#bringIntoView(page, () => {
      const lit = page.light(this.#world);
      certainty = lit?.certainty ?? null;
      return lit?.box ?? null;
    });
    return certainty;
  }

  /** Fills the page and scrolls to a box in it. */
  async #bringIntoView(page: TextPage, box: () => DOMRect | null): Promise<void> {
    this.#jump += 1;
    const jump = this.#jump;
    page.element.scrollIntoView({ block: 'start' });
    await this.#fill(page);
    // Neighbours above fill now as well and push the page down; measure once they have.
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    if (!page.isFilled) await this.#fill(page);
    const found = box();
    if (jump !== this.#jump) return;
    if (found !== null) {
      const room = this.#scroller.getBoundingClientRect();
      this.#scroller.scrollTop += found.top - room.top - room.height / 2 + found.height / 2;
    }
    this.#notePage(page.index);
  }

  #noticePage(): void {
    const { left, top, width, height } = this.#scroller.getBoundingClientRect();
    const page = document
      .elementsFromPoint(left + width / 2, top + height * READING_LINE)
      .map(element => this.#textPageOf(element))
      .find(found => found !== null);
    if (page != null) this.#notePage(page.index);
  }

  #notePage(index: number): void {
    if (index === this.#page) return;
    this.#page = index;
    this.#tellState();
  }

  setNames(names: readonly PageName[]): void {
    for (const page of this.#pages) page.setName(nameOf(names, page.index).full);
  }

  focus(): void {
    this.#scroller.focus({ preventScroll: true });
  }

  #tellState(): void {
    this.#link.tell({
      type: 'state',
      pageIndex: this.#page,
      scalePercent: Math.round(this.#scale * 100),
      fit: null,
      rotation: 0,
    });
  }
}

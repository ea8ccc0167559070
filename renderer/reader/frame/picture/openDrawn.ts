/** The view of pictures that Chromium cannot draw (TIFF, HEIC …): pages drawn by the core, one under the other. */
import type { Page } from '../../../../shared/domain/rendition.ts';
import type {
  Certainty,
  FindStep,
  FrameMark,
  FrameOpening,
  FrameTarget,
  PageName,
  ZoomTo,
} from '../../frameMessages.ts';
import { MAX_PAGES_ASKED } from '../../frameMessages.ts';
import type { TextSpan } from '../../landing.ts';
import type { DocumentView, ShownPage } from '../documentView.ts';
import { drawPaperMarks, markAt, type PaperPage } from '../marks/paperMarks.ts';
import { watchMarkPresses } from '../marks/markPresses.ts';
import { nameOf } from '../pageName.ts';
import type { PaneLink } from '../paneLink.ts';
import { makeScroller } from '../scroller.ts';
import { PageStore } from '../text/pageStore.ts';
import { PaperFind } from '../words/paperFind.ts';
import { WordsDesk } from '../words/wordsDesk.ts';
import { fitScale, nextScale } from '../zoomSteps.ts';
import { DrawnPaper, type Size } from './drawnPage.ts';
import './picture.css';

const FIRST_PIXELS = 4_000_000;
const CSS_PIXELS_PER_POINT = 96 / 72;
/** Pages this far above and below the screen are drawn already. */
const NEAR = '800px 0px';
/** Zooming goes in steps: only the size at which it ends is drawn anew. */
const ZOOM_REST_MS = 200;
/** The page under this share of the height is the page one is on. */
const READING_LINE = 0.4;
/** The scrolling that a jump makes is no reading. */
const JUMP_MS = 250;

export async function openDrawn(opening: FrameOpening, link: PaneLink, root: HTMLElement): Promise<DocumentView> {
  const [first, sizes] = await Promise.all([link.draw(0, FIRST_PIXELS), paperSizes(opening, link)]);
  const papers = Array.from({ length: Math.max(1, first.pageCount) }, (_, index) => {
    const natural = sizes[index] ?? sizes[0] ?? { width: first.width, height: first.height };
    return new DrawnPaper(index, natural, `${opening.title}, ${nameOf(opening.pageNames, index).full}`, link);
  });
  await papers[0]?.put(first, FIRST_PIXELS);
  return new DrawnView(papers, opening, link, root);
}

/** As the paper measures; a page that nobody measured takes the size of the first. */
async function paperSizes({ pageCount }: FrameOpening, link: PaneLink): Promise<Size[]> {
  const sizes: Size[] = [];
  for (let from = 0; from < pageCount; from += MAX_PAGES_ASKED) {
    const pages: Page[] = await link.pages(from, Math.min(MAX_PAGES_ASKED, pageCount - from)).catch(() => []);
    for (const { index, widthPt, heightPt } of pages) {
      if (widthPt === null || heightPt === null || widthPt < 1 || heightPt < 1) continue;
      sizes[index] = { width: widthPt * CSS_PIXELS_PER_POINT, height: heightPt * CSS_PIXELS_PER_POINT };
    }
  }
  return sizes;
}

class DrawnView implements DocumentView {
  readonly #papers: DrawnPaper[];
  readonly #link: PaneLink;
  readonly #title: string;
  readonly #scroller: HTMLDivElement;
  readonly #near = new Set<DrawnPaper>();
  #scale = 1;
  #fit: 'width' | 'page' | null;
  #turn = 0;
  #page = 0;
  #jumpedAt = Number.NEGATIVE_INFINITY;
  #marks: readonly FrameMark[] = [];
  #target: Extract<FrameTarget, { kind: 'quote' }> | null = null;
  /** Where something was drawn over the picture last, to be wiped when it goes. */
  readonly #lit = new Set<DrawnPaper>();
  readonly #words: WordsDesk;
  readonly #find: PaperFind;
  #zoomRest: ReturnType<typeof setTimeout> | undefined;

  constructor(papers: DrawnPaper[], opening: FrameOpening, link: PaneLink, root: HTMLElement) {
    this.#papers = papers;
    this.#link = link;
    this.#title = opening.title;
    this.#fit = papers.length > 1 ? 'width' : 'page';
    this.#scroller = makeScroller(root, opening.title);
    this.#scroller.classList.add('picture');
    this.#scroller.append(...papers.map(paper => paper.element));
    const store = new PageStore(link, opening.pageCount);
    this.#words = new WordsDesk(store, this.#scroller);
    this.#find = new PaperFind(store, opening.pageCount, link, {
      page: () => this.#page,
      goToPage: index => this.goToPage(index),
      drawn: () => [...this.#near].map(paper => paper.index),
      paper: index => this.#paperPage(papers[index]),
    });
    link.tell({ type: 'opened', pageCount: papers.length, hasOutline: false });
    link.tell({ type: 'sidebar', show: 'none' });
    new ResizeObserver(() => this.#layOut()).observe(this.#scroller);
    this.#scroller.addEventListener('scroll', () => this.#noticePage(), { passive: true });
    watchMarkPresses(
      this.#scroller,
      (node, x, y) => {
        const paper = this.#paperOf(node);
        const page = this.#paperPage(paper);
        return paper === null || page === null ? null : markAt(page, paper.drawn, x, y);
      },
      passageId => link.tell({ type: 'mark-pressed', passageId }),
    );
    this.#layOut();
    this.#drawWhatIsNear();
    link.tell({ type: 'shown' });
  }

  #drawWhatIsNear(): void {
    const seen = new IntersectionObserver(
      entries => {
        for (const { target, isIntersecting } of entries) {
          const paper = this.#paperOf(target);
          if (paper === null) continue;
          if (isIntersecting) this.#show(paper);
          else {
            this.#near.delete(paper);
            paper.hide();
          }
        }
      },
      { root: this.#scroller, rootMargin: NEAR },
    );
    for (const { element } of this.#papers) seen.observe(element);
  }

  #show(paper: DrawnPaper): void {
    this.#near.add(paper);
    void this.#layWords(paper);
    void paper.show(this.#scale).then(isOtherShape => isOtherShape && this.#layOut());
  }

  async #layWords(paper: DrawnPaper): Promise<void> {
    if ((await this.#words.lay(paper.index, paper.element, paper.turn)) !== null) this.#drawOn(paper);
    void this.#find.light(paper.index);
  }

  #layOut(): void {
    const first = this.#papers[this.#page];
    if (first === undefined || this.#scroller.clientWidth === 0) return;
    if (this.#fit !== null) this.#scale = fitScale(this.#scroller, first.turnedSize(), this.#fit);
    for (const paper of this.#papers) paper.layOut(this.#scale, this.#turn);
    this.#drawMarks();
    for (const paper of this.#near) void this.#layWords(paper);
    this.#tellState();
    clearTimeout(this.#zoomRest);
    this.#zoomRest = setTimeout(() => {
      for (const paper of this.#near) this.#show(paper);
    }, ZOOM_REST_MS);
  }

  #drawMarks(): Certainty | null {
    let certainty: Certainty | null = null;
    for (const paper of this.#papers) certainty = this.#drawOn(paper) ?? certainty;
    return certainty;
  }

  #drawOn(paper: DrawnPaper): Certainty | null {
    const marks = this.#marks.filter(mark => mark.pageIndex === paper.index);
    const target = this.#target?.pageIndex === paper.index ? this.#target : null;
    const isBare = marks.length === 0 && target === null;
    const page = this.#paperPage(paper);
    if (page === null || (isBare && !this.#lit.delete(paper))) return null;
    if (!isBare) this.#lit.add(paper);
    const drawing = drawPaperMarks(page, marks, target, passageId =>
      this.#link.tell({ type: 'mark-pressed', passageId }),
    );
    paper.drawn = drawing.drawn;
    return drawing.target;
  }

  #paperOf(node: Node): DrawnPaper | null {
    const element = node instanceof Element ? node : node.parentElement;
    const paper = element?.closest<HTMLElement>('.picture-paper');
    return paper == null ? null : (this.#papers[Number(paper.dataset.pageIndex)] ?? null);
  }

  pageOf(node: Node): ShownPage | null {
    const paper = this.#paperOf(node);
    if (paper === null) return null;
    const page = this.#paperPage(paper);
    if (page === null) return null;
    const { turn, ...shown } = page;
    return { pageIndex: paper.index, ...shown, paper: { element: shown.element, turn } };
  }

  goToPage(pageIndex: number): void {
    const paper = this.#papers[pageIndex];
    if (paper === undefined) return;
    paper.element.scrollIntoView({ block: 'start' });
    this.#jumpTo(pageIndex);
  }

  /** A small page at the end never comes to the reading line, however far one scrolls. */
  #jumpTo(pageIndex: number): void {
    this.#jumpedAt = performance.now();
    this.#page = pageIndex;
    this.#tellState();
  }

  zoom(to: ZoomTo): void {
    const paper = this.#papers[this.#page];
    const before = paper?.element.getBoundingClientRect();
    this.#fit = to === 'fit-width' ? 'width' : to === 'fit-page' ? 'page' : null;
    if (this.#fit === null) this.#scale = nextScale(this.#scale, to);
    this.#layOut();
    // The place that one reads stays where it was.
    if (paper === undefined || before === undefined || before.height === 0) return;
    const line = this.#scroller.clientHeight * READING_LINE;
    const after = paper.element.getBoundingClientRect();
    this.#scroller.scrollTop += after.top + (after.height * (line - before.top)) / before.height - line;
  }

  rotate(): void {
    this.#turn = (this.#turn + 90) % 360;
    this.#layOut();
    this.goToPage(this.#page);
  }

  showMarks(marks: readonly FrameMark[]): void {
    this.#marks = marks;
    this.#drawMarks();
  }

  async reach(target: FrameTarget): Promise<Certainty | null> {
    this.#target = target.kind === 'quote' ? target : null;
    const paper = this.#papers[target.pageIndex];
    if (paper === undefined) return null;
    await this.#layWords(paper);
    const certainty = this.#drawMarks();
    const lit = paper.element.querySelector('.marks > .target');
    if (lit !== null) lit.scrollIntoView({ block: 'center', inline: 'center' });
    else paper.element.scrollIntoView({ block: 'start' });
    this.#jumpTo(paper.index);
    return target.kind === 'page' ? 'exact' : certainty;
  }

  setNames(names: readonly PageName[]): void {
    for (const paper of this.#papers) paper.setTitle(`${this.#title}, ${nameOf(names, paper.index).full}`);
  }

  focus(): void {
    this.#scroller.focus({ preventScroll: true });
  }

  #noticePage(): void {
    if (performance.now() - this.#jumpedAt < JUMP_MS) return;
    const { left, top, width, height } = this.#scroller.getBoundingClientRect();
    const paper = document
      .elementsFromPoint(left + width / 2, top + height * READING_LINE)
      .map(element => this.#paperOf(element))
      .find(found => found !== null);
    if (paper == null || paper.index === this.#page) return;
    this.#page = paper.index;
    this.#tellState();
  }

  #tellState(): void {
    this.#link.tell({
      type: 'state',
      pageIndex: this.#page,
      scalePercent: Math.max(1, Math.round(this.#scale * 100)),
      fit: this.#fit,
      rotation: this.#papers[0]?.turn ?? 0,
    });
  }

  pointAt(pageIndex: number, span: TextSpan | null): void {
    this.#words.pointAt(pageIndex, span);
  }

  find(words: string, step: FindStep): void {
    this.#find.find(words, step);
  }

  endFind(): void {
    this.#find.end();
  }

  #paperPage(paper: DrawnPaper | null | undefined): PaperPage | null {
    if (paper == null) return null;
    return { element: paper.element, turn: paper.turn, words: null, ...this.#words.on(paper.index) };
  }

  // No headings: nothing to list.
  showSidebar(): void {}
}

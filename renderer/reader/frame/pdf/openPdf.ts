/** The PDF view: pdf.js's own viewer, with our marks, target, thumbnails and outline around it. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextSpan } from '../../landing.ts';
import { quarterTurn } from '../../pageRotation.ts';
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
import { type DrawnMark, drawPaperMarks, markAt, type PaperPage } from '../marks/paperMarks.ts';
import { watchMarkPresses } from '../marks/markPresses.ts';
import type { PaneLink } from '../paneLink.ts';
import { makeScroller } from '../scroller.ts';
import { PageStore } from '../text/pageStore.ts';
import { PaperFind } from '../words/paperFind.ts';
import { WordsDesk } from '../words/wordsDesk.ts';
import { makeSidebar } from '../sidebar/sidebar.ts';
import { fitScale, GUTTER_LEFT_PX, nextScale } from '../zoomSteps.ts';
import { annotationPlaces } from './annotationPlaces.ts';
import { loadPdf, type PasswordAsker } from './loadPdf.ts';
import { type MadeViewer, makeViewer } from './makeViewer.ts';
import { listOutline } from './pdfOutline.ts';
import { viewer as pdfjsViewer } from './pdfjs.ts';
import { thumbnailOf } from './pdfThumbnail.ts';
import { PendingTarget } from './pendingTarget.ts';
import { ViewerFind } from './viewerFind.ts';
import './pdf.css';

export async function openPdf(
  opening: FrameOpening,
  link: PaneLink,
  passwords: PasswordAsker,
  root: HTMLElement,
): Promise<DocumentView> {
  const document_ = await loadPdf(opening, link, passwords);
  return new PdfView(document_, opening, link, root);
}

type PdfPageView = {
  /** Counts from 1. */
  id: number;
  div: HTMLElement;
  viewport: { rotation: number };
  width: number;
  height: number;
  scale: number;
  textLayer?: { div: HTMLElement } | null;
};

class PdfView implements DocumentView {
  readonly #pdf: PDFDocumentProxy;
  readonly #link: PaneLink;
  readonly #scroller: HTMLDivElement;
  readonly #bus = new pdfjsViewer.EventBus();
  readonly #viewer: MadeViewer['viewer'];
  readonly #sidebar: ReturnType<typeof makeSidebar>;
  readonly #drawn = new Map<number, DrawnMark[]>();
  readonly #pending = new PendingTarget();
  readonly #words: WordsDesk;
  readonly #find: PaperFind | ViewerFind;
  #marks: readonly FrameMark[] = [];
  #target: Extract<FrameTarget, { kind: 'quote' }> | null = null;
  #fit: 'width' | 'page' | null = 'width';
  #started = false;

  constructor(pdf: PDFDocumentProxy, opening: FrameOpening, link: PaneLink, root: HTMLElement) {
    this.#pdf = pdf;
    this.#link = link;
    this.#scroller = makeScroller(root, opening.title);
    const store = new PageStore(link, opening.pageCount);
    this.#words = new WordsDesk(store, this.#scroller);
    this.#find = opening.isRecognised
      ? new PaperFind(store, opening.pageCount, link, {
          page: () => this.#viewer.currentPageNumber - 1,
          goToPage: index => this.goToPage(index),
          drawn: () => this.#drawnPages(),
          paper: index => this.#paperAt(index),
        })
      : new ViewerFind(this.#bus, link);
    const { viewer, linkService, findController } = makeViewer(this.#bus, this.#scroller);
    this.#viewer = viewer;
    this.#sidebar = makeSidebar(root, {
      pageCount: pdf.numPages,
      names: opening.pageNames,
      thumbnail: (index, canvas, signal) => thumbnailOf(pdf, index, canvas, signal),
      onPage: index => this.goToPage(index),
      onShow: show => link.tell({ type: 'sidebar', show }),
    });
    this.#listen(pdf, opening);
    this.#viewer.setDocument(pdf);
    // Its first page decides whether the viewer can lay the document out at all.
    this.#viewer.pagesPromise?.catch(() => {
      link.tell({
        type: 'failed',
        sentence: 'This PDF is damaged: its first page cannot be read. Its bytes are kept as admitted.',
      });
    });
    linkService.setDocument(pdf, null);
    findController.setDocument(pdf);
    void listOutline(pdf, destination => void linkService.goToDestination(destination)).then(outline => {
      this.#sidebar.setOutline(outline);
      link.tell({ type: 'opened', pageCount: pdf.numPages, hasOutline: outline.length > 0 });
    });
    watchMarkPresses(
      this.#scroller,
      (node, x, y) => {
        const page = this.#pageFor(node);
        return page === null ? null : markAt(page.paper, this.#drawn.get(page.pageIndex) ?? [], x, y);
      },
      passageId => link.tell({ type: 'mark-pressed', passageId }),
    );
  }

  #listen(pdf: PDFDocumentProxy, opening: FrameOpening): void {
    this.#link.tell({ type: 'opened', pageCount: pdf.numPages, hasOutline: opening.outline.length > 0 });
    this.#bus.on('pagesinit', () => {
      this.#started = true;
      this.#applyFit();
      this.#goToPending();
      this.#tellState();
    });
    this.#bus.on('pagechanging', () => {
      this.#sidebar.setPage(this.#viewer.currentPageNumber - 1);
      this.#tellState();
    });
    this.#bus.on('scalechanging', () => this.#tellState());
    this.#bus.on('rotationchanging', () => this.#tellState());
    this.#bus.on('pagerendered', ({ pageNumber }: { pageNumber: number }) => {
      this.#link.tell({ type: 'shown' });
      this.#draw(pageNumber - 1);
      void this.#layWords(pageNumber - 1);
    });
    this.#bus.on('textlayerrendered', ({ pageNumber }: { pageNumber: number }) => {
      this.#draw(pageNumber - 1);
      void this.#settleTarget(pageNumber - 1);
    });
    new ResizeObserver(() => this.#applyFit()).observe(this.#scroller);
  }

  /** Recognised words take the place of pdf.js's layer, which has none or useless ones. */
  async #layWords(index: number): Promise<boolean> {
    const view = this.#pageView(index);
    if (view === null) return false;
    const layer = await this.#words.lay(index, view.div, quarterTurn(view.viewport.rotation));
    view.div.classList.toggle('recognised', layer !== null);
    if (layer !== null) this.#draw(index);
    return layer !== null;
  }

  #pageView(index: number): PdfPageView | null {
    return (this.#viewer.getPageView(index) as PdfPageView | undefined) ?? null;
  }

  #paper(view: PdfPageView): PaperPage {
    const turn = quarterTurn(view.viewport.rotation);
    const recognised = this.#words.on(view.id - 1);
    if (recognised !== null) return { element: view.div, turn, ...recognised };
    const words = view.textLayer?.div ?? null;
    return { element: view.div, words: words?.hidden === false ? words : null, turn };
  }

  #pageFor(node: Node): { pageIndex: number; paper: PaperPage } | null {
    const element = node instanceof Element ? node : node.parentElement;
    const page = element?.closest<HTMLElement>('.page[data-page-number]');
    const pageIndex = Number(page?.dataset.pageNumber ?? 0) - 1;
    const view = pageIndex < 0 ? null : this.#pageView(pageIndex);
    return view === null ? null : { pageIndex, paper: this.#paper(view) };
  }

  pageOf(node: Node): ShownPage | null {
    const page = this.#pageFor(node);
    if (page === null) return null;
    const { turn, ...shown } = page.paper;
    return { pageIndex: page.pageIndex, ...shown, paper: { element: shown.element, turn } };
  }

  #draw(index: number): Certainty | null {
    const view = this.#pageView(index);
    if (view === null) return null;
    const marks = this.#marks.filter(mark => mark.pageIndex === index);
    const target = this.#target?.pageIndex === index ? this.#target : null;
    const drawing = drawPaperMarks(this.#paper(view), marks, target, passageId =>
      this.#link.tell({ type: 'mark-pressed', passageId }),
    );
    this.#drawn.set(index, drawing.drawn);
    void this.#find.light(index);
    return drawing.target;
  }

  #drawAll(): void {
    for (const index of this.#drawnPages()) this.#draw(index);
  }

  #drawnPages(): number[] {
    return [...(this.#viewer.getCachedPageViews() as Set<{ id: number }>)].map(({ id }) => id - 1);
  }

  #paperAt(index: number): PaperPage | null {
    const view = this.#pageView(index);
    return view === null ? null : this.#paper(view);
  }

  goToPage(pageIndex: number): void {
    if (pageIndex >= 0 && pageIndex < this.#viewer.pagesCount) this.#viewer.currentPageNumber = pageIndex + 1;
  }

  zoom(to: ZoomTo): void {
    this.#fit = to === 'fit-width' ? 'width' : to === 'fit-page' ? 'page' : null;
    if (this.#fit !== null) this.#applyFit();
    else this.#viewer.currentScale = nextScale(this.#viewer.currentScale, to);
    this.#tellState();
  }

  #applyFit(): void {
    const view = this.#started && this.#fit !== null ? this.#pageView(this.#viewer.currentPageNumber - 1) : null;
    if (view === null || this.#scroller.clientWidth === 0) return;
    const natural = { width: view.width / view.scale, height: view.height / view.scale };
    const scale = fitScale(this.#scroller, natural, this.#fit ?? 'width');
    if (Math.abs(scale - this.#viewer.currentScale) > 0.001) this.#viewer.currentScale = scale;
    // A wide page elsewhere in the document widens the desk, and this one lies in its middle.
    this.#scroller.scrollLeft = view.div.offsetLeft - GUTTER_LEFT_PX;
  }

  rotate(): void {
    this.#viewer.pagesRotation = (this.#viewer.pagesRotation + 90) % 360;
    this.#applyFit();
  }

  showSidebar(show: 'none' | 'pages' | 'outline'): void {
    this.#sidebar.show(show);
  }

  find(words: string, step: FindStep): void {
    this.#find.find(words, step);
  }

  endFind(): void {
    this.#find.end();
  }

  showMarks(marks: readonly FrameMark[]): void {
    this.#marks = marks;
    this.#sidebar.setMarks(marks);
    if (this.#started) this.#drawAll();
  }

  reach(target: FrameTarget): Promise<Certainty | null> {
    this.#target = target.kind === 'quote' ? target : null;
    const reached = this.#pending.wait(target);
    if (this.#started) this.#goToPending();
    return reached;
  }

  #goToPending(): void {
    const target = this.#pending.target;
    if (target === null) return;
    if (target.pageIndex >= this.#viewer.pagesCount) {
      this.#pending.settle(null);
      return;
    }
    this.#drawAll();
    this.#viewer.scrollPageIntoView({ pageNumber: target.pageIndex + 1 });
    const words = this.#pageView(target.pageIndex)?.textLayer?.div;
    if (target.kind === 'page') this.#pending.settle('exact');
    // Hidden while the page is drawn anew (another size, another turn); its words come with `textlayerrendered`.
    else if (words?.hidden === false && words.querySelector('.endOfContent') !== null)
      void this.#settleTarget(target.pageIndex);
  }

  async #settleTarget(index: number): Promise<void> {
    const target = this.#target;
    if (target?.pageIndex !== index || this.#pending.target === null) return;
    await this.#layWords(index);
    if (this.#target !== target) return;
    let certainty = this.#draw(index);
    if (certainty === null || certainty === 'part') {
      const page = await this.#pdf.getPage(index + 1);
      const places = await annotationPlaces(page, target.quote).catch(() => []);
      // Another target may have come in the meantime.
      if (this.#target !== target) return;
      if (places.length > 0) {
        this.#target = { ...target, rects: places };
        certainty = this.#draw(index);
      }
    }
    this.#pageView(index)
      ?.div.querySelector('.marks > .target')
      ?.scrollIntoView({ block: 'center', inline: 'nearest' });
    this.#pending.settle(certainty);
  }

  pointAt(pageIndex: number, span: TextSpan | null): void {
    this.#words.pointAt(pageIndex, span);
  }

  setNames(names: readonly PageName[]): void {
    this.#sidebar.setNames(names);
  }

  focus(): void {
    this.#scroller.focus({ preventScroll: true });
  }

  #tellState(): void {
    this.#link.tell({
      type: 'state',
      pageIndex: Math.max(0, this.#viewer.currentPageNumber - 1),
      scalePercent: Math.max(1, Math.round(this.#viewer.currentScale * 100)),
      fit: this.#fit,
      rotation: quarterTurn(this.#viewer.pagesRotation),
    });
  }
}

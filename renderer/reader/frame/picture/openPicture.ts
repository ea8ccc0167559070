/** The picture view: one picture, decoded by Chromium from bytes, with regions, marks and target over it. */
import type { Certainty, FindStep, FrameMark, FrameOpening, FrameTarget, ZoomTo } from '../../frameMessages.ts';
import type { TextSpan } from '../../landing.ts';
import { type QuarterTurn, quarterTurn } from '../../pageRotation.ts';
import type { DocumentView, ShownPage } from '../documentView.ts';
import { type DrawnMark, drawPaperMarks, markAt, type PaperPage } from '../marks/paperMarks.ts';
import { watchMarkPresses } from '../marks/markPresses.ts';
import type { PaneLink } from '../paneLink.ts';
import { makeScroller } from '../scroller.ts';
import { PageStore } from '../text/pageStore.ts';
import { PaperFind } from '../words/paperFind.ts';
import { WordsDesk } from '../words/wordsDesk.ts';
import { fitScale, nextScale } from '../zoomSteps.ts';
import './picture.css';

/** Beyond this the bytes alone would fill the frame's memory. */
const MAX_BYTES = 256 * 1024 * 1024;

export async function openPicture(opening: FrameOpening, link: PaneLink, root: HTMLElement): Promise<DocumentView> {
  if (opening.sizeBytes > MAX_BYTES)
    throw new Error('The picture is larger than 256 MB, more than the reader opens. Export it to see it elsewhere.');
  const bytes = await link.read(0, opening.sizeBytes);
  const image = new Image();
  image.alt = opening.title;
  image.draggable = false;
  image.src = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: opening.mediaType }));
  try {
    await image.decode();
  } catch {
    throw new Error(
      'The picture cannot be drawn: its bytes are damaged, or it is too large. They are kept as admitted.',
    );
  }
  return new PictureView(image, opening, link, root);
}

class PictureView implements DocumentView {
  readonly #link: PaneLink;
  readonly #scroller: HTMLDivElement;
  readonly #paper = document.createElement('div');
  readonly #image: HTMLImageElement;
  #scale = 1;
  #fit: 'width' | 'page' | null = 'page';
  #turn: QuarterTurn = 0;
  #marks: readonly FrameMark[] = [];
  #target: Extract<FrameTarget, { kind: 'quote' }> | null = null;
  #drawn: DrawnMark[] = [];
  readonly #words: WordsDesk;
  readonly #find: PaperFind;

  constructor(image: HTMLImageElement, opening: FrameOpening, link: PaneLink, root: HTMLElement) {
    this.#link = link;
    this.#image = image;
    this.#scroller = makeScroller(root, opening.title);
    this.#scroller.classList.add('picture');
    this.#paper.className = 'picture-paper';
    this.#paper.append(image);
    this.#scroller.append(this.#paper);
    const store = new PageStore(link, opening.pageCount);
    this.#words = new WordsDesk(store, this.#scroller);
    this.#find = new PaperFind(store, opening.pageCount, link, {
      page: () => 0,
      goToPage: () => {},
      drawn: () => [0],
      paper: () => this.#page(),
    });
    link.tell({ type: 'opened', pageCount: 1, hasOutline: false });
    link.tell({ type: 'sidebar', show: 'none' });
    new ResizeObserver(() => this.#layOut()).observe(this.#scroller);
    watchMarkPresses(
      this.#scroller,
      (_, x, y) => markAt(this.#page(), this.#drawn, x, y),
      passageId => link.tell({ type: 'mark-pressed', passageId }),
    );
    this.#layOut();
    link.tell({ type: 'shown' });
  }

  #page(): PaperPage {
    return { element: this.#paper, turn: this.#turn, words: null, ...this.#words.on(0) };
  }

  #layOut(): void {
    const { naturalWidth, naturalHeight, style } = this.#image;
    const lying = this.#turn === 90 || this.#turn === 270;
    const natural = lying
      ? { width: naturalHeight, height: naturalWidth }
      : { width: naturalWidth, height: naturalHeight };
    if (this.#fit !== null) this.#scale = fitScale(this.#scroller, natural, this.#fit);
    Object.assign(this.#paper.style, {
      width: `${natural.width * this.#scale}px`,
      height: `${natural.height * this.#scale}px`,
    });
    Object.assign(style, { width: `${naturalWidth * this.#scale}px`, height: `${naturalHeight * this.#scale}px` });
    style.transform = `translate(-50%, -50%) rotate(${this.#turn}deg)`;
    this.#draw();
    void this.#layWords();
    this.#tellState();
  }

  async #layWords(): Promise<void> {
    if ((await this.#words.lay(0, this.#paper, this.#turn)) !== null) this.#draw();
  }

  #draw(): Certainty | null {
    const drawing = drawPaperMarks(this.#page(), this.#marks, this.#target, passageId =>
      this.#link.tell({ type: 'mark-pressed', passageId }),
    );
    this.#drawn = drawing.drawn;
    void this.#find.light(0);
    return drawing.target;
  }

  pageOf(node: Node): ShownPage | null {
    if (!this.#paper.contains(node)) return null;
    const { turn, ...shown } = this.#page();
    return { pageIndex: 0, ...shown, paper: { element: this.#paper, turn } };
  }

  zoom(to: ZoomTo): void {
    this.#fit = to === 'fit-width' ? 'width' : to === 'fit-page' ? 'page' : null;
    if (this.#fit === null) this.#scale = nextScale(this.#scale, to);
    this.#layOut();
  }

  rotate(): void {
    this.#turn = quarterTurn(this.#turn + 90);
    this.#layOut();
  }

  showMarks(marks: readonly FrameMark[]): void {
    this.#marks = marks.filter(mark => mark.pageIndex === 0);
    this.#draw();
  }

  async reach(target: FrameTarget): Promise<Certainty | null> {
    this.#target = target.kind === 'quote' ? target : null;
    await this.#layWords();
    const certainty = this.#draw();
    this.#paper.querySelector('.marks > .target')?.scrollIntoView({ block: 'center', inline: 'center' });
    if (target.pageIndex !== 0) return null;
    return target.kind === 'page' ? 'exact' : certainty;
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

  focus(): void {
    this.#scroller.focus({ preventScroll: true });
  }

  #tellState(): void {
    const scalePercent = Math.max(1, Math.round(this.#scale * 100));
    this.#link.tell({ type: 'state', pageIndex: 0, scalePercent, fit: this.#fit, rotation: this.#turn });
  }

  // One page: nothing to page through, list or name.
  goToPage(): void {}
  showSidebar(): void {}
  setNames(): void {}
}

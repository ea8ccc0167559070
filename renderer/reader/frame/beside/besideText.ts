/** The pane beside the picture: the text of the page one is on, out of sight until it is asked for. */
import type { FrameOpening, PageName } from '../../frameMessages.ts';
import { watchMarkPresses } from '../marks/markPresses.ts';
import { nameOf } from '../pageName.ts';
import type { PaneLink } from '../paneLink.ts';
import type { PageStore } from '../text/pageStore.ts';
import { type BesideLights, BesidePage } from './besidePage.ts';
import './beside.css';

export class BesideText {
  readonly #store: PageStore;
  readonly #root: HTMLElement;
  readonly #pane = document.createElement('aside');
  readonly #languages: readonly string[];
  #names: readonly PageName[];
  #pageIndex = 0;
  #page: BesidePage | null = null;
  #lights: BesideLights = { marks: [], target: null };

  constructor(opening: FrameOpening, store: PageStore, link: PaneLink, root: HTMLElement) {
    this.#store = store;
    this.#root = root;
    this.#names = opening.pageNames;
    this.#languages = opening.languages;
    this.#pane.className = 'beside';
    this.#pane.ariaLabel = 'Text of the page';
    // Scrolls, so that it must be reached by keyboard as well.
    this.#pane.tabIndex = 0;
    watchMarkPresses(
      this.#pane,
      (_, x, y) => this.#page?.markAt(x, y) ?? null,
      passageId => link.tell({ type: 'mark-pressed', passageId }),
    );
  }

  get isShown(): boolean {
    return this.#pane.isConnected;
  }

  /** Null where it is not shown, or its page is on its way. */
  get page(): BesidePage | null {
    return this.isShown ? this.#page : null;
  }

  show(shown: boolean): void {
    if (shown === this.isShown) return;
    this.#root.classList.toggle('with-beside', shown);
    if (shown) this.#root.append(this.#pane);
    else {
      this.#pane.remove();
      this.#drop();
    }
    void this.#fill();
  }

  goTo(pageIndex: number): void {
    if (pageIndex === this.#pageIndex) return;
    this.#pageIndex = pageIndex;
    void this.#fill();
  }

  setNames(names: readonly PageName[]): void {
    this.#names = names;
  }

  light(lights: Partial<BesideLights>): void {
    this.#lights = { ...this.#lights, ...lights };
    this.#lightPage(lights.target != null);
  }

  async #fill(): Promise<void> {
    const index = this.#pageIndex;
    if (!this.isShown || this.#page?.pageIndex === index) return;
    const page = await this.#store.page(index).catch(() => null);
    if (!this.isShown || index !== this.#pageIndex || this.#page?.pageIndex === index) return;
    this.#drop();
    if (page === null) {
      this.#pane.textContent = 'The text of this page could not be fetched.';
      return;
    }
    this.#page = new BesidePage(page, nameOf(this.#names, index).full, this.#languages);
    this.#pane.replaceChildren(this.#page.element);
    this.#pane.scrollTop = 0;
    this.#lightPage(true);
  }

  #drop(): void {
    this.#page?.putOut();
    this.#page = null;
    this.#pane.replaceChildren();
  }

  #lightPage(goesThere: boolean): void {
    const box = this.page?.light(this.#lights) ?? null;
    if (box === null || !goesThere) return;
    const room = this.#pane.getBoundingClientRect();
    if (box.top < room.top || box.bottom > room.bottom)
      this.#pane.scrollTop += box.top - room.top - room.height / 2 + box.height / 2;
  }
}

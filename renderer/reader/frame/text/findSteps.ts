/** Stepping through what find has found in the pages' text: the first match from where one reads, then next and previous. */
import type { FindStep } from '../../frameMessages.ts';
import type { PaneLink } from '../paneLink.ts';
import type { PageStore } from './pageStore.ts';
import { findInPages, type TextMatch } from './textFinder.ts';

export interface FindView {
  /** The page that one is on. */
  page(): number;
  goTo(match: TextMatch): void;
  light(): void;
}

export class FindSteps {
  readonly #store: PageStore;
  readonly #pageCount: number;
  readonly #link: PaneLink;
  readonly #view: FindView;
  #matches: readonly TextMatch[] = [];
  #match = -1;
  #search = new AbortController();

  constructor(store: PageStore, pageCount: number, link: PaneLink, view: FindView) {
    this.#store = store;
    this.#pageCount = pageCount;
    this.#link = link;
    this.#view = view;
  }

  /** In page order; `now` is the one that one has stepped to. */
  get found(): (TextMatch & { now: boolean })[] {
    const now = this.#matches[this.#match];
    return this.#matches.map(match => ({ ...match, now: match === now }));
  }

  find(words: string, step: FindStep): void {
    if (step !== 'start' && this.#matches.length > 0) this.#step(step === 'next' ? 1 : -1);
    else this.#begin(words);
  }

  #begin(words: string): void {
    this.#search.abort();
    this.#search = new AbortController();
    this.#matches = [];
    this.#match = -1;
    const from = this.#view.page();
    void findInPages(this.#store, this.#pageCount, words, this.#search.signal, (matches, searching) => {
      this.#matches = matches;
      if (this.#match < 0 && (matches.at(-1)?.pageIndex ?? -1) >= from) {
        this.#match = matches.findIndex(match => match.pageIndex >= from) - 1;
        this.#step(1);
      } else if (!searching && this.#match < 0 && matches.length > 0) {
        this.#step(1);
      }
      this.#tell(searching);
      if (!searching) this.#view.light();
    });
  }

  end(): void {
    this.#search.abort();
    this.#matches = [];
    this.#match = -1;
    this.#view.light();
  }

  #step(by: 1 | -1): void {
    const count = this.#matches.length;
    this.#match = (this.#match + by + count) % count;
    const match = this.#matches[this.#match];
    this.#view.light();
    this.#tell(false);
    if (match !== undefined) this.#view.goTo(match);
  }

  #tell(searching: boolean): void {
    this.#link.tell({ type: 'found', current: this.#match + 1, total: this.#matches.length, searching });
  }
}

/** Finding words on pages that were recognised: in our text, lit by the places of the words. */
import type { FindStep } from '../../frameMessages.ts';
import { landTarget } from '../../landing.ts';
import { turnRect } from '../../pageRotation.ts';
import { readLayer } from '../layerText.ts';
import { bar, type PaperPage, wordRects } from '../marks/paperMarks.ts';
import type { PaneLink } from '../paneLink.ts';
import { quoteOf } from '../quoteOf.ts';
import { FindSteps } from '../text/findSteps.ts';
import type { PageStore } from '../text/pageStore.ts';
import type { TextMatch } from '../text/textFinder.ts';

export interface PapersShown {
  /** The page that one is on. */
  page(): number;
  goToPage(pageIndex: number): void;
  /** Pages that are drawn at the moment. */
  drawn(): Iterable<number>;
  paper(pageIndex: number): PaperPage | null;
}

export class PaperFind {
  readonly #store: PageStore;
  readonly #papers: PapersShown;
  readonly #steps: FindSteps;
  /** Stepped to, while its page is on its way. */
  #wanted: TextMatch | null = null;

  constructor(store: PageStore, pageCount: number, link: PaneLink, papers: PapersShown) {
    this.#store = store;
    this.#papers = papers;
    this.#steps = new FindSteps(store, pageCount, link, {
      page: papers.page,
      goTo: match => this.#goTo(match),
      light: () => this.#lightAll(),
    });
  }

  find(words: string, step: FindStep): void {
    this.#steps.find(words, step);
  }

  end(): void {
    this.#wanted = null;
    this.#steps.end();
  }

  #goTo(match: TextMatch): void {
    this.#wanted = match;
    if (match.pageIndex !== this.#papers.page()) this.#papers.goToPage(match.pageIndex);
    void this.light(match.pageIndex);
  }

  #lightAll(): void {
    for (const index of this.#papers.drawn()) void this.light(index);
  }

  /** To be called when a page, or the words on it, were drawn. */
  async light(pageIndex: number): Promise<void> {
    const matches = this.#steps.found.filter(match => match.pageIndex === pageIndex);
    const before = this.#papers.paper(pageIndex);
    before?.element.querySelector(':scope > .found-bars')?.remove();
    if (matches.length === 0) return;
    const text = (await this.#store.page(pageIndex).catch(() => null))?.text ?? '';
    const paper = this.#papers.paper(pageIndex);
    if (paper === null || paper.words === null) return;
    const bars = document.createElement('div');
    bars.className = 'found-bars';
    bars.ariaHidden = 'true';
    for (const match of matches) {
      const name = match.now ? 'found-bar now' : 'found-bar';
      for (const rect of placesOn(paper, text, match))
        bars.append(bar(turnRect(rect, paper.turn), name, 'none', false));
    }
    paper.element.querySelector(':scope > .found-bars')?.remove();
    paper.element.append(bars);
    if (this.#wanted?.pageIndex !== pageIndex) return;
    const now = bars.querySelector('.now');
    if (now === null) return;
    now.scrollIntoView({ block: 'center', inline: 'nearest' });
    this.#wanted = null;
  }
}

/** By our offsets where the words were recognised; on a page of the file's own words these are looked for in its layer. */
function placesOn(paper: PaperPage, text: string, match: TextMatch) {
  if (paper.places !== undefined) return paper.places(match);
  if (paper.words === null) return [];
  const quote = quoteOf(text, match)?.quote;
  const layer = readLayer(paper.words);
  const landing = quote === undefined ? null : landTarget(layer.prepared, quote);
  return landing === null ? [] : wordRects(paper, layer, landing);
}

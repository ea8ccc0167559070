/** The text of pages, asked for in blocks and kept within bounds. */
import type { Page } from '../../../../shared/domain/rendition.ts';
import type { PaneLink } from '../paneLink.ts';

const BLOCK = 20;
/** About 3 MB of text at most pages' length. */
const MAX_BLOCKS = 60;

export class PageStore {
  readonly #link: PaneLink;
  readonly #count: number;
  readonly #blocks = new Map<number, Promise<Page[]>>();

  constructor(link: PaneLink, count: number) {
    this.#link = link;
    this.#count = count;
  }

  async page(index: number): Promise<Page | null> {
    const first = index - (index % BLOCK);
    let block = this.#blocks.get(first);
    if (block === undefined) {
      block = this.#link.pages(first, Math.min(BLOCK, this.#count - first));
      block.catch(() => this.#blocks.delete(first));
    }
    // Asked for last, forgotten last.
    this.#blocks.delete(first);
    this.#blocks.set(first, block);
    for (const old of this.#blocks.keys()) {
      if (this.#blocks.size <= MAX_BLOCKS) break;
      this.#blocks.delete(old);
    }
    return (await block).find(page => page.index === index) ?? null;
  }
}

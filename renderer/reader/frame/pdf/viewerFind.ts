/** Finding words in a PDF's own text: pdf.js looks, counts and lights. */
import type { FindStep } from '../../frameMessages.ts';
import type { PaneLink } from '../paneLink.ts';
import type { EventBus } from './makeViewer.ts';
import { viewer as pdfjsViewer } from './pdfjs.ts';

interface FoundEvent {
  matchesCount: { current: number; total: number };
  state?: number;
}

export class ViewerFind {
  readonly #bus: EventBus;

  constructor(bus: EventBus, link: PaneLink) {
    this.#bus = bus;
    const found = ({ matchesCount: { current, total }, state }: FoundEvent): void =>
      link.tell({ type: 'found', current, total, searching: state === pdfjsViewer.FindState.PENDING });
    bus.on('updatefindmatchescount', found);
    bus.on('updatefindcontrolstate', found);
  }

  find(words: string, step: FindStep): void {
    this.#bus.dispatch('find', {
      source: this,
      type: step === 'start' ? '' : 'again',
      query: words,
      caseSensitive: false,
      entireWord: false,
      highlightAll: true,
      findPrevious: step === 'previous',
      matchDiacritics: false,
    });
  }

  end(): void {
    this.#bus.dispatch('findbarclose', { source: this });
  }

  /** pdf.js lights its own layers. */
  async light(): Promise<void> {}
}

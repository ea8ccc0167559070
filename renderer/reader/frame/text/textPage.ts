/** One page of the text view: empty until it comes near the screen, and empty again when it is far away. */
import type { FrameMark } from '../../frameMessages.ts';
import type { Page } from '../../../../shared/domain/rendition.ts';
import { type Landing, landMark, landTarget, type TextSpan } from '../../landing.ts';
import { clientRectsOf, type LayerText, rangesOf, readLayer } from '../layerText.ts';
import { marginTabs } from '../marks/marginTabs.ts';
import { pageBody } from './pageBody.ts';
import { PageLights } from './textLights.ts';

export interface PageWorld {
  isMessage: boolean;
  languages: readonly string[];
  marks: readonly FrameMark[];
  target: { pageIndex: number; quote: FrameMark['quote'] } | null;
  found: readonly { pageIndex: number; start: number; end: number; now: boolean }[];
  onMark(passageId: string): void;
}

export interface LitTarget {
  box: DOMRect;
  certainty: Landing['certainty'];
}

export class TextPage {
  readonly element: HTMLElement;
  readonly index: number;
  readonly #lights = new PageLights();
  readonly #heading = document.createElement('h2');
  #layer: LayerText | null = null;
  #marked: { passageId: string; landing: TextSpan }[] = [];
  words: HTMLElement | null = null;

  constructor(index: number, name: string) {
    this.index = index;
    this.element = document.createElement('article');
    this.element.className = 'text-page';
    this.element.dataset.pageIndex = String(index);
    this.#heading.className = 'page-name';
    this.element.append(this.#heading);
    this.setName(name);
  }

  setName(name: string): void {
    this.#heading.textContent = name;
  }

  get isFilled(): boolean {
    return this.words !== null;
  }

  fill(page: Page | null, world: PageWorld): void {
    if (this.isFilled) return;
    this.words =
      page === null || page.text.trim() === ''
        ? emptyPage()
        : pageBody(page, { isMessage: world.isMessage, languages: world.languages });
    this.element.style.minHeight = '';
    this.element.append(this.words);
    this.#layer = page === null || page.text === '' ? null : readLayer(this.words);
    this.light(world);
  }

  drain(): void {
    if (!this.isFilled) return;
    this.#lights.clear();
    this.element.style.minHeight = `${this.element.offsetHeight}px`;
    this.words?.remove();
    this.element.querySelector('.mark-tabs')?.remove();
    this.words = null;
    this.#layer = null;
  }

  /** @returns where the target's words are, null where they are not on this page */
  light(world: PageWorld): LitTarget | null {
    this.#lights.clear();
    this.#marked = [];
    this.element.querySelector('.mark-tabs')?.remove();
    const layer = this.#layer;
    if (layer === null) return null;
    const marks = world.marks.filter(mark => mark.pageIndex === this.index);
    const top = this.element.getBoundingClientRect().top;
    const height = Math.max(1, this.element.offsetHeight);
    const places = marks.map(mark => {
      const landing = landMark(layer.prepared, mark.quote, mark.position);
      if (landing === null) return null;
      this.#lights.add(`mark-${mark.bearing}`, layer, landing);
      this.#marked.push({ passageId: mark.passageId, landing });
      const first = clientRectsOf(layer, landing)[0];
      return first === undefined ? null : (first.top - top) / height;
    });
    if (marks.length > 0) this.element.append(marginTabs(marks, places, world.onMark));
    for (const match of world.found) {
      if (match.pageIndex === this.index) this.#lights.add(match.now ? 'found-now' : 'found', layer, match);
    }
    const target = world.target?.pageIndex === this.index ? landTarget(layer.prepared, world.target.quote) : null;
    if (target === null) return null;
    this.#lights.add('target', layer, target);
    const box = clientRectsOf(layer, target)[0];
    return box === undefined ? null : { box, certainty: target.certainty };
  }

  boxOf(landing: TextSpan): DOMRect | null {
    return this.#layer === null ? null : (clientRectsOf(this.#layer, landing)[0] ?? null);
  }

  markAt(x: number, y: number): string | null {
    const layer = this.#layer;
    if (layer === null) return null;
    const inside = (range: Range): boolean =>
      [...range.getClientRects()].some(box => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
    return this.#marked.find(({ landing }) => rangesOf(layer, landing).some(inside))?.passageId ?? null;
  }
}

function emptyPage(): HTMLElement {
  const words = document.createElement('p');
  words.className = 'no-words';
  words.textContent = 'No text was read from this page.';
  return words;
}

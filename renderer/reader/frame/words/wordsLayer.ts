/**
 * The recognised words of a page as text over its picture: transparent, in reading order, every character of the page's
 * text in it, so that offsets in the layer are offsets in our text. Laid out in shares of the page: zooming needs nothing.
 */
import type { PageRect } from '../../../../shared/domain/exhibit.ts';
import type { Page } from '../../../../shared/domain/rendition.ts';
import type { TextSpan } from '../../landing.ts';
import { type QuarterTurn, unturnRect } from '../../pageRotation.ts';
import { type LayerText, offsetsOf, readLayer } from '../layerText.ts';
import { offsetAt, type PlacedWords, placesOf, placeWords, wordAt } from './wordPlaces.ts';
import { widthInEm } from './wordWidth.ts';
import './words.css';

/** Small differences of height do not make another size of letter: the text is not seen. */
const LETTER_SHARE = 0.9;

export class WordsLayer {
  readonly element = document.createElement('div');
  readonly layer: LayerText;
  readonly words: PlacedWords;
  /** Width by height of the unrotated page. */
  readonly aspect: number;
  readonly #bars = document.createElement('div');
  readonly #widthOf: (letters: string) => number;
  #turn: QuarterTurn = 0;

  constructor(page: Pick<Page, 'index' | 'text' | 'words'>, aspect: number, widthOf = widthInEm) {
    this.#widthOf = widthOf;
    this.aspect = aspect;
    this.words = placeWords({ text: page.text, words: page.words ?? [] }, aspect);
    this.element.className = 'words-layer';
    this.element.dataset.pageIndex = String(page.index);
    this.#bars.className = 'words-selected';
    this.#bars.ariaHidden = 'true';
    this.element.append(...this.#spans(), this.#bars);
    this.layer = readLayer(this.element);
  }

  #spans(): HTMLElement[] {
    const { text, words, printTurn } = this.words;
    const spans: HTMLElement[] = [];
    const first = words[0]?.start ?? text.length;
    if (first > 0) spans.push(makeSpan(text.slice(0, first), null));
    words.forEach((word, index) => {
      // With what follows up to the next word, so that no character of the text is missing.
      const until = words[index + 1]?.start ?? text.length;
      const place = unturnRect({ x: word.x, y: word.y, w: word.w, h: word.h }, printTurn);
      const span = makeSpan(text.slice(word.start, until), place);
      this.#fit(span, text.slice(word.start, word.end), place);
      spans.push(span);
    });
    return spans;
  }

  /** As high as its box, and drawn in or out to be as wide. */
  #fit(span: HTMLElement, letters: string, { w, h }: PageRect): void {
    const { printTurn } = this.words;
    const isLying = printTurn === 90 || printTurn === 270;
    const aspect = isLying ? 1 / this.aspect : this.aspect;
    const width = this.#widthOf(letters) * h * LETTER_SHARE;
    if (width > 0 && h > 0) span.style.setProperty('--stretch', String((w * aspect) / width));
    span.style.setProperty('--letter', `${h * LETTER_SHARE * 100}cqh`);
  }

  /** Lies on the page as it is shown, turned that far; `page` covers the paper exactly. */
  layOn(page: HTMLElement, turn: QuarterTurn): void {
    this.#turn = turn;
    const print = this.words.printTurn;
    const shown = (turn + print) % 360;
    const isLying = turn === 90 || turn === 270;
    const isAcross = shown === 90 || shown === 270;
    const pageAspect = isLying ? 1 / this.aspect : this.aspect;
    Object.assign(this.element.style, {
      width: isAcross ? `${100 / pageAspect}%` : '100%',
      height: isAcross ? `${100 * pageAspect}%` : '100%',
      transform: `translate(-50%, -50%) rotate(${shown}deg)`,
    });
    if (this.element.parentElement !== page) page.append(this.element);
  }

  places(span: TextSpan): PageRect[] {
    return placesOf(this.words, span);
  }

  offsetAt(clientX: number, clientY: number): number {
    return offsetAt(this.words, this.#pointOf(clientX, clientY), this.aspect);
  }

  isOnWord(clientX: number, clientY: number): boolean {
    return wordAt(this.words, this.#pointOf(clientX, clientY)) !== null;
  }

  /** What of the page's text a selection in this layer covers. */
  spanOf(range: Range): TextSpan | null {
    return offsetsOf(this.layer, range);
  }

  /** Shows words as selected: one bar a line, where the browser's own would be a patch a word. */
  showSelected(span: TextSpan | null): void {
    const bars = span === null ? [] : placesOf(this.words, span);
    this.#bars.replaceChildren(
      ...bars.map(bar => {
        const { x, y, w, h } = unturnRect(bar, this.words.printTurn);
        const element = document.createElement('div');
        Object.assign(element.style, { ...corner(x, y), width: `${w * 100}%`, height: `${h * 100}%` });
        return element;
      }),
    );
  }

  /** A point of the window as shares of the unrotated page. */
  #pointOf(clientX: number, clientY: number): { x: number; y: number } {
    // Subtle: a quarter turn leaves the box of a turned element the page's own.
    const box = this.element.getBoundingClientRect();
    const shown = {
      x: box.width === 0 ? 0 : (clientX - box.left) / box.width,
      y: box.height === 0 ? 0 : (clientY - box.top) / box.height,
      w: 0,
      h: 0,
    };
    const { x, y } = unturnRect(shown, this.#turn);
    return { x, y };
  }
}

function makeSpan(text: string, place: PageRect | null): HTMLElement {
  const span = document.createElement('span');
  span.textContent = text;
  if (place !== null) Object.assign(span.style, corner(place.x, place.y));
  return span;
}

function corner(x: number, y: number): { left: string; top: string } {
  return { left: `${x * 100}%`, top: `${y * 100}%` };
}

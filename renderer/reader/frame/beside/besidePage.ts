/** One page's text beside its picture: the words, how they were read, and, of recognised ones, how sure each is. */
import type { WordBox } from '../../../../shared/domain/extraction.ts';
import type { Page } from '../../../../shared/domain/rendition.ts';
import { landMark, landTarget, type TextSpan } from '../../landing.ts';
import type { FrameMark, FrameTarget } from '../../frameMessages.ts';
import { clientRectsOf, type LayerText, rangesOf, readLayer } from '../layerText.ts';
import { pageBody } from '../text/pageBody.ts';
import { textLanguage } from '../text/textLanguage.ts';
import { PageLights } from '../text/textLights.ts';
import { type PlacedWords, placeWords } from '../words/wordPlaces.ts';
import { howItWasRead, isInDoubt, sureness } from './readingNote.ts';

export interface BesideLights {
  marks: readonly FrameMark[];
  target: Extract<FrameTarget, { kind: 'quote' }> | null;
}

export class BesidePage {
  readonly pageIndex: number;
  readonly element = document.createElement('article');
  readonly words: HTMLElement | null;
  /** Of recognised pages. */
  readonly placed: PlacedWords | null;
  readonly #layer: LayerText | null;
  readonly #lights = new PageLights();
  #marked: { passageId: string; span: TextSpan }[] = [];

  constructor(page: Page, name: string, languages: readonly string[]) {
    this.pageIndex = page.index;
    this.element.className = 'beside-page';
    const heading = document.createElement('p');
    heading.className = 'beside-name';
    heading.textContent = `Text of ${name}`;
    const note = document.createElement('p');
    note.className = 'beside-note';
    note.textContent = howItWasRead(page);
    this.element.append(heading, note);
    const boxes = page.words ?? [];
    const { widthPt, heightPt } = page;
    const aspect = widthPt !== null && heightPt !== null && heightPt > 0 ? widthPt / heightPt : 1;
    this.placed = boxes.length === 0 ? null : placeWords({ text: page.text, words: boxes }, aspect);
    this.words = page.text.trim() === '' ? null : bodyOf(page, this.placed, languages);
    this.#layer = this.words === null ? null : readLayer(this.words);
    if (this.words !== null) this.element.append(this.words);
  }

  /** @returns where the target's words are, null where they are not on this page */
  light({ marks, target }: BesideLights): DOMRect | null {
    this.putOut();
    const layer = this.#layer;
    if (layer === null) return null;
    for (const mark of marks) {
      if (mark.pageIndex !== this.pageIndex || mark.kind !== 'words') continue;
      const span = landMark(layer.prepared, mark.quote, mark.position);
      if (span === null) continue;
      this.#lights.add(`mark-${mark.bearing}`, layer, span);
      this.#marked.push({ passageId: mark.passageId, span });
    }
    const found = target?.pageIndex === this.pageIndex ? landTarget(layer.prepared, target.quote) : null;
    if (found === null) return null;
    this.#lights.add('target', layer, found);
    return clientRectsOf(layer, found)[0] ?? null;
  }

  putOut(): void {
    this.#lights.clear();
    this.#marked = [];
  }

  markAt(x: number, y: number): string | null {
    const layer = this.#layer;
    if (layer === null) return null;
    const isUnder = (range: Range): boolean =>
      [...range.getClientRects()].some(box => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
    return this.#marked.find(({ span }) => rangesOf(layer, span).some(isUnder))?.passageId ?? null;
  }
}

function bodyOf(page: Page, placed: PlacedWords | null, languages: readonly string[]): HTMLElement {
  if (placed === null) return pageBody(page, { isMessage: false, languages });
  const words = document.createElement('div');
  words.className = 'words';
  words.dir = 'auto';
  const lang = textLanguage(page.text, languages);
  if (lang !== undefined) words.lang = lang;
  const run = document.createElement('div');
  run.className = 'run';
  let at = 0;
  for (const word of placed.words) {
    run.append(page.text.slice(at, word.start), recognisedWord(page.text, word));
    at = word.end;
  }
  run.append(page.text.slice(at));
  words.append(run);
  return words;
}

function recognisedWord(text: string, word: WordBox): HTMLElement {
  const element = document.createElement('span');
  element.textContent = text.slice(word.start, word.end);
  element.title = sureness(word.confidence);
  if (isInDoubt(word)) element.className = 'in-doubt';
  return element;
}

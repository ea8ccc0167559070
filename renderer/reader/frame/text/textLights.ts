/** Lights words in the text view without touching its elements (CSS Custom Highlights): find, marks and target. */
import type { TextSpan } from '../../landing.ts';
import { type LayerText, rangesOf } from '../layerText.ts';
import './textLights.css';

export type Light =
  | 'found'
  | 'found-now'
  | 'target'
  | 'mark-supports'
  | 'mark-contradicts'
  | 'mark-context'
  | 'mark-none';

/** What is lit on one page; a page that leaves the screen puts its lights out. */
export class PageLights {
  readonly #lit: { light: Light; range: Range }[] = [];

  add(light: Light, layer: LayerText, span: TextSpan): void {
    for (const range of rangesOf(layer, span)) {
      registry(light).add(range);
      this.#lit.push({ light, range });
    }
  }

  clear(): void {
    for (const { light, range } of this.#lit) registry(light).delete(range);
    this.#lit.length = 0;
  }
}

/** Later ones are painted over earlier ones. */
const ORDER: Light[] = [
  'mark-none',
  'mark-context',
  'mark-contradicts',
  'mark-supports',
  'found',
  'found-now',
  'target',
];

function registry(light: Light): Highlight {
  let highlight = CSS.highlights.get(light);
  if (highlight === undefined) {
    highlight = new Highlight();
    highlight.priority = ORDER.indexOf(light);
    CSS.highlights.set(light, highlight);
  }
  return highlight;
}

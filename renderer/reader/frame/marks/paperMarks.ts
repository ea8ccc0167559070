/** Draws marks and the target over a page that has paper (PDF, picture): bars over the words, tabs in the margin. */
import type { PageRect } from '../../../../shared/domain/exhibit.ts';
import { landMark, landTarget, type TextSpan } from '../../landing.ts';
import { type QuarterTurn, tidyRect, turnRect, unturnRect } from '../../pageRotation.ts';
import { clientRectsOf, type LayerText, readLayer } from '../layerText.ts';
import type { Certainty, FrameMark, FrameTarget } from '../../frameMessages.ts';
import { marginTabs } from './marginTabs.ts';

type QuoteTarget = Extract<FrameTarget, { kind: 'quote' }>;

export interface DrawnMark {
  passageId: string;
  rects: PageRect[];
}

export interface PaperPage {
  /** Covers the paper exactly; holds the overlay. */
  element: HTMLElement;
  words: Element | null;
  turn: QuarterTurn;
  /** Where words stand by recognition: exact, and in our own text. Without it, by where the layer's letters lie. */
  places?: (span: TextSpan) => PageRect[];
}

export interface PaperDrawing {
  drawn: DrawnMark[];
  /** How the target was found, null where it was not, or is not on this page. */
  target: Certainty | null;
}

/** Replaces what was drawn over this page before. */
export function drawPaperMarks(
  page: PaperPage,
  marks: readonly FrameMark[],
  target: QuoteTarget | null,
  onPress: (passageId: string) => void,
): PaperDrawing {
  const layer = page.words === null ? null : readLayer(page.words);
  const overlay = document.createElement('div');
  overlay.className = 'marks';
  overlay.ariaHidden = 'true';
  const drawn: DrawnMark[] = [];
  for (const mark of marks) {
    const rects = mark.kind === 'words' ? placeMark(page, layer, mark) : mark.rects;
    for (const rect of rects)
      overlay.append(bar(turnRect(rect, page.turn), `mark mark-${mark.kind}`, mark.bearing, mark.selected));
    drawn.push({ passageId: mark.passageId, rects });
  }
  const found = target === null ? null : placeTarget(page, layer, target);
  for (const rect of found?.rects ?? []) overlay.append(bar(turnRect(rect, page.turn), 'target', 'none', false));
  page.element.querySelector(':scope > .marks')?.remove();
  page.element.querySelector(':scope > .mark-tabs')?.remove();
  page.element.append(overlay);
  if (marks.length > 0) {
    const places = drawn.map(({ rects }) => {
      const first = rects[0];
      return first === undefined ? null : turnRect(first, page.turn).y;
    });
    page.element.append(marginTabs(marks, places, onPress));
  }
  return { drawn, target: found?.certainty ?? null };
}

/** Words first, since they are what was marked; the stored rectangles where the words are not found in this page. */
function placeMark(page: PaperPage, layer: LayerText | null, { quote, position, rects }: FrameMark): PageRect[] {
  // Offsets count in our text, which pdf.js's layer is not.
  const near = page.places === undefined ? null : position;
  const span = layer === null ? null : landMark(layer.prepared, quote, near);
  const lit = layer === null || span === null ? [] : wordRects(page, layer, span);
  return lit.length > 0 ? lit : rects;
}

function placeTarget(
  page: PaperPage,
  layer: LayerText | null,
  { quote, rects }: QuoteTarget,
): { rects: PageRect[]; certainty: Certainty } | null {
  const landing = layer === null ? null : landTarget(layer.prepared, quote);
  // Where the words were drawn when they were marked beats half of them elsewhere.
  if (layer !== null && landing !== null && (landing.certainty !== 'part' || rects.length === 0)) {
    const lit = wordRects(page, layer, landing);
    if (lit.length > 0) return { rects: lit, certainty: landing.certainty };
  }
  return rects.length === 0 ? null : { rects, certainty: 'place' };
}

/** Where words stand, as fractions of the unrotated page. */
export function wordRects(page: PaperPage, layer: LayerText, span: TextSpan): PageRect[] {
  return page.places?.(span) ?? paperRects(page, clientRectsOf(layer, span));
}

/** From client pixels to fractions of the unrotated page. */
export function paperRects(page: Pick<PaperPage, 'element' | 'turn'>, rects: readonly DOMRect[]): PageRect[] {
  const box = page.element.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) return [];
  return rects.map(rect => {
    const shown = {
      x: (rect.left - box.left) / box.width,
      y: (rect.top - box.top) / box.height,
      w: rect.width / box.width,
      h: rect.height / box.height,
    };
    return tidyRect(unturnRect(shown, page.turn));
  });
}

/** Which mark lies under a point of the page; the smallest, where several do. */
export function markAt(page: PaperPage, drawn: readonly DrawnMark[], clientX: number, clientY: number): string | null {
  const point = paperRects(page, [new DOMRect(clientX, clientY, 0, 0)])[0];
  if (point === undefined) return null;
  let best: { passageId: string; area: number } | null = null;
  for (const { passageId, rects } of drawn) {
    for (const { x, y, w, h } of rects) {
      if (point.x < x || point.x > x + w || point.y < y || point.y > y + h) continue;
      if (best === null || w * h < best.area) best = { passageId, area: w * h };
    }
  }
  return best?.passageId ?? null;
}

export function bar({ x, y, w, h }: PageRect, className: string, bearing: string, selected: boolean): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  element.dataset.bearing = bearing;
  if (selected) element.dataset.selected = '';
  Object.assign(element.style, {
    left: `${x * 100}%`,
    top: `${y * 100}%`,
    width: `${w * 100}%`,
    height: `${h * 100}%`,
  });
  return element;
}

/** Where the words of a passage lie on the drawn page, in pixels from its top left corner. */
import type { PageViewport } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { BundlePassage } from '../../../shared/domain/bundle.ts';
import { type PageText, piecesBetween } from '../pdf/pageText.ts';

export interface PlacedRect {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Measured on the text that lies over the drawing, so that the light falls on the very words. */
export function rangeRects(
  text: PageText,
  spans: readonly HTMLElement[],
  found: { start: number; end: number },
  place: DOMRect,
): PlacedRect[] {
  return piecesBetween(text, found.start, found.end).flatMap(({ piece, from, to }) => {
    const node = spans[piece]?.firstChild;
    if (!node) return [];
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    return [...range.getClientRects()].map(rect => ({
      left: rect.left - place.left,
      top: rect.top - place.top,
      width: rect.width,
      height: rect.height,
    }));
  });
}

/** The recorded region: fractions of the unrotated page box from its top left corner, turned as the page is turned. */
export function fractionRects(rects: BundlePassage['rects'], viewport: PageViewport): PlacedRect[] {
  const [left = 0, bottom = 0, right = 0, top = 0] = viewport.viewBox;
  const width = right - left;
  const height = top - bottom;
  return rects.map(rect => {
    const x = left + rect.x * width;
    const y = top - rect.y * height;
    const [x1 = 0, y1 = 0] = viewport.convertToViewportPoint(x, y);
    const [x2 = 0, y2 = 0] = viewport.convertToViewportPoint(x + rect.w * width, y - rect.h * height);
    return { left: Math.min(x1, x2), top: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) };
  });
}

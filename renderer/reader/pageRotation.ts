/**
 * Rectangles as fractions of a page, turned. Passages keep theirs in the unrotated page box (before a PDF's own /Rotate
 * and before the viewer's turning), so that they fit however the page is shown.
 */
import type { PageRect } from '../../shared/domain/exhibit.ts';

export type QuarterTurn = 0 | 90 | 180 | 270;

/** Any multiple of 90, negative ones included; anything else counts as upright. */
export function quarterTurn(degrees: number): QuarterTurn {
  const turned = ((degrees % 360) + 360) % 360;
  return turned === 90 || turned === 180 || turned === 270 ? turned : 0;
}

/** Where a rectangle of the unrotated page lies when the page is shown turned clockwise. */
export function turnRect({ x, y, w, h }: PageRect, turn: QuarterTurn): PageRect {
  if (turn === 90) return { x: 1 - y - h, y: x, w: h, h: w };
  if (turn === 180) return { x: 1 - x - w, y: 1 - y - h, w, h };
  if (turn === 270) return { x: y, y: 1 - x - w, w: h, h: w };
  return { x, y, w, h };
}

/** The way back: from the page as shown to the unrotated page. */
export function unturnRect(rect: PageRect, turn: QuarterTurn): PageRect {
  return turnRect(rect, quarterTurn(360 - turn));
}

/** Keeps a rectangle inside the page, with five decimals: a hundredth of a millimetre on a sheet of paper. */
export function tidyRect({ x, y, w, h }: PageRect): PageRect {
  const left = clamp(x);
  const top = clamp(y);
  return { x: round(left), y: round(top), w: round(clamp(x + w) - left), h: round(clamp(y + h) - top) };
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function round(value: number): number {
  return Math.round(value * 100_000) / 100_000;
}

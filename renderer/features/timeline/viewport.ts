/** Which stretch of time is in view, and how keys, wheel and drag change it. Pure. */
import { DAY_MS, YEAR_MS } from '../../../shared/domain/timeline/index.ts';

export interface Viewport {
  /** Ms UTC at the left edge. */
  from: number;
  msPerPx: number;
}

/** A pixel is a second at the closest, twenty years at the farthest. */
const CLOSEST = 1000;
const FARTHEST = 20 * YEAR_MS;
/** Room to either side, so that the first and the last are not at the very edge. */
const MARGIN_PX = 40;
export const ZOOM_STEP = 1.5;

/** A single moment gets a month around it. */
export function fitExtent(extent: { from: number; to: number } | null, width: number, now: number): Viewport {
  const { from, to } = extent ?? { from: now - YEAR_MS, to: now };
  const length = Math.max(to - from, 30 * DAY_MS);
  const room = Math.max(1, width - 2 * MARGIN_PX);
  const msPerPx = clampScale(length / room);
  const middle = from + (to - from) / 2;
  return { from: middle - msPerPx * (MARGIN_PX + room / 2), msPerPx };
}

/** What is under `atPx` stays there. `factor` above 1 comes closer. */
export function zoomAt(view: Viewport, factor: number, atPx: number): Viewport {
  const msPerPx = clampScale(view.msPerPx / factor);
  return { from: view.from + atPx * (view.msPerPx - msPerPx), msPerPx };
}

export function panBy(view: Viewport, px: number): Viewport {
  return { ...view, from: view.from + px * view.msPerPx };
}

/** Something of what is known stays in view, however far one pans: else there would be nothing to find the way back by. */
export function keepNear(view: Viewport, extent: { from: number; to: number } | null, width: number): Viewport {
  if (extent === null) return view;
  const margin = MARGIN_PX * view.msPerPx;
  const earliest = extent.from - width * view.msPerPx + margin;
  const latest = Math.max(extent.from - margin, extent.to - margin);
  return { ...view, from: Math.min(latest, Math.max(earliest, view.from)) };
}

/** The least move that brings a stretch into view; one that is wider than the view is shown from its start. */
export function reveal(view: Viewport, width: number, from: number, to: number): Viewport {
  const until = view.from + width * view.msPerPx;
  const margin = MARGIN_PX * view.msPerPx;
  if (from >= view.from && to <= until) return view;
  if (to - from > width * view.msPerPx - 2 * margin)
    return from < until && to > view.from ? view : { ...view, from: from - margin };
  return { ...view, from: (from + to) / 2 - (width * view.msPerPx) / 2 };
}

function clampScale(msPerPx: number): number {
  return Math.min(FARTHEST, Math.max(CLOSEST, msPerPx));
}

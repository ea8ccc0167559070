/** Which stretch of time is in view, and how it is moved. Pure. */
import { DAY_MS, YEAR_MS } from '../../../../shared/domain/timeline/index.ts';

export interface TimeView {
  /** Ms UTC at the left edge. */
  from: number;
  msPerPx: number;
}

export interface Extent {
  from: number;
  to: number;
}

/** A pixel is a second at the closest, twenty years at the farthest. */
const CLOSEST = 1000;
const FARTHEST = 20 * YEAR_MS;
/** Names stand to the right of what they name. */
const MARGIN_PX = { left: 24, right: 150 };

/** A single moment gets a month around it. */
export function fitTime({ from, to }: Extent, width: number): TimeView {
  const length = Math.max(to - from, 30 * DAY_MS);
  const room = Math.max(1, width - MARGIN_PX.left - MARGIN_PX.right);
  const msPerPx = clamp(length / room);
  return { from: from - (length - (to - from)) / 2 - msPerPx * MARGIN_PX.left, msPerPx };
}

/** What is under `atPx` stays there; a factor above 1 comes nearer. */
export function zoomTime(view: TimeView, factor: number, atPx: number): TimeView {
  const msPerPx = clamp(view.msPerPx / factor);
  return { from: view.from + atPx * (view.msPerPx - msPerPx), msPerPx };
}

/** Something of what is known stays in view. */
export function panTime(view: TimeView, px: number, extent: Extent, width: number): TimeView {
  const margin = 40 * view.msPerPx;
  const from = view.from + px * view.msPerPx;
  return {
    ...view,
    from: Math.min(extent.to - margin, Math.max(extent.from - width * view.msPerPx + margin, from)),
  };
}

/** The least move that brings a moment into view. */
export function revealTime(view: TimeView, at: number, width: number): TimeView {
  const x = (at - view.from) / view.msPerPx;
  return x >= 20 && x <= width - 60 ? view : { ...view, from: at - (width / 2) * view.msPerPx };
}

function clamp(msPerPx: number): number {
  return Math.min(FARTHEST, Math.max(CLOSEST, msPerPx));
}

/** Sizes at which a page is shown, 50 to 400 %, and what fits. */
import type { ZoomTo } from '../frameMessages.ts';

const STEPS = [0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4];
export const MIN_SCALE = 0.5;
export const MAX_SCALE = 4;

/** Room on the right for the margin's tabs, and a little on the left. */
export const GUTTER_RIGHT_PX = 76;
export const GUTTER_LEFT_PX = 16;
const GUTTER_Y_PX = 24;
/** A page as wide as a large screen is a poster: fitting stops here. */
const MAX_FIT = 1.5;
const MIN_FIT = 0.1;

export function nextScale(now: number, to: ZoomTo): number {
  if (to === 'in') return STEPS.find(step => step > now + 0.005) ?? MAX_SCALE;
  if (to === 'out') return STEPS.findLast(step => step < now - 0.005) ?? MIN_SCALE;
  return typeof to === 'number' ? Math.min(MAX_SCALE, Math.max(MIN_SCALE, to)) : now;
}

/** `natural` is the page's size in CSS pixels at 1. */
export function fitScale(
  room: { clientWidth: number; clientHeight: number },
  natural: { width: number; height: number },
  fit: 'width' | 'page',
): number {
  const across = (room.clientWidth - GUTTER_LEFT_PX - GUTTER_RIGHT_PX) / natural.width;
  const scale = fit === 'width' ? across : Math.min(across, (room.clientHeight - GUTTER_Y_PX) / natural.height);
  return Math.min(MAX_FIT, Math.max(MIN_FIT, scale));
}

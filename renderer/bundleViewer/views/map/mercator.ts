/** Places on a flat map whose middle meridian is chosen, so that no shape of a case lies across the edge. Pure. */
import type { Box } from '../../canvas/camera.ts';

export interface Point {
  x: number;
  y: number;
}

/** Units for a radian of longitude; the world is 2π times as wide. */
export const WORLD = 1000;
const RADIAN = 180 / Math.PI;
/** Mercator runs to infinity; here it ends where its map is a square. */
export const MOST_LATITUDE = 85;

export function toPoint(longitude: number, latitude: number, middle: number): Point {
  const east = ((((longitude - middle + 180) % 360) + 360) % 360) - 180;
  const north = Math.min(MOST_LATITUDE, Math.max(-MOST_LATITUDE, latitude));
  return { x: (east / RADIAN) * WORLD, y: -Math.log(Math.tan(Math.PI / 4 + north / RADIAN / 2)) * WORLD };
}

export function latitudeOf(y: number): number {
  return (2 * Math.atan(Math.exp(-y / WORLD)) - Math.PI / 2) * RADIAN;
}

/** The middle of the shortest arc that holds all: opposite the widest gap. */
export function middleOf(longitudes: readonly number[]): number {
  const sorted = [...new Set(longitudes)].sort((left, right) => left - right);
  const [first] = sorted;
  if (first === undefined) return 0;
  let middle = first;
  let widest = -1;
  for (const [at, longitude] of sorted.entries()) {
    const next = sorted[at + 1] ?? first + 360;
    if (next - longitude <= widest) continue;
    widest = next - longitude;
    middle = (longitude + next) / 2 + 180;
  }
  return ((((middle + 180) % 360) + 360) % 360) - 180;
}

/** The narrowest span that is shown at first: so far out at sea some coast is in view. */
const LEAST_SPAN = (6 / RADIAN) * WORLD;

export function boxOf(points: readonly Point[]): Box {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, right] = atLeast(Math.min(...xs), Math.max(...xs));
  const [top, bottom] = atLeast(Math.min(...ys), Math.max(...ys));
  return { left, top, right, bottom };
}

function atLeast(from: number, to: number): [number, number] {
  const short = Math.max(0, LEAST_SPAN - (to - from)) / 2;
  return [from - short, to + short];
}

/** From a minute of arc to thirty degrees. */
const STEPS = [1 / 60, 2 / 60, 5 / 60, 10 / 60, 0.5, 1, 2, 5, 10, 15, 30];

export function gridStep(scale: number, leastPx = 100): number {
  const least = (leastPx / (scale * WORLD)) * RADIAN;
  return STEPS.find(step => step >= least) ?? 30;
}

/** `38°30′ N`, `125° E`. */
export function degreesWords(value: number, [positive, negative]: readonly [string, string]): string {
  const minutes = Math.round(Math.abs(value) * 60);
  const sign = minutes === 0 ? '' : ` ${value > 0 ? positive : negative}`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)}°${rest === 0 ? '' : `${String(rest).padStart(2, '0')}′`}${sign}`;
}

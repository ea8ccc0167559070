/** Positions of map files, checked, and what there is to say of many of them together. */

export interface Position {
  latitude: number;
  longitude: number;
  altitudeM: number | null;
}

/** The position, or one short sentence on what is wrong with it. */
export function checkPosition(latitude: unknown, longitude: unknown, altitude?: unknown): Position | string {
  const [north, east] = [numberOf(latitude), numberOf(longitude)];
  if (north === null || east === null) return 'The coordinates are not numbers.';
  if (Math.abs(north) > 90) return `The latitude ${short(north)} lies beyond the poles.`;
  if (Math.abs(east) > 180) return `The longitude ${short(east)} lies beyond 180°.`;
  return { latitude: north, longitude: east, altitudeM: numberOf(altitude) };
}

function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string' || !/^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i.test(value)) return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

function short(value: number): string {
  return String(Math.round(value * 1e6) / 1e6);
}

export interface Extent {
  add(position: Position): void;
  readonly count: number;
  /** `38.1 to 38.9 N–S, 124.9 to 125.3 W–E`; empty where no position came. */
  words(): string;
}

export function openExtent(): Extent {
  let count = 0;
  let [south, north, west, east] = [90, -90, 180, -180];
  return {
    get count() {
      return count;
    },
    add({ latitude, longitude }) {
      count += 1;
      south = Math.min(south, latitude);
      north = Math.max(north, latitude);
      west = Math.min(west, longitude);
      east = Math.max(east, longitude);
    },
    words: () =>
      count === 0 ? '' : `latitude ${short(south)} to ${short(north)}, longitude ${short(west)} to ${short(east)}`,
  };
}

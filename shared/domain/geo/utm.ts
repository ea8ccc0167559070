/**
 * Universal Transverse Mercator on WGS 84, by Krüger's series to the third order of the flattening: within a millimetre in a
 * zone. Pure arithmetic; which letters and spaces a grid reference is written with is `gridReference.ts`.
 */
import { degrees, type Position, radians, wrapLongitude } from './position.ts';

export interface UtmPosition {
  zone: number;
  isNorth: boolean;
  /** Metres. */
  easting: number;
  northing: number;
}

const SCALE = 0.9996;
const FALSE_EASTING = 500_000;
const FALSE_NORTHING = 10_000_000;
const n = 1 / 298.257223563 / (2 - 1 / 298.257223563);
/** Of the meridian, metres. */
const RADIUS = (6378137 / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64);
const ALPHA = [
  n / 2 - (2 / 3) * n ** 2 + (5 / 16) * n ** 3,
  (13 / 48) * n ** 2 - (3 / 5) * n ** 3,
  (61 / 240) * n ** 3,
];
const BETA = [n / 2 - (2 / 3) * n ** 2 + (37 / 96) * n ** 3, n ** 2 / 48 + n ** 3 / 15, (17 / 480) * n ** 3];
const DELTA = [2 * n - (2 / 3) * n ** 2 - 2 * n ** 3, (7 / 3) * n ** 2 - (8 / 5) * n ** 3, (56 / 15) * n ** 3];

/** The zone by longitude, with the wider ones of Norway and Svalbard. */
export function utmZone({ latitude, longitude }: Position): number {
  const lon = wrapLongitude(longitude);
  if (latitude >= 56 && latitude < 64 && lon >= 3 && lon < 12) return 32;
  if (latitude >= 72 && lon >= 0 && lon < 42) return lon < 9 ? 31 : lon < 21 ? 33 : lon < 33 ? 35 : 37;
  return Math.min(60, Math.floor((lon + 180) / 6) + 1);
}

/** Null beyond 84° N and 80° S, where UTM is not used. */
export function toUtm(position: Position): UtmPosition | null {
  const { latitude, longitude } = position;
  if (latitude > 84 || latitude < -80) return null;
  const zone = utmZone(position);
  const lat = radians(latitude);
  const lon = radians(wrapLongitude(longitude - meridianOf(zone)));
  const shrink = (2 * Math.sqrt(n)) / (1 + n);
  const t = Math.sinh(Math.atanh(Math.sin(lat)) - shrink * Math.atanh(shrink * Math.sin(lat)));
  const xi = Math.atan2(t, Math.cos(lon));
  const eta = Math.atanh(Math.sin(lon) / Math.hypot(1, t));
  const east = ALPHA.reduce((sum, a, j) => sum + a * Math.cos(2 * (j + 1) * xi) * Math.sinh(2 * (j + 1) * eta), eta);
  const north = ALPHA.reduce((sum, a, j) => sum + a * Math.sin(2 * (j + 1) * xi) * Math.cosh(2 * (j + 1) * eta), xi);
  return {
    zone,
    isNorth: latitude >= 0,
    easting: FALSE_EASTING + SCALE * RADIUS * east,
    northing: (latitude >= 0 ? 0 : FALSE_NORTHING) + SCALE * RADIUS * north,
  };
}

export function fromUtm({ zone, isNorth, easting, northing }: UtmPosition): Position {
  const xi = (northing - (isNorth ? 0 : FALSE_NORTHING)) / (SCALE * RADIUS);
  const eta = (easting - FALSE_EASTING) / (SCALE * RADIUS);
  const north = BETA.reduce((rest, b, j) => rest - b * Math.sin(2 * (j + 1) * xi) * Math.cosh(2 * (j + 1) * eta), xi);
  const east = BETA.reduce((rest, b, j) => rest - b * Math.cos(2 * (j + 1) * xi) * Math.sinh(2 * (j + 1) * eta), eta);
  const conformal = Math.asin(Math.sin(north) / Math.cosh(east));
  const lat = DELTA.reduce((sum, d, j) => sum + d * Math.sin(2 * (j + 1) * conformal), conformal);
  return {
    latitude: degrees(lat),
    longitude: wrapLongitude(meridianOf(zone) + degrees(Math.atan2(Math.sinh(east), Math.cos(north)))),
  };
}

function meridianOf(zone: number): number {
  return zone * 6 - 183;
}

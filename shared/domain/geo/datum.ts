/**
 * Positions of other datums as WGS 84: computed beside what is printed, never in its place, and with how near they come.
 * Tokyo and Pulkovo 1942 by the three-parameter shifts of NIMA TR8350.2; GCJ-02 and BD-09 by the formulae that are in public
 * use, since the official ones are not published.
 */
import type { Datum } from '../entity/statement.ts';
import { degrees, type Position, radians } from './position.ts';

export interface ComputedPosition extends Position {
  /** What was done and how near it comes. */
  note: string;
}

/** Null where there is nothing to compute: it is WGS 84, or nobody said what it is. */
export function toWgs84(position: Position, datum: Datum): ComputedPosition | null {
  switch (datum) {
    case 'WGS 84':
    case 'not stated':
      return null;
    case 'Tokyo':
      return {
        ...shifted(position, BESSEL_1841, TOKYO_MEAN),
        note: 'Tokyo datum moved by the mean shift for Japan and Korea (NIMA TR8350.2): within about 30 m.',
      };
    case 'Pulkovo 1942':
      return {
        ...shifted(position, KRASSOVSKY_1940, PULKOVO_RUSSIA),
        note: 'Pulkovo 1942 moved by the shift for Russia (NIMA TR8350.2): within about 10 m there, more elsewhere.',
      };
    case 'GCJ-02':
      return {
        ...fromGcj02(position),
        note: 'GCJ-02 turned back by the formula in public use; the official one is not published: within about 10 m.',
      };
    case 'BD-09':
      return {
        ...fromGcj02(fromBd09(position)),
        note: 'BD-09 turned back by the formulae in public use; the official ones are not published: within about 15 m.',
      };
  }
}

interface Ellipsoid {
  /** Metres. */
  semiMajor: number;
  flattening: number;
}
type Shift = readonly [x: number, y: number, z: number];

const WGS_84: Ellipsoid = { semiMajor: 6378137, flattening: 1 / 298.257223563 };
const BESSEL_1841: Ellipsoid = { semiMajor: 6377397.155, flattening: 1 / 299.1528128 };
const KRASSOVSKY_1940: Ellipsoid = { semiMajor: 6378245, flattening: 1 / 298.3 };
/** Metres towards WGS 84: code TOY-M there, and SPK-A. */
const TOKYO_MEAN: Shift = [-148, 507, 685];
const PULKOVO_RUSSIA: Shift = [28, -130, -95];

function shifted({ latitude, longitude }: Position, from: Ellipsoid, [dx, dy, dz]: Shift): Position {
  const [lat, lon] = [radians(latitude), radians(longitude)];
  const e2 = from.flattening * (2 - from.flattening);
  const normal = from.semiMajor / Math.sqrt(1 - e2 * Math.sin(lat) ** 2);
  // At the surface of the ellipsoid: the height moves a position by less than the shift is sure of.
  const x = normal * Math.cos(lat) * Math.cos(lon) + dx;
  const y = normal * Math.cos(lat) * Math.sin(lon) + dy;
  const z = normal * (1 - e2) * Math.sin(lat) + dz;
  return fromCartesian(x, y, z, WGS_84);
}

/** Bowring's formula: exact to far below a millimetre near the surface. */
function fromCartesian(x: number, y: number, z: number, { semiMajor, flattening }: Ellipsoid): Position {
  const semiMinor = semiMajor * (1 - flattening);
  const e2 = flattening * (2 - flattening);
  const second2 = e2 / (1 - e2);
  const across = Math.hypot(x, y);
  const angle = Math.atan2(z * semiMajor, across * semiMinor);
  const latitude = Math.atan2(
    z + second2 * semiMinor * Math.sin(angle) ** 3,
    across - e2 * semiMajor * Math.cos(angle) ** 3,
  );
  return { latitude: degrees(latitude), longitude: degrees(Math.atan2(y, x)) };
}

/** GCJ-02 is computed from WGS 84; the way back is found by approaching it, to below a centimetre. */
function fromGcj02(printed: Position): Position {
  let guess = printed;
  for (let step = 0; step < 30; step += 1) {
    const there = toGcj02(guess);
    const [dLat, dLon] = [printed.latitude - there.latitude, printed.longitude - there.longitude];
    guess = { latitude: guess.latitude + dLat, longitude: guess.longitude + dLon };
    if (Math.abs(dLat) < 1e-9 && Math.abs(dLon) < 1e-9) break;
  }
  return guess;
}

/** The offset that Chinese maps are drawn with. Public use knows it on Krassovsky's ellipsoid. */
export function toGcj02({ latitude, longitude }: Position): Position {
  const e2 = 0.006693421622965943;
  const [x, y] = [longitude - 105, latitude - 35];
  const lat = radians(latitude);
  const curve = 1 - e2 * Math.sin(lat) ** 2;
  const metresPerRadianNorth = (KRASSOVSKY_1940.semiMajor * (1 - e2)) / (curve * Math.sqrt(curve));
  const metresPerRadianEast = (KRASSOVSKY_1940.semiMajor / Math.sqrt(curve)) * Math.cos(lat);
  return {
    latitude: latitude + degrees(metresNorth(x, y) / metresPerRadianNorth),
    longitude: longitude + degrees(metresEast(x, y) / metresPerRadianEast),
  };
}

function wave(at: number, parts: readonly (readonly [amplitude: number, frequency: number])[]): number {
  return (
    (parts.reduce((sum, [amplitude, frequency]) => sum + amplitude * Math.sin(at * Math.PI * frequency), 0) * 2) / 3
  );
}
const FINE = [
  [20, 6],
  [20, 2],
] as const;

function metresNorth(x: number, y: number): number {
  return (
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * Math.sqrt(Math.abs(x)) +
    wave(x, FINE) +
    wave(y, [
      [20, 1],
      [40, 1 / 3],
      [160, 1 / 12],
      [320, 1 / 30],
    ])
  );
}

function metresEast(x: number, y: number): number {
  return (
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * Math.sqrt(Math.abs(x)) +
    wave(x, FINE) +
    wave(x, [
      [20, 1],
      [40, 1 / 3],
      [150, 1 / 12],
      [300, 1 / 30],
    ])
  );
}

function fromBd09({ latitude, longitude }: Position): Position {
  const turn = (Math.PI * 3000) / 180;
  const [x, y] = [longitude - 0.0065, latitude - 0.006];
  const radius = Math.hypot(x, y) - 0.00002 * Math.sin(y * turn);
  const angle = Math.atan2(y, x) - 0.000003 * Math.cos(x * turn);
  return { latitude: radius * Math.sin(angle), longitude: radius * Math.cos(angle) };
}

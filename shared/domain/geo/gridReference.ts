/** References to squares of a grid: MGRS, UTM and full Plus codes. Each reads to the middle of its square. */
import { forward, toPoint } from 'mgrs';
import { OpenLocationCode } from 'open-location-code';
import { type Position, wrapLongitude } from './position.ts';
import { fromUtm, toUtm } from './utm.ts';

export interface GridReading extends Position {
  notation: 'MGRS' | 'UTM' | 'Plus code';
  /** How wide the square is, in degrees of latitude. */
  stepDegrees: number;
}

const METRES_PER_DEGREE = 111_320;
const plusCodes = new OpenLocationCode();

/** More than one where a letter can mean two things; none where it is no such reference. */
export function readGridReference(typed: string): GridReading[] {
  const text = typed
    .normalize('NFKC')
    .trim()
    .toUpperCase()
    .replace(/^(?:MGRS|UTM|PLUS ?CODE)\s*:?\s*/, '');
  const one = readPlusCode(text) ?? readMgrs(text);
  return one ? [one] : readUtm(text);
}

/** A full code says the place alone; a short one needs a town beside it, and is not read. */
function readPlusCode(text: string): GridReading | null {
  if (!/^[2-9CFGHJMPQRVWX]{8}\+[2-9CFGHJMPQRVWX]{2,7}$/.test(text) || !plusCodes.isFull(text)) return null;
  const area = plusCodes.decode(text);
  return {
    latitude: area.latitudeCenter,
    longitude: area.longitudeCenter,
    notation: 'Plus code',
    stepDegrees: area.latitudeHi - area.latitudeLo,
  };
}

function readMgrs(text: string): GridReading | null {
  const match = /^(0?[1-9]|[1-5]\d|60)\s?([C-HJ-NP-X])\s?([A-HJ-NP-Z][A-HJ-NP-V])\s?(\d*)\s?(\d*)$/.exec(text);
  if (!match) return null;
  const [, zone = '', band = '', square = '', first = '', second = ''] = match;
  const figures = first + second;
  if (figures === '' || figures.length % 2 === 1 || figures.length > 10) return null;
  if (second !== '' && first.length !== second.length) return null;
  const stepDegrees = 10 ** (5 - figures.length / 2) / METRES_PER_DEGREE;
  try {
    const [longitude, latitude] = toPoint(`${Number(zone)}${band}${square}${figures}`);
    const position = { latitude, longitude };
    return liesIn(position, Number(zone), band, stepDegrees) ? { ...position, notation: 'MGRS', stepDegrees } : null;
  } catch {
    return null;
  }
}

const BANDS = 'CDEFGHJKLMNPQRSTUVWX';

/** Letters of a square that is not in that zone or band come out elsewhere. Zones are six degrees wide, at Norway up to twelve. */
function liesIn({ latitude, longitude }: Position, zone: number, band: string, stepDegrees: number): boolean {
  const south = BANDS.indexOf(band) * 8 - 80;
  const north = band === 'X' ? 84 : south + 8;
  const widest = latitude >= 56 ? 9 : 3;
  const slack = stepDegrees / Math.cos((latitude * Math.PI) / 180);
  return (
    latitude >= south - stepDegrees &&
    latitude <= north + stepDegrees &&
    Math.abs(wrapLongitude(longitude - (zone * 6 - 183))) <= widest + slack
  );
}

/** `52S CJ 12345 67890`; null beyond 84° N and 80° S. `digits` for each side: 5 is a metre. */
export function writeMgrs({ latitude, longitude }: Position, digits = 5): string | null {
  if (latitude > 84 || latitude < -80) return null;
  // The library takes what is a hair south of the equator for ten thousand kilometres north of it.
  const written = forward([longitude, Math.abs(latitude) < 1e-8 ? 0 : latitude], digits);
  const match = /^(\d+[A-Z])([A-Z]{2})(\d*)$/.exec(written);
  if (!match) return null;
  const [, zone, square, figures = ''] = match;
  return [zone, square, figures.slice(0, digits), figures.slice(digits)].filter(Boolean).join(' ');
}

/** `52S 312345 4287654` and `52N 312345mE 4287654mN`. The letter is a band, or else a hemisphere: `S` can be either. */
function readUtm(text: string): GridReading[] {
  const match =
    /^(?:ZONE\s*)?(0?[1-9]|[1-5]\d|60)\s?([C-HJ-NP-X])[\s,]+(\d{6}(?:\.\d+)?)\s*M?\s*E?[\s,]+(\d{1,8}(?:\.\d+)?)\s*M?\s*N?$/.exec(
      text,
    );
  if (!match) return [];
  const [, zone = '', letter = '', easting = '', northing = ''] = match;
  const decimals = Math.min(easting.split('.')[1]?.length ?? 0, northing.split('.')[1]?.length ?? 0);
  const found: GridReading[] = [];
  for (const isNorth of [true, false]) {
    const given = { zone: Number(zone), isNorth, easting: Number(easting), northing: Number(northing) };
    if (given.easting < 100_000 || given.easting >= 900_000 || given.northing > 10_000_000) continue;
    const position = fromUtm(given);
    const isHemisphere = letter === (isNorth ? 'N' : 'S');
    if (Math.abs(position.latitude) > 84 || !(isHemisphere || bandOf(position) === letter)) continue;
    found.push({ ...position, notation: 'UTM', stepDegrees: 10 ** -decimals / METRES_PER_DEGREE });
  }
  return found;
}

function bandOf(position: Position): string | null {
  return writeMgrs(position, 0)?.match(/[A-Z]/)?.[0] ?? null;
}

/** The northing of the equator in the south. */
const EQUATOR_FROM_SOUTH = 10_000_000;

/** `52S 312345 4287654` is written with the band's letter, as MGRS has it. */
export function writeUtm(position: Position): string | null {
  const utm = toUtm(position);
  const band = bandOf(position);
  if (!utm || !band) return null;
  // Within half a metre of the equator a northing rounds to the other side of it; the band's letter says on which side it is read.
  const fromEquator = utm.northing - (utm.isNorth ? 0 : EQUATOR_FROM_SOUTH);
  const northing =
    band < 'N'
      ? Math.min(Math.round(fromEquator + EQUATOR_FROM_SOUTH), EQUATOR_FROM_SOUTH - 1)
      : Math.max(Math.round(fromEquator), 0);
  return `${utm.zone}${band} ${Math.round(utm.easting)} ${northing}`;
}

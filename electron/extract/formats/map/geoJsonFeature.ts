/** One feature of GeoJSON as rows: a point, or what there is to say of a line or an area. */
import { checkPosition, openExtent, type Position } from './coordinates.ts';
import type { MapFeature } from './mapRows.ts';

type Json = Record<string, unknown>;

const KINDS: Record<string, string> = {
  LineString: 'Line',
  MultiLineString: 'Lines',
  Polygon: 'Area',
  MultiPolygon: 'Areas',
};
const MAX_NESTING = 10;
/** Properties that hold what a column is for, as map programs name them. */
const NAME_KEYS = ['name', 'Name', 'NAME', 'title', 'Title', 'label'];
const TIME_KEYS = ['time', 'timestamp', 'datetime', 'date', 'begin', 'when', 'Timestamp'];
const TEXT_KEYS = ['description', 'Description', 'desc', 'comment', 'note'];

/** @param untrusted the parsed JSON of a feature, or of a bare geometry */
export function readFeature(untrusted: unknown): MapFeature[] {
  if (!isObject(untrusted)) return [{ kind: '', problem: 'This is not a feature.' }];
  const isFeature = untrusted.type === 'Feature';
  const properties = isFeature && isObject(untrusted.properties) ? untrusted.properties : {};
  const said: Partial<MapFeature> = {
    name: firstOf(properties, NAME_KEYS) ?? wordOf(untrusted.id),
    time: firstOf(properties, TIME_KEYS),
    description: describe(properties),
  };
  const geometry = isFeature ? untrusted.geometry : untrusted;
  if (geometry === null) return [{ ...said, kind: 'Without a place' }];
  return readGeometry(geometry, 0).map(feature => ({ ...said, ...feature }));
}

function readGeometry(untrusted: unknown, nesting: number): MapFeature[] {
  if (!isObject(untrusted) || nesting > MAX_NESTING)
    return [{ kind: '', problem: 'The geometry is missing or nested too deeply.' }];
  const { type, coordinates, geometries } = untrusted;
  if (type === 'GeometryCollection' && Array.isArray(geometries))
    return geometries.flatMap(geometry => readGeometry(geometry, nesting + 1));
  if (type === 'Point') return [pointOf(coordinates)];
  if (type === 'MultiPoint' && Array.isArray(coordinates)) return coordinates.map(pointOf);
  const kind = typeof type === 'string' ? KINDS[type] : undefined;
  if (kind === undefined) return [{ kind: '', problem: 'The geometry is of no known kind.' }];
  return [shapeOf(kind, coordinates)];
}

function pointOf(untrusted: unknown): MapFeature {
  const position = positionOf(untrusted);
  return typeof position === 'string' ? { kind: 'Point', problem: position } : { kind: 'Point', position };
}

/** Longitude comes first in GeoJSON. */
function positionOf(untrusted: unknown): Position | string {
  return Array.isArray(untrusted)
    ? checkPosition(untrusted[1], untrusted[0], untrusted[2])
    : 'The coordinates are not numbers.';
}

/** All positions below, however the shape nests them. */
function shapeOf(kind: string, coordinates: unknown): MapFeature {
  const extent = openExtent();
  let wrong = 0;
  let firstProblem = '';
  const waiting: { value: unknown; nesting: number }[] = [{ value: coordinates, nesting: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, nesting } = next;
    if (Array.isArray(value) && Array.isArray(value[0]) && nesting < 4) {
      for (const inner of value) waiting.push({ value: inner, nesting: nesting + 1 });
      continue;
    }
    const position = positionOf(value);
    if (typeof position !== 'string') extent.add(position);
    else {
      wrong += 1;
      firstProblem = position;
    }
  }
  const problem = wrong === 0 ? undefined : `${wrong} of its points cannot be used. ${firstProblem}`;
  return { kind, pointCount: extent.count + wrong, extent: extent.words(), problem };
}

/** What a person wrote first, and then every other property by its name. */
function describe(properties: Json): string | undefined {
  const shown = new Set([...NAME_KEYS, ...TIME_KEYS].filter(key => wordOf(properties[key]) !== undefined));
  const text = firstOf(properties, TEXT_KEYS);
  const others = Object.entries(properties)
    .filter(([key]) => !shown.has(key) && !TEXT_KEYS.includes(key))
    .map(([key, value]) => [key, wordOf(value) ?? (value === null ? undefined : JSON.stringify(value))] as const)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => `${key}: ${value}`);
  return [...(text === undefined ? [] : [text]), ...others].join('; ') || undefined;
}

function firstOf(properties: Json, keys: string[]): string | undefined {
  for (const key of keys) {
    const word = wordOf(properties[key]);
    if (word !== undefined) return word;
  }
  return undefined;
}

function wordOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

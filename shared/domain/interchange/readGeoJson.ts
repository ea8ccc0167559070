/** GeoJSON, feature by feature, as events and addresses; a feature of ours gives back the entity that it was made from. */
import type { ReadItem } from './interchangeEntity.ts';
import { openJsonCutter } from './jsonPieces.ts';
import { type Fix, fixOf, MOST_FIXES, placedEntity } from './placed.ts';
import { readFtmObject } from './readFtm.ts';

type Json = Record<string, unknown>;

const NAMES = ['name', 'Name', 'NAME', 'title', 'Title', 'label'];
const DESCRIPTIONS = ['description', 'Description', 'desc'];
const TIMES = ['date', 'time', 'timestamp', 'datetime', 'when'];
const STARTS = ['startDate', 'start', 'begin'];
const ENDS = ['endDate', 'end'];
const TRACK_TIMES = ['coordTimes', 'times'];

export async function* readGeoJson(pieces: AsyncIterable<string>, scope: string): AsyncGenerator<ReadItem> {
  const cutter = openJsonCutter(['features']);
  let row = 0;
  for await (const piece of pieces)
    for (const { json } of cutter.add(piece)) {
      row += 1;
      yield* readText(row, json, scope);
    }
  if (!cutter.end()) yield { row: row + 1, problem: 'The map breaks off: its last feature is not complete.' };
}

function* readText(row: number, json: string, scope: string): Iterable<ReadItem> {
  let untrusted: unknown;
  try {
    untrusted = JSON.parse(json);
  } catch {
    yield { row, problem: 'This feature is no valid JSON.' };
    return;
  }
  if (!isObject(untrusted)) {
    yield { row, problem: 'This feature is no JSON object.' };
    return;
  }
  const properties = isObject(untrusted['properties']) ? untrusted['properties'] : {};
  if (isObject(properties['ftm'])) yield* readFtmObject(row, properties['ftm']);
  else yield* readFeature(row, untrusted, properties, scope);
}

function* readFeature(row: number, feature: Json, properties: Json, scope: string): Iterable<ReadItem> {
  const times = TRACK_TIMES.map(name => properties[name]).find(Array.isArray) ?? [];
  const { fixes, wrong } = fixesOf(feature['geometry'], times);
  if (wrong > 0) yield { row, problem: `${wrong} of its points are no positions on the globe.` };
  if (fixes.length === 0) {
    if (wrong === 0) yield { row, problem: 'This feature has no place.' };
    return;
  }
  if (fixes.length > MOST_FIXES) {
    yield {
      row,
      problem: `This line has ${fixes.length} points, more than a track of ${MOST_FIXES}; it was left out.`,
    };
    return;
  }
  const used = new Set<string>([...TRACK_TIMES]);
  const pick = (names: readonly string[]) => {
    const name = names.find(one => wordOf(properties[one]) !== '');
    if (name === undefined) return '';
    used.add(name);
    return wordOf(properties[name]);
  };
  const placed = {
    id: `${scope}#${wordOf(feature['id']) || row}`,
    name: pick(NAMES),
    description: pick(DESCRIPTIONS),
    on: pick(TIMES),
    from: pick(STARTS),
    to: pick(ENDS),
    fixes,
    properties: [] as [string, string][],
  };
  placed.properties = Object.entries(properties)
    .filter(([name, value]) => !used.has(name) && value !== null && value !== '')
    .map(([name, value]) => [name, wordOf(value) || JSON.stringify(value)]);
  yield { row, entity: placedEntity(placed) };
}

/** All positions below a geometry, however it nests them; an area is told by its outline. */
function fixesOf(untrusted: unknown, times: readonly unknown[]): { fixes: Fix[]; wrong: number } {
  const fixes: Fix[] = [];
  let wrong = 0;
  const take = (value: unknown, nesting: number): void => {
    if (!Array.isArray(value) || nesting > 6) {
      if (nesting > 0) wrong += 1;
    } else if (Array.isArray(value[0])) for (const inner of value) take(inner, nesting + 1);
    else if (value.length > 0) {
      const fix = fixOf(value[0], value[1]);
      const at = wordOf(times[fixes.length]);
      if (fix) fixes.push(at === '' ? fix : { ...fix, at });
      else wrong += 1;
    }
  };
  const open: unknown[] = [untrusted];
  for (let next = open.pop(); next !== undefined && open.length < 1000; next = open.pop()) {
    if (!isObject(next)) continue;
    if (Array.isArray(next['geometries'])) open.push(...next['geometries'].slice(0, 100).reverse());
    else take(next['coordinates'], 0);
  }
  return { fixes, wrong };
}

function wordOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

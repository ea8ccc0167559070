/** Ports and named seas that ship with the app: found by any of their names, in any script. For orientation, never evidence. */
import portData from '../../data/ports.json';
import seaData from '../../data/seas.json';
import type { Position } from './position.ts';

export interface GazetteerPlace extends Position {
  kind: 'port' | 'sea';
  /** The English name that is shown, unless the person chose another. */
  name: string;
  /** English names between which the person chooses: "East Sea", "Sea of Japan". One for most. */
  englishNames: readonly string[];
  /** Every name and spelling, in every language. */
  names: readonly string[];
  /** ISO 3166 code of where a port is administered; null for seas. */
  country: string | null;
  /** 1 is shown first, 4 only near. */
  rank: number;
  /** How far it reaches about its point, in degrees. */
  reachDegrees: number;
}

type Names = Partial<Record<string, string>>;
type PortRow = [string, string, number, number, number, Names, string[]];
type SeaRow = [string[], number, number, number, number, Names, string[]];

const PORT_REACH_DEGREES = 0.2;

export const gazetteerPorts: readonly GazetteerPlace[] = (portData.ports as unknown as PortRow[]).map(
  ([name, country, latitude, longitude, rank, names, others]) => ({
    kind: 'port',
    name,
    englishNames: [name],
    names: allNames([name], names, others),
    country,
    latitude,
    longitude,
    rank,
    reachDegrees: PORT_REACH_DEGREES,
  }),
);

export const gazetteerSeas: readonly GazetteerPlace[] = (seaData.seas as unknown as SeaRow[]).map(
  ([englishNames, latitude, longitude, rank, reachDegrees, names, others]) => ({
    kind: 'sea',
    name: englishNames[0] ?? '',
    englishNames,
    names: allNames(englishNames, names, others),
    country: null,
    latitude,
    longitude,
    rank,
    reachDegrees,
  }),
);

function allNames(english: readonly string[], names: Names, others: readonly string[]): string[] {
  return [...new Set([...english, ...Object.values(names).filter(name => name !== undefined), ...others])];
}

/** As compared: without marks, case, spaces, hyphens and apostrophes. */
export function foldPlaceName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

interface Entry {
  key: string;
  spelling: string;
  place: GazetteerPlace;
}
let entries: Entry[] | null = null;

function allEntries(): Entry[] {
  entries ??= [...gazetteerPorts, ...gazetteerSeas].flatMap(place =>
    place.names.map(spelling => ({ key: foldPlaceName(spelling), spelling, place })),
  );
  return entries;
}

/** Places with exactly this name, in any language: mostly one. */
export function lookUpPlace(name: string): GazetteerPlace[] {
  const key = foldPlaceName(name);
  if (key === '') return [];
  return [...new Set(allEntries().flatMap(entry => (entry.key === key ? entry.place : [])))];
}

export interface PlaceSuggestion {
  place: GazetteerPlace;
  /** The spelling that fitted, where it is not the name shown. */
  spelling: string | null;
}

/** Places whose name is, begins with or holds what was typed, the closest first. */
export function suggestPlaces(
  typed: string,
  limit: number,
  kinds: readonly GazetteerPlace['kind'][] = ['port', 'sea'],
): PlaceSuggestion[] {
  const key = foldPlaceName(typed);
  if (key === '') return [];
  const best = new Map<GazetteerPlace, { spelling: string; order: number }>();
  for (const entry of allEntries()) {
    if (!kinds.includes(entry.place.kind)) continue;
    const at = entry.key.indexOf(key);
    if (at < 0) continue;
    const order = (entry.key === key ? 0 : at === 0 ? 10 : 20) + entry.place.rank;
    const before = best.get(entry.place);
    if (!before || order < before.order) best.set(entry.place, { spelling: entry.spelling, order });
  }
  return [...best]
    .sort(([one, left], [other, right]) => left.order - right.order || one.name.localeCompare(other.name, 'en'))
    .slice(0, limit)
    .map(([place, { spelling }]) => ({ place, spelling: spelling === place.name ? null : spelling }));
}

/**
 * What a map program knows of a place, and what it becomes: something dated is an event with its position, anything else an
 * address with latitude and longitude. Coordinates of GeoJSON and KML are WGS 84 by their standards.
 */
import { isWorldDate } from '../../kernel/dateSpan.ts';
import { readDate } from '../../kernel/dates.ts';
import { schemaNamed } from '../ftm/index.ts';
import type { InterchangeEntity, InterchangeValue, LeavingEntity } from './interchangeEntity.ts';

export interface Fix {
  latitude: number;
  longitude: number;
  /** When it was there, where a track says so. */
  at?: string;
}

export interface PlacedFeature {
  id: string;
  name: string;
  description: string;
  fixes: readonly Fix[];
  on: string;
  from: string;
  to: string;
  /** Everything else that was said, by name. */
  properties: readonly (readonly [string, string])[];
}

/** Longer lines are coast lines and grids, not what a person put on a map. */
export const MOST_FIXES = 10_000;

export function placedEntity({
  id,
  name,
  description,
  fixes,
  on,
  from,
  to,
  properties,
}: PlacedFeature): InterchangeEntity {
  const isEvent = [on, from, to, ...fixes.map(({ at }) => at ?? '')].some(date => date !== '') || fixes.length > 1;
  const schema = isEvent ? 'Event' : 'Address';
  const known = schemaNamed(schema)?.properties;
  const values: InterchangeValue[] = [];
  const add = (property: string, value: string) => {
    if (value.trim() !== '') values.push({ property, value: value.trim() });
  };
  add(isEvent ? 'name' : 'full', name);
  add(isEvent ? 'description' : 'remarks', description);
  if (isEvent) {
    add('date', worldDate(on));
    add('startDate', worldDate(from));
    add('endDate', worldDate(to));
    values.push(...fixes.map(positionValue));
  } else
    for (const { latitude, longitude } of fixes) {
      add('latitude', String(latitude));
      add('longitude', String(longitude));
    }
  for (const [property, value] of properties)
    if (!values.some(one => one.property === property && known?.get(property)?.isStub)) add(property, value);
  return { id, schema, values };
}

function positionValue({ latitude, longitude, at }: Fix): InterchangeValue {
  const date = at === undefined ? null : worldDate(at);
  return {
    property: 'position',
    value: `${latitude}, ${longitude}`,
    detail: { position: { latitude, longitude, datum: 'WGS 84', notation: 'decimal degrees' } },
    ...(date !== null && isWorldDate(date) ? { fromOn: date, toOn: date } : {}),
  };
}

/** As EDTF or a date-time where it can be told, else as written. */
function worldDate(text: string): string {
  const plain = text.trim();
  return isWorldDate(plain) ? plain : (readDate(plain) ?? plain);
}

/** A position that lies on the globe; null for anything else. */
export function fixOf(longitude: unknown, latitude: unknown): Fix | null {
  const [east, north] = [longitude, latitude].map(one =>
    typeof one === 'string' && one.trim() !== '' ? Number(one) : one,
  );
  if (typeof east !== 'number' || typeof north !== 'number') return null;
  if (!(Math.abs(north) <= 90) || !(Math.abs(east) <= 180)) return null;
  return { latitude: north, longitude: east };
}

export interface LeavingPlace {
  entity: LeavingEntity;
  fixes: Fix[];
  /** The time that it is of: of an event its date, or from its start to its end. */
  on: string | null;
  from: string | null;
  to: string | null;
}

/** Where an entity is, in decimal degrees; null where nothing of it says so. Datums are left as stated. */
export function placeOf(entity: LeavingEntity): LeavingPlace | null {
  const fixes = entity.values.flatMap(({ detail, fromOn }): Fix[] => {
    const position = detail?.position;
    if (!position) return [];
    return [{ latitude: position.latitude, longitude: position.longitude, ...(fromOn ? { at: fromOn } : {}) }];
  });
  const first = (property: string) => entity.values.find(value => value.property === property)?.value ?? null;
  const stated = fixOf(first('longitude') ?? undefined, first('latitude') ?? undefined);
  const all = fixes.length === 0 && stated ? [stated] : fixes;
  if (all.length === 0) return null;
  return { entity, fixes: all, on: first('date'), from: first('startDate'), to: first('endDate') };
}

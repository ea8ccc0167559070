/** An entity as a STIX domain object: type and native properties. What these do not say stands in our extension beside them. */
import type { Json } from '../../kernel/canonicalJson.ts';
import { isA, schemaOrThing } from '../ftm/index.ts';
import { type LeavingEntity, valuesOf } from '../interchange/interchangeEntity.ts';
import { LEAVES_AS, NAMED_TYPES } from './mapping.ts';
import { isObservableType, observableOf, observableOfEntity } from './observable.ts';
import { OWN_TYPE, type StixObject } from './stixObject.ts';

export const STIX_TYPE = 'stixType';

export type Shape =
  | { kind: 'observable'; object: StixObject }
  | { kind: 'domain'; type: string; properties: Record<string, Json> };

/** Everything but ties has a shape; where STIX has none, it is our own type. */
export function shapeOf(entity: LeavingEntity): Shape {
  const named = valuesOf(entity, STIX_TYPE)
    .map(({ value }) => value.trim())
    .find(type => type in NAMED_TYPES);
  if (named !== undefined && isObservableType(named)) {
    const object = observableOf(named, nameOf(entity));
    if (object) return { kind: 'observable', object };
  }
  const own = named === undefined ? observableOfEntity(entity) : null;
  if (own) return { kind: 'observable', object: own };
  const type = named ?? typeOfSchema(entity);
  const properties = propertiesOf(type, entity);
  if (properties !== null) return { kind: 'domain', type, properties };
  return {
    kind: 'domain',
    type: OWN_TYPE,
    properties: { ...namesOf(entity), entity_schema: entity.schema },
  };
}

function typeOfSchema(entity: LeavingEntity): string {
  const isCyber = valuesOf(entity, 'topics').some(({ value }) => value === 'crime.cyber');
  if (isCyber && isA(entity.schema, 'LegalEntity')) return 'threat-actor';
  const isTheft = valuesOf(entity, 'eventKind').some(({ value }) => value.trim().toLowerCase() === 'theft');
  if (isTheft && isA(entity.schema, 'Event')) return 'incident';
  return leavesAs(entity.schema)?.stix ?? OWN_TYPE;
}

/** The schema's own row, else that of the ancestor that descends furthest. */
function leavesAs(schema: string) {
  const rows = Object.keys(LEAVES_AS).filter(name => isA(schema, name));
  const nearest = rows.find(name => rows.every(other => isA(name, other)));
  return nearest === undefined ? undefined : LEAVES_AS[nearest];
}

export function nameOf(entity: LeavingEntity): string {
  const named = ['name', 'full', 'title', 'username', 'publicKey'].flatMap(
    property => valuesOf(entity, property)[0] ?? [],
  );
  return (named[0]?.value ?? entity.caption).trim() || schemaOrThing(entity.schema).label;
}

function namesOf(entity: LeavingEntity): Record<string, Json> {
  const name = nameOf(entity);
  const others = ['name', 'alias', 'weakAlias', 'previousName'].flatMap(property => valuesOf(entity, property));
  const aliases = [...new Set(others.map(({ value }) => value.trim()))].filter(one => one !== name && one !== '');
  const words = ['description', 'summary', 'notes'].flatMap(property => valuesOf(entity, property)[0] ?? [])[0];
  return {
    name,
    ...(words === undefined ? {} : { description: words.value }),
    ...(aliases.length === 0 ? {} : { aliases }),
  };
}

/** Null where the entity lacks what STIX requires of the type. */
function propertiesOf(type: string, entity: LeavingEntity): Record<string, Json> | null {
  const named = namesOf(entity);
  const { aliases: _, ...plain } = named;
  switch (type) {
    case 'identity':
      return {
        ...plain,
        identity_class: leavesAs(entity.schema)?.identityClass ?? 'unknown',
        ...contactOf(entity),
      };
    case 'malware':
      return { ...named, is_family: true };
    case 'location':
      return locationOf(entity, plain);
    case 'indicator':
      return patternOf(entity);
    case 'threat-actor':
    case 'intrusion-set':
    case 'campaign':
    case 'attack-pattern':
    case 'tool':
    case 'infrastructure':
      return named;
    case 'vulnerability':
    case 'course-of-action':
    case 'incident':
      return plain;
    default:
      return null;
  }
}

function contactOf(entity: LeavingEntity): Record<string, Json> {
  const ways = ['email', 'phone', 'website'].flatMap(property => valuesOf(entity, property).map(({ value }) => value));
  return ways.length === 0 ? {} : { contact_information: [...new Set(ways)].join('; ') };
}

function locationOf(entity: LeavingEntity, plain: Record<string, Json>): Record<string, Json> | null {
  const first = (property: string) => valuesOf(entity, property)[0]?.value.trim() ?? '';
  const country = first('country').toUpperCase();
  const [latitude, longitude] = [Number(first('latitude') || Number.NaN), Number(first('longitude') || Number.NaN)];
  const isPlaced = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  if (!/^[A-Z]{2}$/.test(country) && !isPlaced) return null;
  const text = (property: string, stix: string) => (first(property) === '' ? {} : { [stix]: first(property) });
  return {
    ...plain,
    ...(/^[A-Z]{2}$/.test(country) ? { country } : {}),
    ...(isPlaced ? { latitude, longitude } : {}),
    ...text('state', 'administrative_area'),
    ...text('city', 'city'),
    ...text('street', 'street_address'),
    ...text('postalCode', 'postal_code'),
  };
}

/** `valid_from` is put in by the writer: from when we know of it. */
function patternOf(entity: LeavingEntity): Record<string, Json> | null {
  const pattern = nameOf(entity);
  if (!/^\s*[([]/.test(pattern)) return null;
  return { name: entity.caption || pattern, pattern, pattern_type: 'stix' };
}

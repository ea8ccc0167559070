/** The STIX objects of one entity: itself, what its values name that STIX knows as observables, and what we say of what is not ours. */
import type { Json } from '../../kernel/canonicalJson.ts';
import { isA, schemaOrThing } from '../ftm/index.ts';
import { ftmObject } from '../interchange/writeFtm.ts';
import { type LeavingEntity, type LeavingValue, valuesOf } from '../interchange/interchangeEntity.ts';
import { confidenceOf } from './confidence.ts';
import { type Shape, shapeOf } from './domainObject.ts';
import { RELATIONSHIP_TYPES, STIX_RELATIONSHIPS } from './mapping.ts';
import { withExtension } from './nativeDigest.ts';
import { addressOf } from './observable.ts';
import { companionsOf, isOriginalField, originalOf } from './original.ts';
import { valuesOfObject } from './readObject.ts';
import { ourStixId } from './stixIds.ts';
import { OWN_TYPE, type StixObject, TYPES_EXTENSION } from './stixObject.ts';

export interface StixTimes {
  created: string;
  modified: string;
}

export interface MakerOptions {
  /** Where an entity is found in the bundle, by the id under which it leaves. */
  refs: ReadonlyMap<string, string>;
  team: string;
  marking: string;
  caseId: string;
  caseReference: string;
  /** Ids that stand in the bundle already; an observable is written once, whoever names it. */
  written: Set<string>;
  /** Ids of foreign objects that go along: these are written as they came. */
  foreign: ReadonlySet<string>;
}

/** Properties whose values are addresses of the net, by what ties the entity to them. */
const ADDRESSES = ['email', 'website', 'ipAddress'];

export function openMaker(options: MakerOptions) {
  const { refs, written } = options;

  function once(object: StixObject): StixObject[] {
    if (written.has(object.id)) return [];
    written.add(object.id);
    return [object];
  }

  function head(type: string, id: string, times: StixTimes): StixObject {
    return {
      type,
      spec_version: '2.1',
      id,
      created_by_ref: options.team,
      created: times.created,
      modified: times.modified,
    };
  }

  function tail(values: readonly LeavingValue[]): Record<string, Json> {
    const confidence = confidenceOf(values);
    const references = referencesOf(values, options.caseReference);
    return {
      ...(confidence === null ? {} : { confidence }),
      ...(references.length === 0 ? {} : { external_references: references }),
      object_marking_refs: [options.marking],
    };
  }

  /** An observable that we make, unless somebody else's goes along under the same id. */
  function made(object: StixObject): { objects: StixObject[]; mark: { made?: string } } {
    if (options.foreign.has(object.id)) return { objects: [], mark: {} };
    return { objects: once(object), mark: { made: object.id } };
  }

  /** What this case states of an object that is not its own. */
  function noteOn(ref: string, entity: LeavingEntity, times: StixTimes, mark: { made?: string } = {}): StixObject {
    const object = {
      ...head('note', ourStixId('note', options.caseId, entity.id), times),
      content: noteWords(entity, options.caseReference),
      object_refs: [ref],
      ...tail(entity.values),
    };
    return withExtension(object, { ftm: ftmOf(entity), ...mark });
  }

  function* foreign(original: StixObject, entity: LeavingEntity, times: StixTimes): Generator<StixObject> {
    for (const companion of companionsOf(entity.values)) yield* once(companion);
    yield* once(original);
    const more = beyondOriginal(original, entity);
    if (more) yield* once(noteOn(original.id, more, times));
  }

  function* observable(object: StixObject, entity: LeavingEntity, times: StixTimes): Generator<StixObject> {
    const { objects, mark } = made(object);
    yield* objects;
    yield* once(noteOn(object.id, entity, times, mark));
    const seen = seenBetween(entity.values);
    if (seen === null) return;
    const data = {
      ...head('observed-data', ourStixId('observed-data', options.caseId, entity.id), times),
      first_observed: seen.first,
      last_observed: seen.last,
      number_observed: 1,
      object_refs: [object.id],
      ...tail(entity.values.filter(({ fromOn }) => isDay(fromOn))),
    };
    yield* once(withExtension(data, { derived: 'dates' }));
  }

  function* domain(shape: Shape & { kind: 'domain' }, entity: LeavingEntity, times: StixTimes): Generator<StixObject> {
    const { type, properties } = shape;
    const object: StixObject = {
      ...head(type, ourStixId(type, entity.id), times),
      ...properties,
      ...(type === 'indicator' ? { valid_from: times.created } : {}),
      ...tail(entity.values),
      ...(type === OWN_TYPE ? { extensions: { [TYPES_EXTENSION]: { extension_type: 'new-sdo' } } } : {}),
    };
    yield* once(withExtension(object, { ftm: ftmOf(entity) }));
    for (const property of ADDRESSES)
      for (const value of valuesOf(entity, property)) yield* named(object, property, value, times);
  }

  function* named(from: StixObject, property: string, value: LeavingValue, times: StixTimes): Generator<StixObject> {
    const address = addressOf(value.value);
    if (address === null) return;
    const { objects, mark } = made(address);
    yield* objects;
    const type = from.type === 'infrastructure' ? 'consists-of' : 'related-to';
    const tie = {
      ...head('relationship', ourStixId('relationship', from.id, type, address.id), times),
      relationship_type: type,
      source_ref: from.id,
      target_ref: address.id,
      ...tail([value]),
    };
    yield* once(withExtension(tie, { derived: property, ...mark }));
  }

  /** A tie whose ends are not both in the bundle is none for STIX; it leaves as an object of ours. */
  function* tie(entity: LeavingEntity, times: StixTimes): Generator<StixObject> {
    const { edge } = schemaOrThing(entity.schema);
    const end = (property: string) => valuesOf(entity, property).flatMap(({ value }) => refs.get(value) ?? []);
    const [source] = edge ? end(edge.source) : [];
    const [target] = edge ? end(edge.target) : [];
    if (source === undefined || target === undefined) {
      const properties = { name: entity.caption || schemaOrThing(entity.schema).label, entity_schema: entity.schema };
      yield* domain({ kind: 'domain', type: OWN_TYPE, properties }, entity, times);
      return;
    }
    const words = valuesOf(entity, 'description')[0]?.value ?? valuesOf(entity, 'role')[0]?.value;
    const object = {
      ...head('relationship', ourStixId('relationship', entity.id), times),
      relationship_type: relationshipType(entity),
      source_ref: source,
      target_ref: target,
      ...(words === undefined ? {} : { description: words }),
      ...spanOf(entity),
      ...tail(entity.values),
    };
    yield* once(withExtension(object, { ftm: ftmOf(entity) }));
  }

  return {
    *objects(entity: LeavingEntity, times: StixTimes): Generator<StixObject> {
      const original = originalOf(entity.id, entity.values);
      if (original) return yield* foreign(original, entity, times);
      if (schemaOrThing(entity.schema).edge) return yield* tie(entity, times);
      const shape = shapeOf(entity);
      if (shape.kind === 'observable') yield* observable(shape.object, entity, times);
      else yield* domain(shape, entity, times);
      yield* participants(entity, times);
    },
  };

  /** Who took part in what happened, for readers that follow relationships alone. */
  function* participants(entity: LeavingEntity, times: StixTimes): Generator<StixObject> {
    const from = refs.get(entity.id);
    if (from === undefined || !isA(entity.schema, 'Event')) return;
    for (const value of valuesOf(entity, 'participant')) {
      const to = refs.get(value.value);
      if (to === undefined) continue;
      const object = {
        ...head('relationship', ourStixId('relationship', from, 'participant', to, value.detail?.role ?? ''), times),
        relationship_type: 'related-to',
        source_ref: from,
        target_ref: to,
        ...(value.detail?.role === undefined ? {} : { description: value.detail.role }),
        ...tail([value]),
      };
      yield* once(withExtension(object, { derived: 'participant' }));
    }
  }
}

function ftmOf(entity: LeavingEntity): Json {
  const values = entity.values.filter(({ property }) => !isOriginalField(property));
  return ftmObject({ ...entity, values }) as Json;
}

/** What is stated here beyond the foreign object; null where that says all of it. */
function beyondOriginal(original: StixObject, entity: LeavingEntity): LeavingEntity | null {
  const { schema, values } = valuesOfObject(original);
  const more = entity.values.filter(
    value =>
      !isOriginalField(value.property) &&
      (!isBare(value) || !values.some(one => one.property === value.property && one.value === value.value)),
  );
  const isSame = more.length === 0 && entity.members.length === 0 && entity.schema === schema;
  return isSame ? null : { ...entity, values: more };
}

function isBare(value: LeavingValue): boolean {
  const { original, language, quality, detail, fromOn, toOn, credibility, note, citations } = value;
  return (
    [original, language, quality, fromOn, toOn, note].every(
      part => part === undefined || part === null || part === '',
    ) &&
    Object.keys(detail ?? {}).length === 0 &&
    (credibility ?? 6) === 6 &&
    citations.length === 0
  );
}

function referencesOf(values: readonly LeavingValue[], caseReference: string): Json[] {
  const found = new Map<string, Json>();
  for (const { citations } of values)
    for (const { exhibit, sha256, page, quote, bearing } of citations) {
      const words = `${page === '' ? '' : `${page}: `}“${quote}” (${bearing})`;
      found.set(`${exhibit}\0${words}`, {
        source_name: caseReference,
        description: words,
        external_id: exhibit,
        hashes: { 'SHA-256': sha256 },
      });
    }
  return [...found.values()];
}

function noteWords(entity: LeavingEntity, caseReference: string): string {
  const exhibits = [...new Set(entity.values.flatMap(({ citations }) => citations.map(one => one.exhibit)))].sort();
  const rests = exhibits.length === 0 ? 'No exhibit is cited for it.' : `It rests on ${exhibits.join(', ')}.`;
  return `What case ${caseReference} states of ${entity.caption || 'this'} stands in the extension of this note. ${rests}`;
}

function relationshipType(entity: LeavingEntity): string {
  const role = (valuesOf(entity, 'role')[0]?.value ?? '').trim().toLowerCase().replace(/\s+/g, '-');
  if (entity.schema === 'UnknownLink' && STIX_RELATIONSHIPS.has(role)) return role;
  return RELATIONSHIP_TYPES[entity.schema] ?? 'related-to';
}

function isDay(date: string | null | undefined): date is string {
  return typeof date === 'string' && /^\d{4}-\d\d-\d\d$/.test(date);
}

/** STIX knows instants alone; a date that is less exact than a day stays in our extension, and is not made more exact. */
function spanOf(entity: LeavingEntity): Record<string, Json> {
  const start = valuesOf(entity, 'startDate')[0]?.value;
  const stop = valuesOf(entity, 'endDate')[0]?.value;
  return {
    ...(isDay(start) ? { start_time: `${start}T00:00:00.000Z` } : {}),
    // It must lie behind the start.
    ...(isDay(stop) && (!isDay(start) || stop > start) ? { stop_time: `${stop}T00:00:00.000Z` } : {}),
  };
}

function seenBetween(values: readonly LeavingValue[]): { first: string; last: string } | null {
  const days = values.flatMap(({ fromOn, toOn }) => (isDay(fromOn) ? [fromOn, isDay(toOn) ? toOn : fromOn] : []));
  const sorted = days.sort();
  const [first] = sorted;
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return null;
  return { first: `${first}T00:00:00.000Z`, last: `${last}T00:00:00.000Z` };
}

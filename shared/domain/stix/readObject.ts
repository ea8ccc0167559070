/** A foreign STIX object as an entity of ours, by the table in `mapping.ts`; its JSON stays beside it. */
import type { InterchangeEntity, InterchangeValue } from '../interchange/interchangeEntity.ts';
import { STIX_TYPE } from './domainObject.ts';
import { COMES_AS, NAMED_TYPES, REQUIRED } from './mapping.ts';
import { originalValues } from './original.ts';
import type { StixObject } from './stixObject.ts';

/** What of it says something in our words, without the object itself. */
export function valuesOfObject(object: StixObject): { schema: string; values: InterchangeValue[] } {
  const values: InterchangeValue[] = [];
  const add = (property: string, ...found: unknown[]) => {
    for (const one of found.flat()) {
      const value = typeof one === 'string' ? one.trim() : typeof one === 'number' ? String(one) : '';
      if (value !== '' && !values.some(known => known.property === property && known.value === value))
        values.push({ property, value });
    }
  };
  const schema = schemaOf(object);
  const { type } = object;
  if (schema === 'UnknownLink') {
    add('subject', object['source_ref']);
    add('object', object['target_ref']);
    add('role', object['relationship_type']);
    add('description', object['description']);
    add('startDate', object['start_time']);
    add('endDate', object['stop_time']);
    return { schema, values };
  }
  if (type !== 'identity' && (type in NAMED_TYPES || !(type in COMES_AS))) add(STIX_TYPE, type);
  if (schema === 'LegalEntity' && type === 'threat-actor') add('topics', 'crime.cyber');
  addNames(object, schema, add);
  if (schema === 'Event') addHappening(object, add);
  if (schema === 'Document') addDocument(object, add);
  if (schema === 'Address') addPlace(object, add);
  if (schema === 'Note') {
    add('description', object['content'], object['explanation']);
    add('summary', object['abstract'], object['opinion']);
    add('entity', object['object_refs']);
  } else add('description', object['description']);
  if (schema === 'UserAccount') {
    add('service', object['account_type']);
    add('username', object['account_login'], object['user_id']);
  }
  if (schema === 'CryptoWallet') add('publicKey', object['value']);
  add('keywords', object['labels']);
  if (object['revoked'] === true) add('keywords', 'revoked');
  for (const reference of listOf(object['external_references'])) add('sourceUrl', fieldOf(reference, 'url'));
  return { schema, values };
}

export function readObject(
  object: StixObject,
  companions: readonly StixObject[],
): { entity: InterchangeEntity; problems: string[] } {
  const { schema, values } = valuesOfObject(object);
  const missing = (REQUIRED[object.type] ?? []).filter(name => object[name] === undefined);
  return {
    entity: { id: object.id, schema, values: [...values, ...originalValues(object, companions)] },
    problems: [
      ...(missing.length === 0
        ? []
        : [`“${object.id}” lacks ${missing.join(', ')}, which STIX requires of it; it was taken in as it is.`]),
      ...(object['revoked'] === true
        ? [`“${object.id}” was revoked by its maker; it was taken in with the keyword “revoked”.`]
        : []),
    ],
  };
}

function schemaOf(object: StixObject): string {
  const { type } = object;
  if (type === 'identity') {
    const identityClass = object['identity_class'];
    if (identityClass === 'individual') return 'Person';
    if (identityClass === 'organization' || identityClass === 'group') return 'Organization';
  }
  return COMES_AS[type]?.schema ?? 'Thing';
}

type Add = (property: string, ...found: unknown[]) => void;

function addNames(object: StixObject, schema: string, add: Add): void {
  const named = object['name'] ?? object['display_name'] ?? object['subject'];
  // An indicator is its pattern: the name that somebody gave it is a title.
  if (object.type === 'indicator') {
    add('name', object['pattern']);
    add('alias', object['name']);
    return;
  }
  const isValue = schema === 'Thing' || schema === 'CryptoWallet';
  const name =
    named ?? (isValue ? (object['value'] ?? object['number'] ?? object['key'] ?? object['path']) : undefined);
  if (schema === 'Document') add('title', name);
  add(schema === 'Address' ? 'full' : 'name', name);
  if (schema !== 'Document' && schema !== 'Note') add('alias', object['aliases'], object['x_opencti_aliases']);
  const isNamed = typeof name === 'string' ? name.trim() !== '' : typeof name === 'number';
  // So that a list shows something that can be told apart.
  if (!isNamed && schema === 'Thing') add('name', `${object.type} ${object.id.slice(-12)}`);
}

function addHappening(object: StixObject, add: Add): void {
  const kinds: Record<string, string> = { sighting: 'sighting', 'observed-data': 'observation' };
  add('eventKind', kinds[object.type]);
  add('startDate', object['first_seen'], object['first_observed']);
  add('endDate', object['last_seen'], object['last_observed']);
  add('summary', object['objective']);
  add('participant', object['sighting_of_ref'], object['object_refs'], object['where_sighted_refs']);
}

function addDocument(object: StixObject, add: Add): void {
  add('publishedAt', object['published']);
  add('mimeType', object['mime_type']);
  if (object.type !== 'file' && object.type !== 'artifact') return;
  add('fileName', object['name']);
  add('fileSize', object['size']);
  const hashes = object['hashes'];
  if (hashes !== null && typeof hashes === 'object' && !Array.isArray(hashes))
    add('contentHash', Object.values(hashes));
}

function addPlace(object: StixObject, add: Add): void {
  const country = object['country'];
  add('country', typeof country === 'string' ? country.toLowerCase() : undefined);
  add('latitude', object['latitude']);
  add('longitude', object['longitude']);
  add('state', object['administrative_area']);
  add('region', object['region']);
  add('city', object['city']);
  add('street', object['street_address']);
  add('postalCode', object['postal_code']);
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[field] : undefined;
}

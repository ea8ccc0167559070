/**
 * STIX 2.1 as JSON Schema, written by us from the required and typed properties of the specification (OASIS Standard, 10 June 2021,
 * sections 2–9). The official schemas (oasis-open/cti-stix2-json-schemas, BSD-3) are in no package of the registry that this project
 * installs from; their rules on names of properties, ids and times were compared with these. Where they can be had, hand them to
 * `stixValidator`, by type, in place of these.
 */
import Ajv, { type ValidateFunction } from 'ajv';

const id = (type = '[a-z0-9][a-z0-9-]*') => ({
  type: 'string',
  // Versions 1 to 5 of UUID: what the official schemas let pass.
  pattern: `^${type}--[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`,
});
const TO_THE_SECOND = '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)';
const time = { type: 'string', pattern: `${TO_THE_SECOND}(\\.\\d+)?Z$` };
/** Versions are told apart by it: precise to the millisecond. */
const versionTime = { type: 'string', pattern: `${TO_THE_SECOND}\\.\\d{3}Z$` };
const text = { type: 'string' };
const filled = { type: 'string', minLength: 1 };
const listOf = (items: object) => ({ type: 'array', minItems: 1, uniqueItems: true, items });
const hashes = {
  type: 'object',
  minProperties: 1,
  properties: {
    MD5: { type: 'string', pattern: '^[0-9a-fA-F]{32}$' },
    'SHA-1': { type: 'string', pattern: '^[0-9a-fA-F]{40}$' },
    'SHA-256': { type: 'string', pattern: '^[0-9a-fA-F]{64}$' },
    'SHA-512': { type: 'string', pattern: '^[0-9a-fA-F]{128}$' },
  },
};
const reference = {
  type: 'object',
  required: ['source_name'],
  properties: { source_name: filled, description: text, url: text, hashes, external_id: text },
  anyOf: [{ required: ['description'] }, { required: ['url'] }, { required: ['external_id'] }],
  additionalProperties: false,
};
const extensions = {
  type: 'object',
  minProperties: 1,
  propertyNames: id('extension-definition'),
  additionalProperties: {
    type: 'object',
    required: ['extension_type'],
    properties: {
      extension_type: { enum: ['new-sdo', 'new-sco', 'new-sro', 'property-extension', 'toplevel-property-extension'] },
    },
  },
};
/** Names of properties: small letters, digits, low lines, three of them at least. Nothing is null or an empty list. */
const shape = {
  propertyNames: { pattern: '^([a-z][a-z0-9_]{2,249}|id)$' },
  additionalProperties: { not: { anyOf: [{ type: 'null' }, { type: 'array', maxItems: 0 }] } },
};
const common = {
  spec_version: { const: '2.1' },
  created_by_ref: id('identity'),
  created: versionTime,
  modified: versionTime,
  revoked: { type: 'boolean' },
  labels: listOf(text),
  confidence: { type: 'integer', minimum: 0, maximum: 100 },
  lang: text,
  external_references: listOf(reference),
  object_marking_refs: listOf(id('marking-definition')),
  extensions,
};
const strings = (...names: string[]) => Object.fromEntries(names.map(name => [name, text]));

function domain(type: string, required: string[], properties: object = {}, more: object = {}) {
  return {
    type: 'object',
    ...shape,
    required: ['type', 'spec_version', 'id', 'created', 'modified', ...required],
    properties: { ...common, type: { const: type }, id: id(type), ...strings('name', 'description'), ...properties },
    ...more,
  };
}

function observable(type: string, required: string[], properties: object = {}, more: object = {}) {
  const { spec_version, object_marking_refs } = common;
  return {
    type: 'object',
    required: ['type', 'id', ...required],
    properties: {
      type: { const: type },
      id: id(type),
      spec_version,
      object_marking_refs,
      extensions,
      defanged: { type: 'boolean' },
      ...strings('value', 'name'),
      ...properties,
    },
    // An observable has nothing but what the specification gives it.
    additionalProperties: false,
    ...more,
  };
}

const aliases = { aliases: listOf(text) };
const OBJECTS: Record<string, object> = {
  'attack-pattern': domain('attack-pattern', ['name'], aliases),
  campaign: domain('campaign', ['name'], aliases),
  'course-of-action': domain('course-of-action', ['name']),
  identity: domain('identity', ['name'], {
    ...strings('contact_information'),
    identity_class: { enum: ['individual', 'group', 'system', 'organization', 'class', 'unknown'] },
  }),
  incident: domain('incident', ['name']),
  indicator: domain('indicator', ['pattern', 'pattern_type', 'valid_from'], {
    pattern: filled,
    pattern_type: { enum: ['stix', 'pcre', 'sigma', 'snort', 'suricata', 'yara'] },
    valid_from: time,
  }),
  infrastructure: domain('infrastructure', ['name'], aliases),
  'intrusion-set': domain('intrusion-set', ['name'], aliases),
  location: domain(
    'location',
    [],
    {
      ...strings('region', 'country', 'administrative_area', 'city', 'street_address', 'postal_code'),
      latitude: { type: 'number', minimum: -90, maximum: 90 },
      longitude: { type: 'number', minimum: -180, maximum: 180 },
    },
    {
      anyOf: [{ required: ['region'] }, { required: ['country'] }, { required: ['latitude', 'longitude'] }],
      dependentRequired: { latitude: ['longitude'], longitude: ['latitude'] },
    },
  ),
  malware: domain(
    'malware',
    ['is_family'],
    { ...aliases, is_family: { type: 'boolean' } },
    { anyOf: [{ required: ['name'] }, { properties: { is_family: { const: false } } }] },
  ),
  note: domain('note', ['content', 'object_refs'], { content: filled, object_refs: listOf(id()) }),
  'observed-data': domain('observed-data', ['first_observed', 'last_observed', 'number_observed', 'object_refs'], {
    first_observed: time,
    last_observed: time,
    number_observed: { type: 'integer', minimum: 1, maximum: 999_999_999 },
    object_refs: listOf(id()),
  }),
  report: domain('report', ['name', 'published', 'object_refs'], { published: time, object_refs: listOf(id()) }),
  'threat-actor': domain('threat-actor', ['name'], aliases),
  tool: domain('tool', ['name'], aliases),
  vulnerability: domain('vulnerability', ['name']),
  relationship: domain('relationship', ['relationship_type', 'source_ref', 'target_ref'], {
    relationship_type: { type: 'string', pattern: '^[a-z0-9-]+$' },
    source_ref: id(),
    target_ref: id(),
    start_time: time,
    stop_time: time,
  }),
  'x-probatum-entity': domain('x-probatum-entity', ['name', 'entity_schema', 'extensions'], strings('entity_schema')),
  'extension-definition': domain(
    'extension-definition',
    ['created_by_ref', 'name', 'schema', 'version', 'extension_types'],
    {
      ...strings('schema'),
      version: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+$' },
      extension_types: listOf({
        enum: ['new-sdo', 'new-sco', 'new-sro', 'property-extension', 'toplevel-property-extension'],
      }),
    },
  ),
  'marking-definition': {
    type: 'object',
    ...shape,
    required: ['type', 'spec_version', 'id', 'created'],
    properties: { ...common, type: { const: 'marking-definition' }, id: id('marking-definition') },
    // The version of a marking never changes.
    not: { required: ['modified'] },
    anyOf: [{ required: ['extensions'] }, { required: ['definition_type', 'definition'] }],
  },
  'autonomous-system': observable('autonomous-system', ['number'], { number: { type: 'integer' } }),
  'domain-name': observable('domain-name', ['value']),
  'email-addr': observable('email-addr', ['value'], { value: { type: 'string', pattern: '^[^@\\s]+@[^@\\s]+$' } }),
  file: observable(
    'file',
    [],
    { hashes, size: { type: 'integer', minimum: 0 }, mime_type: text },
    { anyOf: [{ required: ['hashes'] }, { required: ['name'] }] },
  ),
  'ipv4-addr': observable('ipv4-addr', ['value'], {
    value: { type: 'string', pattern: '^(\\d{1,3}\\.){3}\\d{1,3}(/\\d{1,2})?$' },
  }),
  'ipv6-addr': observable('ipv6-addr', ['value'], { value: { type: 'string', pattern: '^[0-9a-f:]+(/\\d{1,3})?$' } }),
  'mac-addr': observable('mac-addr', ['value'], {
    value: { type: 'string', pattern: '^([0-9a-f]{2}:){5}[0-9a-f]{2}$' },
  }),
  mutex: observable('mutex', ['name']),
  software: observable('software', ['name']),
  url: observable('url', ['value']),
  'user-account': observable('user-account', [], strings('account_type', 'account_login', 'display_name', 'user_id'), {
    anyOf: [{ required: ['account_login'] }, { required: ['user_id'] }],
  }),
  'cryptocurrency-wallet': observable('cryptocurrency-wallet', ['value', 'extensions']),
};

export interface AnyObject {
  type: string;
  id: string;
  [property: string]: unknown;
}

export interface StixSchemas {
  ajv: Ajv;
  envelope: ValidateFunction;
  compiled: Map<string, ValidateFunction>;
}

export function stixValidator(objects: Record<string, object>): StixSchemas {
  const ajv = new Ajv({ allErrors: true, strict: false });
  const compiled = new Map(Object.entries(objects).map(([type, schema]) => [type, ajv.compile(schema)]));
  return { ajv, envelope: ajv.compile(ENVELOPE), compiled };
}

const ENVELOPE = {
  type: 'object',
  required: ['type', 'id'],
  properties: {
    type: { const: 'bundle' },
    id: id('bundle'),
    objects: { type: 'array', minItems: 1, items: { type: 'object', required: ['type', 'id'] } },
  },
  additionalProperties: false,
};
const OURS = stixValidator(OBJECTS);

/** Sentences on what is wrong; none where the bundle is sound: by schema, and by the rules between objects that no schema can say. */
export function problemsOfBundle(untrusted: unknown, schemas: StixSchemas = OURS): string[] {
  const { ajv, envelope, compiled } = schemas;
  if (!envelope(untrusted)) return ajv.errorsText(envelope.errors).split(', ');
  const { objects } = untrusted as unknown as { objects: AnyObject[] };
  const problems: string[] = [];
  const ids = new Set<string>();
  for (const object of objects) {
    const validate = compiled.get(object.type);
    if (!validate) problems.push(`${object.id}: no schema for its type`);
    else if (!(validate(object) as boolean))
      problems.push(`${object.id}: ${ajv.errorsText(validate.errors)} ${JSON.stringify(object)}`);
    if (ids.has(object.id)) problems.push(`${object.id} stands twice`);
    ids.add(object.id);
    if (object['modified'] !== undefined && String(object['modified']) < String(object['created']))
      problems.push(`${object.id} was modified before it was made`);
    if (object['stop_time'] !== undefined && String(object['stop_time']) <= String(object['start_time'] ?? ''))
      problems.push(`${object.id} stops before it starts`);
  }
  for (const object of objects)
    for (const ref of refsIn(object))
      if (!ids.has(ref) && !ref.startsWith('extension-definition--60a3c5c5'))
        problems.push(`${object.id} refers to ${ref}, which is not there`);
  return problems;
}

function refsIn(object: AnyObject): string[] {
  const refs = Object.entries(object).flatMap(([name, value]) => {
    if (name.endsWith('_refs') && Array.isArray(value)) return value as string[];
    return name.endsWith('_ref') ? [String(value)] : [];
  });
  return [...refs, ...Object.keys((object['extensions'] as object | undefined) ?? {})];
}

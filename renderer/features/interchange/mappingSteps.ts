/** Changes of a mapping, as a person makes them. Pure. */
import type { TableMapping } from '../../../shared/contract/interchange.ts';
import { isA, schemaNamed, schemaNames, schemaOrThing } from '../../../shared/domain/ftm/index.ts';

export type MappedEntity = TableMapping['entities'][number];
export type MappedValue = MappedEntity['properties'][number];

/** Where a value is from: a column, the same words for each row, or another entity of the row. */
export type Origin = `column:${string}` | 'literal' | `entity:${string}`;

export function originOf({ column, entity }: MappedValue): Origin {
  if (entity !== '') return `entity:${entity}`;
  return column === null ? 'literal' : `column:${column}`;
}

export function withOrigin(value: MappedValue, origin: Origin): MappedValue {
  const [kind, ...rest] = origin.split(':');
  const name = rest.join(':');
  if (kind === 'entity') return { ...value, entity: name, column: null, literal: '', split: '' };
  if (kind === 'column') return { ...value, entity: '', column: name, literal: '' };
  return { ...value, entity: '', column: null, split: '' };
}

export function withEntity(mapping: TableMapping, at: number, entity: MappedEntity): TableMapping {
  const before = mapping.entities[at];
  const entities = mapping.entities.map((one, index) => (index === at ? entity : one));
  if (!before || before.key === entity.key) return { entities };
  // What names it follows its new name.
  return { entities: entities.map(one => ({ ...one, properties: renamed(one.properties, before.key, entity.key) })) };
}

function renamed(properties: readonly MappedValue[], from: string, to: string): MappedValue[] {
  return properties.map(value => (value.entity === from ? { ...value, entity: to } : value));
}

export function withoutEntity(mapping: TableMapping, at: number): TableMapping {
  const key = mapping.entities[at]?.key;
  return {
    entities: mapping.entities
      .filter((_, index) => index !== at)
      .map(one => ({ ...one, properties: one.properties.filter(value => value.entity !== key) })),
  };
}

/** A tie begins with both of its sides, by the first entities that fit them. */
export function addEntity(mapping: TableMapping, schema: string): TableMapping {
  const { label, edge, properties } = schemaOrThing(schema);
  const key = freeKey(mapping, label.toLowerCase());
  const value = (property: string, entity: string): MappedValue => ({
    property,
    column: null,
    literal: '',
    split: '',
    entity,
  });
  const taken = new Set<string>();
  const sides = edge ? [edge.source, edge.target] : [];
  const said = sides.map(side => {
    const range = properties.get(side)?.range ?? null;
    const fits = mapping.entities.find(
      one => !taken.has(one.key) && (range === null || schemaOrThing(one.schema).lineage.has(range)),
    );
    if (fits) taken.add(fits.key);
    return value(side, fits?.key ?? '');
  });
  return { entities: [...mapping.entities, { key, schema, keyColumns: [], properties: said }] };
}

function freeKey(mapping: TableMapping, wanted: string): string {
  const taken = new Set(mapping.entities.map(({ key }) => key));
  let key = wanted.slice(0, 50);
  for (let count = 2; taken.has(key); count += 1) key = `${wanted.slice(0, 50)} ${count}`;
  return key;
}

export interface PropertyOption {
  value: string;
  label: string;
}

/** Properties of a schema to choose from, the featured first. */
export function propertyOptions(schema: string, present: string): PropertyOption[] {
  const { properties, featured } = schemaOrThing(schema);
  const offered = [...properties.values()].filter(one => !one.isStub && !one.isHidden);
  const rank = (name: string) => (featured.includes(name) ? featured.indexOf(name) : featured.length);
  const options = offered
    .sort((left, right) => rank(left.name) - rank(right.name) || left.label.localeCompare(right.label))
    .map(({ name, label }) => ({ value: name, label }));
  if (isA(schema, 'Event'))
    options.push({ value: 'latitude', label: 'Latitude' }, { value: 'longitude', label: 'Longitude' });
  if (present !== '' && !options.some(({ value }) => value === present))
    options.push({ value: present, label: present });
  return options;
}

export function schemaOptions(): PropertyOption[] {
  return schemaNames()
    .filter(name => schemaNamed(name)?.isAbstract === false)
    .map(name => ({ value: name, label: schemaOrThing(name).label }))
    .sort((left, right) => left.label.localeCompare(right.label));
}

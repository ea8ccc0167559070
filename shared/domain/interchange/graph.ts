/**
 * Entities as nodes and edges, for programs that draw networks: ties are edges; things, events and records are nodes; what they
 * name by a property (a participant, a holder, an address) is an edge with that property for a label.
 */
import { dateSpan } from '../../kernel/dateSpan.ts';
import { edgeWords, kindOfSchema, schemaOrThing } from '../ftm/index.ts';
import { joinValues } from './cells.ts';
import { FIELD_MARK, type LeavingEntities, type LeavingEntity, type LeavingValue } from './interchangeEntity.ts';

export interface GraphNode {
  id: string;
  label: string;
  attributes: ReadonlyMap<string, string>;
  /** Whole days, where they are known exactly. */
  from: string | null;
  to: string | null;
}

export interface GraphEdge extends GraphNode {
  source: string;
  target: string;
  isDirected: boolean;
}

/** A node for each entity that is no tie, and for each that others name and that does not leave itself. */
export function* graphNodes(source: LeavingEntities): Generator<GraphNode> {
  const named = new Map<string, NonNullable<LeavingValue['target']>>();
  const own = new Set<string>();
  for (const entity of source.entities()) {
    for (const { target } of entity.values) if (target) named.set(target.id, target);
    if (kindOfSchema(entity.schema) === 'relationship') continue;
    own.add(entity.id);
    yield nodeOf(entity);
  }
  for (const { id, schema, caption } of named.values()) {
    if (own.has(id) || kindOfSchema(schema) === 'relationship') continue;
    const attributes = new Map([
      ['schema', schema],
      ['caption', caption],
    ]);
    yield { id, label: caption, attributes, from: null, to: null };
  }
}

function nodeOf(entity: LeavingEntity): GraphNode {
  const values = entity.values.filter(({ target }) => target === null);
  return { id: entity.id, label: entity.caption, attributes: attributesOf(entity, values), ...exactSpan(values) };
}

/** A tie with several sides (two payers) is an edge for each pair; one without a side is none, and stays out. */
export function* graphEdges(source: LeavingEntities): Generator<GraphEdge> {
  for (const entity of source.entities()) {
    if (kindOfSchema(entity.schema) === 'relationship') yield* tieEdges(entity);
    else yield* propertyEdges(entity);
  }
}

function* tieEdges(entity: LeavingEntity): Generator<GraphEdge> {
  const { edge } = schemaOrThing(entity.schema);
  if (!edge) return;
  const sideOf = (property: string) =>
    entity.values.flatMap(value => (value.property === property && value.target ? [value.target] : []));
  const values = entity.values.filter(({ property }) => property !== edge.source && property !== edge.target);
  const attributes = attributesOf(entity, values);
  const span = exactSpan(values);
  const { forward } = edgeWords(entity.schema);
  let count = 0;
  for (const from of sideOf(edge.source))
    for (const to of sideOf(edge.target)) {
      count += 1;
      yield {
        id: count === 1 ? entity.id : `${entity.id}#${count}`,
        label: forward,
        attributes,
        source: from.id,
        target: to.id,
        isDirected: edge.directed,
        ...span,
      };
    }
}

function* propertyEdges(entity: LeavingEntity): Generator<GraphEdge> {
  const properties = schemaOrThing(entity.schema).properties;
  for (const value of entity.values) {
    const { property, target, detail, fromOn, toOn } = value;
    // An edge has nodes for its ends: what names a tie stays a value.
    if (!target || kindOfSchema(target.schema) === 'relationship') continue;
    const attributes = new Map([['property', property]]);
    if (detail?.role) attributes.set('role', detail.role);
    yield {
      id: `${entity.id}#${property}#${target.id}`,
      label: detail?.role ?? properties.get(property)?.label.toLowerCase() ?? property,
      attributes,
      source: entity.id,
      target: target.id,
      isDirected: true,
      from: exactDay(fromOn ?? null),
      to: exactDay(toOn ?? null),
    };
  }
}

function attributesOf({ schema, caption }: LeavingEntity, values: readonly LeavingValue[]): Map<string, string> {
  const byProperty = new Map<string, string[]>();
  for (const { property, value } of values) {
    const list = byProperty.get(property);
    if (list) list.push(value);
    else byProperty.set(property, [value]);
  }
  const attributes = [...byProperty].sort(([left], [right]) => (left < right ? -1 : 1));
  return new Map([
    ['schema', schema],
    ['caption', caption],
    ...attributes
      .filter(([property]) => property !== 'schema' && property !== 'caption')
      .map(([property, list]): [string, string] => [
        property,
        property.startsWith(FIELD_MARK) ? list.join('; ') : joinValues(list),
      ]),
  ]);
}

function exactSpan(values: readonly LeavingValue[]): { from: string | null; to: string | null } {
  const first = (property: string) => exactDay(values.find(value => value.property === property)?.value ?? null);
  const on = first('date');
  return { from: first('startDate') ?? on, to: first('endDate') ?? on };
}

/** The day of a date that says one; null for a month, a year, or about. */
function exactDay(date: string | null): string | null {
  const span = date === null ? null : dateSpan(date);
  if (!span || span.from === null || span.approximate || span.uncertain) return null;
  return span.precision === 'day' || span.precision === 'time' ? new Date(span.from).toISOString().slice(0, 10) : null;
}

/** Names of attributes, each with whether all its values are plain numbers: asked before the first node is written. */
export function attributeTypes(items: Iterable<GraphNode>): Map<string, 'string' | 'double'> {
  const types = new Map<string, 'string' | 'double'>();
  for (const { attributes } of items)
    for (const [name, value] of attributes) {
      const isNumber = /^-?\d{1,15}(?:\.\d{1,15})?$/.test(value) && !/^-?0\d/.test(value);
      if (!isNumber || !NUMERIC.has(name)) types.set(name, 'string');
      else if (!types.has(name)) types.set(name, 'double');
    }
  return new Map([...types].sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** Amounts are numbers; identifiers are not, whatever their digits. */
const NUMERIC: ReadonlySet<string> = new Set([
  'amount',
  'amountEur',
  'amountUsd',
  'percentage',
  'sharesCount',
  'tonnage',
  'grossRegisteredTonnage',
  'deadweightTonnage',
  'latitude',
  'longitude',
]);

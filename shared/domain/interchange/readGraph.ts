/**
 * Nodes and edges of a foreign drawing as entities. What they are is told by their own attributes, never by their looks: a node
 * that names no schema is a thing, an edge that names none is a link of unknown kind with its label for a role.
 */
import { isWorldDate } from '../../kernel/dateSpan.ts';
import { kindOfSchema, schemaNamed, schemaNames } from '../ftm/index.ts';
import { splitValues } from './cells.ts';
import type { InterchangeEntity, InterchangeValue, ReadItem } from './interchangeEntity.ts';
import { readWords } from './readWords.ts';

export interface GraphRecord {
  kind: 'node' | 'edge';
  id: string;
  source: string;
  target: string;
  label: string;
  start: string;
  end: string;
  /** Names as declared, in the order of the file. */
  data: [string, string][];
}

export interface GraphScope {
  /** Before ids that are only unique in their file; '' for files of ours, whose ids are unique everywhere. */
  scope: string;
  isOurs: boolean;
}

const SCHEMA_NAMES = ['schema', 'type', 'category', 'kind', 'entitytype', 'entity_type', 'class'];
const NAME_NAMES = ['name', 'label', 'title', 'caption'];
const known = new Map(schemaNames().map(name => [name.toLowerCase(), name]));

export function newRecord(kind: GraphRecord['kind']): GraphRecord {
  return { kind, id: '', source: '', target: '', label: '', start: '', end: '', data: [] };
}

export function readGraphRecord(row: number, record: GraphRecord, scope: GraphScope): ReadItem[] {
  if (record.kind === 'node' && record.id === '') return [{ row, problem: 'This node has no id.' }];
  if (record.kind === 'edge' && (record.source === '' || record.target === ''))
    return [{ row, problem: 'This edge does not say what it joins.' }];
  return record.kind === 'node' ? readNode(row, record, scope) : readEdge(row, record, scope);
}

const scoped = (id: string, { scope, isOurs }: GraphScope) => (isOurs ? id : `${scope}#${id}`);

function readNode(row: number, record: GraphRecord, scope: GraphScope): ReadItem[] {
  const data = new Map(record.data);
  const schema = schemaIn(data, false) ?? 'Thing';
  const named = NAME_NAMES.map(name => [name, findName(data, name)] as const).find(([, value]) => value !== undefined);
  const values: InterchangeValue[] = [];
  const problems: string[] = [];
  const isNamed = data.has('name') || data.has('full');
  if (!scope.isOurs && !isNamed) values.push({ property: 'name', value: named?.[1] ?? (record.label || record.id) });
  for (const [name, value] of record.data) {
    if (name === 'schema' || (scope.isOurs && name === 'caption')) continue;
    if (!scope.isOurs && !isNamed && name === named?.[0]) continue;
    take({ schema, name, value, scope }, values, problems);
  }
  // One that others name and that did not leave itself has nothing but its caption.
  const caption = data.get('caption');
  if (scope.isOurs && values.length === 0 && caption !== undefined && kindOfSchema(schema) === 'thing')
    values.push({ property: schema === 'Address' ? 'full' : 'name', value: caption });
  const spans = scope.isOurs ? [] : spanValues(schema, record, values);
  const entity = { id: scoped(record.id, scope), schema, values: [...values, ...spans] };
  return [{ row, entity }, ...problems.map(problem => ({ row, problem }))];
}

function readEdge(row: number, record: GraphRecord, scope: GraphScope): ReadItem[] {
  const data = new Map(record.data);
  const [source, target] = [scoped(record.source, scope), scoped(record.target, scope)];
  const property = data.get('property');
  // A property of ours that names another entity: a statement of the one that has it, added to what its node said.
  if (scope.isOurs && property !== undefined) {
    const role = data.get('role');
    const detail = role ? { role } : {};
    const from = { fromOn: dayOrNull(record.start), toOn: dayOrNull(record.end) };
    const schema = 'Thing';
    return [{ row, entity: { id: source, schema, values: [{ property, value: target, detail, ...from }] } }];
  }
  const schema = schemaIn(data, true) ?? 'UnknownLink';
  const edge = schemaNamed(schema)?.edge;
  if (!edge) return [{ row, problem: `“${schema}” is no tie of the model.` }];
  const values: InterchangeValue[] = [
    { property: edge.source, value: source },
    { property: edge.target, value: target },
  ];
  const problems: string[] = [];
  const label = record.label || findName(data, 'label') || '';
  if (!scope.isOurs && label !== '' && !data.has('role')) values.push({ property: 'role', value: label });
  for (const [name, value] of record.data) {
    if (name === 'schema' || name.toLowerCase() === 'label' || (scope.isOurs && name === 'caption')) continue;
    take({ schema, name, value, scope }, values, problems);
  }
  const spans = scope.isOurs ? [] : spanValues(schema, record, values);
  // Ours write a tie of several sides as several edges: `id`, `id#2`.
  const given = scope.isOurs ? record.id.replace(/#\d+$/, '') : record.id;
  const id = scoped(given || `${record.source}→${record.target}:${label || schema}`, scope);
  const entity: InterchangeEntity = { id, schema, values: [...values, ...spans] };
  return [{ row, entity }, ...problems.map(problem => ({ row, problem }))];
}

function take(
  { schema, name, value, scope }: { schema: string; name: string; value: string; scope: GraphScope },
  values: InterchangeValue[],
  problems: string[],
): void {
  const parts = scope.isOurs && !name.startsWith('@') ? splitValues(value) : [value];
  for (const part of parts) {
    if (part.trim() === '') continue;
    const read = readWords(schema, name, part);
    values.push(read.value);
    if (read.problem !== null && !scope.isOurs) problems.push(read.problem);
  }
}

function spanValues(
  schema: string,
  { start, end }: GraphRecord,
  values: readonly InterchangeValue[],
): InterchangeValue[] {
  const properties = schemaNamed(schema)?.properties;
  if (!properties?.has('startDate') || values.some(({ property }) => property === 'startDate' || property === 'date'))
    return [];
  return [
    ...(start === '' ? [] : [{ property: 'startDate', value: start }]),
    ...(end === '' ? [] : [{ property: 'endDate', value: end }]),
  ];
}

function dayOrNull(text: string): string | null {
  return isWorldDate(text) ? text : null;
}

function findName(data: ReadonlyMap<string, string>, wanted: string): string | undefined {
  for (const [name, value] of data) if (name.toLowerCase() === wanted && value.trim() !== '') return value.trim();
  return undefined;
}

function schemaIn(data: ReadonlyMap<string, string>, isEdge: boolean): string | null {
  for (const name of SCHEMA_NAMES) {
    const schema = known.get((findName(data, name) ?? '').toLowerCase().replaceAll(' ', ''));
    if (schema !== undefined && (schemaNamed(schema)?.edge !== null) === isEdge) return schema;
  }
  return null;
}

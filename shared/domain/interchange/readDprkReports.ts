/**
 * The shape of the DPRK Reports database: entities and edges in two lists, edges with a role and a relationship. Tolerant of
 * what it may add: fields that are no property of the model are kept under their name.
 */
import { schemaNamed } from '../ftm/index.ts';
import type { InterchangeEntity, InterchangeValue, ReadItem } from './interchangeEntity.ts';
import { openJsonCutter } from './jsonPieces.ts';
import { propertyMeant } from './entityRows.ts';

type Json = Record<string, unknown>;

/** Its ids are its own; they must not meet those of another database. */
const PREFIX = 'dprk-reports:';
const SKIPPED = new Set(['id', 'schema', 'properties', 'source', 'target', 'role', 'relationship']);

export async function* readDprkReports(pieces: AsyncIterable<string>): AsyncGenerator<ReadItem> {
  const cutter = openJsonCutter(['entities', 'edges']);
  const rows = { entities: 0, edges: 0 };
  for await (const piece of pieces)
    for (const { key, json } of cutter.add(piece)) {
      const list = key === 'edges' ? 'edges' : 'entities';
      rows[list] += 1;
      yield readPiece(list, rows[list], json);
    }
  if (!cutter.end()) yield { row: rows.edges + 1, problem: 'The file breaks off: its last entry is not complete.' };
}

function readPiece(list: 'entities' | 'edges', row: number, json: string): ReadItem {
  const told = list === 'edges' ? 'This edge' : 'This entity';
  let untrusted: unknown;
  try {
    untrusted = JSON.parse(json);
  } catch {
    return { row, problem: `${told} is no valid JSON.` };
  }
  if (!isObject(untrusted)) return { row, problem: `${told} is no JSON object.` };
  return list === 'edges' ? readEdge(row, untrusted) : readEntity(row, untrusted);
}

function readEntity(row: number, given: Json): ReadItem {
  const id = wordOf(given['id']);
  if (id === '') return { row, problem: 'This entity has no id, so it could not be found again.' };
  const schema = wordOf(given['schema']) || 'Thing';
  return { row, entity: { id: PREFIX + id, schema, values: valuesIn(schema, given) } };
}

function readEdge(row: number, given: Json): ReadItem {
  const [source, target] = [idIn(given['source']), idIn(given['target'])];
  if (source === '' || target === '') return { row, problem: 'This edge does not say what it joins.' };
  const named = wordOf(given['schema']);
  const schema = schemaNamed(named)?.edge ? named : 'UnknownLink';
  const edge = schemaNamed(schema)?.edge;
  if (!edge) return { row, problem: `“${schema}” is no tie of the model.` };
  const [role, relationship] = [wordOf(given['role']), wordOf(given['relationship'])];
  const values: InterchangeValue[] = [
    { property: edge.source, value: PREFIX + source },
    { property: edge.target, value: PREFIX + target },
    ...[...new Set([role, relationship, named === schema ? '' : named])]
      .filter(word => word !== '')
      .map(value => ({ property: 'role', value })),
    ...valuesIn(schema, given),
  ];
  const id = wordOf(given['id']) || [source, named || schema, target, role, relationship].join('|');
  const entity: InterchangeEntity = { id: `${PREFIX}${id}`.slice(0, 200), schema, values };
  return { row, entity };
}

function valuesIn(schema: string, given: Json): InterchangeValue[] {
  const properties = isObject(given['properties']) ? given['properties'] : {};
  const besides = Object.entries(given).filter(([name]) => !SKIPPED.has(name));
  return [...Object.entries(properties), ...besides].flatMap(([name, untrusted]) => {
    const property = propertyMeant(schema, name);
    const isEntity = schemaNamed(schema)?.properties.get(property)?.type === 'entity';
    return (Array.isArray(untrusted) ? untrusted : [untrusted]).flatMap(item => {
      const word = isObject(item) || Array.isArray(item) ? JSON.stringify(item) : wordOf(item);
      return word === '' ? [] : [{ property, value: isEntity ? PREFIX + word : word }];
    });
  });
}

/** An id, or an entity in its place. */
function idIn(untrusted: unknown): string {
  return isObject(untrusted) ? wordOf(untrusted['id']) : wordOf(untrusted);
}

function wordOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

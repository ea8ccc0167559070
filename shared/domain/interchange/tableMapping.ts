/** Rows of a table as entities, by a mapping: what each column becomes, and how the entities of a row are tied to each other. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { schemaNamed, schemaOrThing } from '../ftm/index.ts';
import { unguardCell } from './cells.ts';
import { joinHalves } from './halfPositions.ts';
import type { InterchangeValue, ReadItem } from './interchangeEntity.ts';
import { readWords } from './readWords.ts';

/** As the contract has it (`TableMapping`); a type of its own, for the rules know no contract. */
export interface RowMapping {
  entities: readonly MappedEntity[];
}
export interface MappedEntity {
  key: string;
  schema: string;
  keyColumns: readonly string[];
  properties: readonly MappedProperty[];
}
export interface MappedProperty {
  property: string;
  column: string | null;
  literal: string;
  split: string;
  entity: string;
}

export interface TableRow {
  /** Of the file, counted from 1. */
  row: number;
  cells: readonly string[];
}

/** @param scope of the file: tells rows without key columns from those of another table */
export function openRowMapping(mapping: RowMapping, headings: readonly string[], scope: string) {
  const columns = new Map(headings.map((heading, at) => [heading, at]));
  return ({ row, cells }: TableRow): ReadItem[] => {
    const cellOf = (column: string) => unguardCell((cells[columns.get(column) ?? -1] ?? '').trim());
    if (cells.every(cell => cell.trim() === '')) return [];
    const present = presentIn(mapping.entities, cellOf);
    const ids = idsOf(present, { row, scope, cellOf });
    const items: ReadItem[] = [];
    for (const mapped of present) {
      const { values, problems } = mapValues(mapped, ids, cellOf);
      const entity = { id: ids.get(mapped.key) ?? '', schema: mapped.schema, values };
      items.push({ row, entity }, ...problems.map(problem => ({ row, problem })));
    }
    const beyond = cells.slice(headings.length).filter(cell => cell.trim() !== '').length;
    if (beyond > 0) items.push({ row, problem: `${beyond} cells stand behind the last heading and were left out.` });
    return items;
  };
}

type CellOf = (column: string) => string;

/** Those that the row says something of; a tie one of whose sides it says nothing of is none. */
function presentIn(entities: readonly MappedEntity[], cellOf: CellOf): MappedEntity[] {
  const said = entities.filter(({ keyColumns, properties, schema }) => {
    const columns = [...keyColumns, ...properties.flatMap(({ column }) => column ?? [])];
    return (
      columns.some(column => cellOf(column) !== '') || (columns.length === 0 && schemaOrThing(schema).edge !== null)
    );
  });
  const keys = new Set(said.map(({ key }) => key));
  const stands = ({ schema, properties }: MappedEntity) => {
    const edge = schemaOrThing(schema).edge;
    if (!edge) return true;
    return [edge.source, edge.target].every(side =>
      properties.some(
        ({ property, entity, column }) =>
          property === side && (entity !== '' ? keys.has(entity) : column !== null && cellOf(column) !== ''),
      ),
    );
  };
  return said.filter(stands);
}

interface OfRow {
  row: number;
  scope: string;
  cellOf: CellOf;
}

function idsOf(present: readonly MappedEntity[], of: OfRow): Map<string, string> {
  const ids = new Map<string, string>();
  const isTie = ({ schema }: MappedEntity) => schemaOrThing(schema).edge !== null;
  // Ties last: without a key of its own, a tie is what it ties and what is said of it.
  for (const one of present.filter(one => !isTie(one))) ids.set(one.key, idOf(one, of));
  for (const one of present.filter(isTie)) ids.set(one.key, tieId(one, ids, of));
  return ids;
}

function idOf({ schema, keyColumns, key }: MappedEntity, { row, scope, cellOf }: OfRow): string {
  const known = keyColumns.map(column => [column, cellOf(column)]);
  const hasKey = known.some(([, value]) => value !== '');
  return hashed(hasKey ? ['key', schema, ...known] : ['row', scope, key, String(row)]);
}

function tieId(tie: MappedEntity, ids: ReadonlyMap<string, string>, of: OfRow): string {
  if (tie.keyColumns.some(column => of.cellOf(column) !== '')) return idOf(tie, of);
  const said = tie.properties.map(({ property, column, literal, entity }) => [
    property,
    ids.get(entity) ?? (column === null ? literal : of.cellOf(column)),
  ]);
  return hashed(['tie', tie.schema, ...said]);
}

function hashed(told: unknown): string {
  return `table-${bytesToHex(sha256(utf8ToBytes(JSON.stringify(told)))).slice(0, 40)}`;
}

function mapValues(
  { schema, properties }: MappedEntity,
  ids: ReadonlyMap<string, string>,
  cellOf: CellOf,
): { values: InterchangeValue[]; problems: string[] } {
  const values: InterchangeValue[] = [];
  const problems: string[] = [];
  for (const { property, column, literal, split, entity } of properties) {
    const other = ids.get(entity);
    if (entity !== '') {
      if (other !== undefined) values.push({ property, value: other });
      continue;
    }
    const cell = column === null ? literal : cellOf(column);
    for (const words of split === '' ? [cell] : cell.split(split)) {
      if (words.trim() === '') continue;
      const read = readWords(schema, property, words);
      values.push(read.value);
      if (read.problem !== null) problems.push(read.problem);
    }
  }
  const joined = joinHalves(schema, values);
  if (joined.problem !== null) problems.push(joined.problem);
  return { values: joined.values, problems };
}

/** What is wrong with a mapping for a table with these headings; nothing where it can be used. */
export function mappingProblems({ entities }: RowMapping, headings: readonly string[]): string[] {
  const keys = new Set(entities.map(({ key }) => key));
  const problems: string[] = [];
  if (entities.length === 0) problems.push('No entity is mapped: say what a row tells of.');
  if (keys.size < entities.length) problems.push('Two entities have the same name within the mapping.');
  for (const { key, schema, keyColumns, properties } of entities) {
    if (!schemaNamed(schema)) problems.push(`“${key}”: the model has no schema “${schema}”.`);
    const columns = [...keyColumns, ...properties.flatMap(({ column }) => column ?? [])];
    for (const column of new Set(columns.filter(column => !headings.includes(column))))
      problems.push(`“${key}”: the table has no column “${column}”.`);
    for (const { entity } of properties)
      if (entity !== '' && !keys.has(entity)) problems.push(`“${key}” names “${entity}”, which is not mapped.`);
    const edge = schemaOrThing(schema).edge;
    if (!edge && columns.length === 0) problems.push(`No column says anything of “${key}”: add a value from a column.`);
    for (const side of edge ? [edge.source, edge.target] : [])
      if (
        !properties.some(
          one => one.property === side && (one.entity !== '' || one.column !== null || one.literal !== ''),
        )
      )
        problems.push(
          `“${key}” is a tie and does not say its ${schemaOrThing(schema).properties.get(side)?.label ?? side}.`,
        );
  }
  return problems;
}

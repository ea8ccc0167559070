/** A record as it travels: what was set once, and each field with the values that stand on record. */
import { z } from 'zod';
import { type FieldState, FieldVersion } from '../../../shared/domain/archive/index.ts';
import { canonicalJson, type Json } from '../../../shared/kernel/canonicalJson.ts';
import { VaultId } from '../../../shared/kernel/ids.ts';
import type { Row, SqlValue } from '../../db/handles.ts';
import type { Column, Concept, Field } from './concepts/index.ts';

export type Values = Readonly<Record<string, Json>>;

export interface RecordState {
  concept: string;
  /** Of one key column its value, of several their JSON array. */
  id: string;
  /** The vault that made it. */
  birth: VaultId;
  frozen: Values;
  once: Values;
  /** By the field's name; members of a list as `tags/dossier`. */
  fields: ReadonlyMap<string, FieldState>;
  /** Of a log: its rows, in the order of their making where it was made. */
  rows: readonly Values[];
}

/** One line of `data/records/<concept>.jsonl`. Fields that never changed stand in `values`: their version is the making. */
export const RecordLine = z.object({
  id: z.string().min(1).max(70_000),
  birth: VaultId,
  frozen: z.record(z.string(), z.json()).default({}),
  once: z.record(z.string(), z.json()).default({}),
  values: z.record(z.string(), z.json()).default({}),
  changed: z.record(z.string(), z.array(FieldVersion).min(1).max(1000)).default({}),
  rows: z.array(z.record(z.string(), z.json())).max(100_000).default([]),
});
export type RecordLine = z.infer<typeof RecordLine>;

export function toLine({ id, birth, frozen, once, fields, rows }: RecordState): string {
  const values: Record<string, Json> = {};
  const changed: Record<string, FieldState> = {};
  for (const [name, state] of fields) {
    const [first] = state;
    if (first && state.length === 1 && isBirth(first.version, birth)) values[name] = first.value;
    else changed[name] = state;
  }
  return JSON.stringify({
    id,
    birth,
    ...(Object.keys(frozen).length > 0 ? { frozen } : {}),
    ...(Object.keys(once).length > 0 ? { once } : {}),
    ...(Object.keys(values).length > 0 ? { values } : {}),
    ...(Object.keys(changed).length > 0 ? { changed } : {}),
    ...(rows.length > 0 ? { rows } : {}),
  });
}

export function fromLine(concept: string, line: RecordLine): RecordState {
  const { id, birth, frozen, once, values, changed, rows } = line;
  const fields = new Map<string, FieldState>();
  for (const [name, value] of Object.entries(values)) fields.set(name, [born(value as Json, birth)]);
  for (const [name, state] of Object.entries(changed)) fields.set(name, state as FieldState);
  return { concept, id, birth, frozen: frozen as Values, once: once as Values, fields, rows: rows as Values[] };
}

export function born(value: Json, birth: VaultId): FieldVersion {
  return { version: { [birth]: 1 }, value, by: '', team: '', at: '' };
}

export function isBirth(version: Readonly<Record<string, number>>, birth: VaultId): boolean {
  const entries = Object.entries(version);
  return entries.length === 1 && entries[0]?.[0] === birth && entries[0][1] === 1;
}

export function keyOf(concept: Concept, row: Row): string {
  const parts = concept.key.map(column => row[column.name] as string | number);
  return parts.length === 1 ? String(parts[0]) : JSON.stringify(parts);
}

/** The values of the key's columns, or null where the id is none of this concept's. */
export function keyParts(concept: Concept, id: string): readonly (string | number)[] | null {
  if (concept.key.length === 1) return concept.key[0]?.schema.safeParse(id).success ? [id] : null;
  try {
    const parts: unknown = JSON.parse(id);
    if (!Array.isArray(parts) || parts.length !== concept.key.length || JSON.stringify(parts) !== id) return null;
    return concept.key.every((column, at) => column.schema.safeParse(parts[at]).success) ? parts : null;
  } catch {
    return null;
  }
}

export function readColumn({ name, form }: Column, row: Row): Json {
  const raw = row[name];
  switch (form) {
    case 'json':
      return raw === null || raw === undefined ? null : (JSON.parse(String(raw)) as Json);
    case 'flag':
      return raw === 1;
    case 'bytes':
      return Buffer.from(raw as Uint8Array).toString('base64');
    case 'plain':
      return (raw ?? null) as Json;
  }
}

export function writeColumn({ form, isNeverEmpty }: Column, value: Json): SqlValue {
  switch (form) {
    case 'json':
      return value === null && !isNeverEmpty ? null : JSON.stringify(value);
    case 'flag':
      return value === true ? 1 : 0;
    case 'bytes':
      return new Uint8Array(Buffer.from(String(value), 'base64'));
    case 'plain':
      return value as SqlValue;
  }
}

export function readColumns(columns: readonly Column[], row: Row): Values {
  return Object.fromEntries(columns.map(column => [column.name, readColumn(column, row)]));
}

/** A field's value in a row; of several columns an object. A list is left to `membersIn`. */
export function valueIn(one: Field, row: Row): Json {
  const [column] = one.columns;
  return one.columns.length === 1 && column ? readColumn(column, row) : readColumns(one.columns, row);
}

/** `tags/dossier` → its value, in the list's order. */
export function membersIn(one: Field, row: Row): [name: string, value: Json][] {
  const [column] = one.columns;
  const list = column ? readColumn(column, row) : [];
  return (Array.isArray(list) ? (list as Json[]) : []).map(member => [memberName(one, member), member]);
}

function memberName({ name, members }: Field, member: Json): string {
  const key = members === 'ids' ? (member as { id?: Json }).id : member;
  return `${name}/${typeof key === 'string' ? key : canonicalJson(key ?? null)}`;
}

/** The field that a name in a record belongs to. */
export function fieldNamed(fields: readonly Field[], name: string): Field | null {
  const slash = name.indexOf('/');
  const base = slash < 0 ? name : name.slice(0, slash);
  return fields.find(one => one.name === base && (one.members !== undefined) === slash >= 0) ?? null;
}

/** True if the value is one that this field can have. */
export function fits(one: Field, name: string, value: Json): boolean {
  const [column] = one.columns;
  if (!column) return false;
  if (one.members !== undefined)
    return value === null || (memberName(one, value) === name && column.schema.safeParse([value]).success);
  if (one.columns.length === 1) return column.schema.safeParse(value).success;
  return (
    value !== null &&
    typeof value === 'object' &&
    !Array.isArray(value) &&
    one.columns.every(part => part.schema.safeParse((value as Values)[part.name]).success)
  );
}

/**
 * The records of this vault with their versions. A record that was never sealed nor received has none stored; one that was is
 * compared with its digests, and what changed since gets a version of this vault's.
 */
import { createHash } from 'node:crypto';
import { type Author, editState, type FieldState, isOpen } from '../../../shared/domain/archive/index.ts';
import { canonicalJson, type Json } from '../../../shared/kernel/canonicalJson.ts';
import type { VaultId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb, Row, SqlParameters, WritableDb } from '../../db/handles.ts';
import type { Column, Concept } from './concepts/index.ts';
import {
  born,
  isBirth,
  keyOf,
  keyParts,
  membersIn,
  readColumns,
  type RecordState,
  valueIn,
  type Values,
} from './recordState.ts';
import { findVersion, putVersion, type StoredVersion } from './versionSql.ts';

/** Whose changes these are. */
export interface Here {
  vaultId: VaultId;
  team: string;
  actor: string;
  now: string;
}

/** The field that says what a membership holds, and the one that says which row of a log counts. */
export const HELD = 'held';
export const LATEST = 'latest';

const lists = new Map<string, string>();

/** `SELECT` of all that travels of a concept; the condition is a constant of ours with named parameters. */
export function selectOf(concept: Concept, condition: string, limit = ''): string {
  const known = lists.get(concept.name);
  const columns = known ?? columnsOf(concept).join(', ');
  lists.set(concept.name, columns);
  const order =
    concept.kind === 'log' ? [...concept.key.map(({ name }) => name), 'id'] : concept.key.map(({ name }) => name);
  return `SELECT ${columns} FROM ${concept.table} WHERE ${condition} ORDER BY ${order.join(', ')} ${limit}`;
}

function columnsOf(concept: Concept): string[] {
  const names = (columns: readonly Column[]) => columns.map(({ name }) => name);
  switch (concept.kind) {
    case 'record':
      return [
        ...new Set([
          ...names(concept.key),
          ...names(concept.frozen),
          ...names(concept.once),
          ...concept.fields.flatMap(({ columns }) => names(columns)),
        ]),
      ];
    case 'membership':
      return [...names(concept.key), ...names(concept.payload)];
    case 'log':
      return [...names(concept.key), ...names(concept.row)];
  }
}

/** The rows of one record: none, one, or those of a log. */
export function rowsOf(db: ReadableDb, concept: Concept, id: string): Row[] {
  const parts = keyParts(concept, id);
  if (!parts) return [];
  const condition = concept.key.map(({ name }, at) => `${name} = $key${at}`).join(' AND ');
  const parameters: SqlParameters = Object.fromEntries(parts.map((part, at) => [`key${at}`, part]));
  return db.prepare(selectOf(concept, condition)).all(parameters);
}

/** Groups rows that came in the order of their key. */
export function* byRecord(concept: Concept, rows: Iterable<Row>): Generator<{ id: string; rows: Row[] }> {
  let held = null as { id: string; rows: Row[] } | null;
  for (const row of rows) {
    const id = keyOf(concept, row);
    if (held?.id === id) held.rows.push(row);
    else {
      if (held) yield held;
      held = { id, rows: [row] };
    }
  }
  if (held) yield held;
}

/** The record as it stands, its versions brought up to date in the store; null where there is and was none. */
export function stampRecord(db: WritableDb, here: Here, concept: Concept, id: string, rows: Row[]): RecordState | null {
  const stored = findVersion(db, concept.name, id);
  if (rows.length === 0 && !stored) return null;
  const { state, version } = stamped(db, here, concept, id, rows, stored);
  if (version) putVersion(db, concept.name, id, version);
  return state;
}

function stamped(
  db: ReadableDb,
  here: Here,
  concept: Concept,
  id: string,
  rows: Row[],
  stored: StoredVersion | null,
): { state: RecordState; version: StoredVersion | null } {
  const [row] = rows;
  const birth = stored?.birth ?? here.vaultId;
  const current = currentValues(concept, rows);
  const fields = new Map<string, FieldState>();
  let isChanged = stored === null;
  const names = new Set([...current.keys(), ...Object.keys(stored?.digests ?? {})]);
  for (const name of names) {
    const value = current.get(name) ?? null;
    const before = stored?.changed[name];
    const state: FieldState = before
      ? [{ version: before.version, by: before.by, team: before.team, at: before.at, value }, ...before.others]
      : [born(value, birth)];
    const digest = stored?.digests[name];
    if (stored === null || digest === digestOf(value)) fields.set(name, state);
    else {
      isChanged = true;
      const author = authorOf(db, here, id);
      fields.set(
        name,
        digest === undefined
          ? editState([], value, here.vaultId, author)
          : editState(state, value, here.vaultId, author),
      );
    }
  }
  const state: RecordState = {
    concept: concept.name,
    id,
    birth,
    frozen: concept.kind === 'record' && row ? homeNamed(here, readColumns(concept.frozen, row)) : {},
    once: concept.kind === 'record' && row ? readColumns(concept.once, row) : {},
    fields,
    rows: concept.kind === 'log' ? rows.map(one => readColumns(concept.row, one)) : [],
  };
  return { state, version: isChanged ? versionOfState(state) : null };
}

/** A vault knows itself by ''; others must be told its id. */
function homeNamed(here: Here, frozen: Values): Values {
  return frozen['home_vault'] === '' ? { ...frozen, home_vault: here.vaultId } : frozen;
}

/** What is stored of a state: the shown values stand in the record itself. */
export function versionOfState({ birth, fields }: Pick<RecordState, 'birth' | 'fields'>): StoredVersion {
  const digests: Record<string, string> = {};
  const changed: StoredVersion['changed'] = {};
  let openFields = 0;
  for (const [name, state] of fields) {
    const [shown, ...others] = state;
    if (!shown) continue;
    digests[name] = digestOf(shown.value);
    if (others.length === 0 && isBirth(shown.version, birth)) continue;
    const { value: _, ...version } = shown;
    changed[name] = { ...version, others };
    if (isOpen(state)) openFields += 1;
  }
  return { birth, digests, changed, openFields };
}

function currentValues(concept: Concept, rows: Row[]): Map<string, Json> {
  const [row] = rows;
  const values = new Map<string, Json>();
  switch (concept.kind) {
    case 'membership':
      values.set(HELD, row ? readColumns(concept.payload, row) : null);
      return values;
    case 'log': {
      const last = rows.at(-1);
      if (concept.latest && last) values.set(LATEST, readColumns(concept.row, last));
      return values;
    }
    case 'record':
      if (!row) return values;
      for (const one of concept.fields) {
        if (one.members === undefined) values.set(one.name, valueIn(one, row));
        else for (const [name, value] of membersIn(one, row)) values.set(name, value);
      }
      return values;
  }
}

/** Enough to tell that a value is another; whoever could make two alike could change the vault itself. */
export function digestOf(value: Json): string {
  return createHash('sha256').update(canonicalJson(value)).digest('base64url').slice(0, 16);
}

/** Who changed it last, by the custody log. */
function authorOf(db: ReadableDb, here: Here, id: string): Author {
  const event = db
    .prepare('SELECT actor, at FROM custody_event WHERE subject = $id OR exhibit_id = $id ORDER BY seq DESC LIMIT 1')
    .get({ id });
  return { by: String(event?.['actor'] ?? here.actor), team: here.team, at: String(event?.['at'] ?? here.now) };
}

/** The same for looking only: nothing is stored. */
export function readRecord(db: ReadableDb, here: Here, concept: Concept, id: string): RecordState | null {
  const rows = rowsOf(db, concept, id);
  const stored = findVersion(db, concept.name, id);
  return rows.length === 0 && !stored ? null : stamped(db, here, concept, id, rows, stored).state;
}

export function findRecord(db: WritableDb, here: Here, concept: Concept, id: string): RecordState | null {
  return stampRecord(db, here, concept, id, rowsOf(db, concept, id));
}

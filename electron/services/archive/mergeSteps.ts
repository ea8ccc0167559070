/** What a merge does to rows, remembered one by one, so that it can be taken back as one step. */
import { createHash } from 'node:crypto';
import type { MergeId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb, Row, SqlParameters, SqlValue, WritableDb } from '../../db/handles.ts';
import { fromJson, toCount, toJson } from '../../db/rows.ts';

export type Key = Readonly<Record<string, string | number>>;

export interface Step {
  position: number;
  table: string;
  key: Key;
  before: Row | null;
  after: string;
}

/** Tables whose rows a merge writes; a step of any other is none of ours. */
export const MERGED_TABLES: ReadonlySet<string> = new Set([
  'case_record',
  'source',
  'source_origin',
  'source_grade',
  'exhibit',
  'exhibit_copy',
  'passage',
  'translation',
  'near_copy_verdict',
  'proposal_decision',
  'entity',
  'case_entity',
  'entity_import',
  'statement',
  'statement_citation',
  'statement_choice',
  'entity_judgement',
  'strength_judgement',
  'mention_decision',
  'chart_view',
  'finding',
  'claim',
  'citation',
  'request',
  'edition',
  'edition_citation',
  'figure',
  'edition_figure',
  'comment',
  'record_version',
  'refused_change',
  'document',
  'rendition',
  'mail_message',
]);

export function findRow(db: ReadableDb, table: string, key: Key): Row | null {
  const sql = `SELECT * FROM ${named(table)} WHERE ${whereOf(key)}`;
  return db.prepare(sql).get(parametersOf(key)) ?? null;
}

export function deleteRow(db: WritableDb, table: string, key: Key): void {
  const sql = `DELETE FROM ${named(table)} WHERE ${whereOf(key)}`;
  db.prepare(sql).run(parametersOf(key));
}

export function insertRow(db: WritableDb, table: string, row: Readonly<Record<string, SqlValue>>): number {
  const names = Object.keys(row);
  const sql = `INSERT INTO ${named(table)} (${names.join(', ')}) VALUES (${names.map(name => `$${name}`).join(', ')})`;
  return db.prepare(sql).run(row).lastInsertRowid;
}

export function updateRow(db: WritableDb, table: string, key: Key, values: Readonly<Record<string, SqlValue>>): void {
  const names = Object.keys(values);
  if (names.length === 0) return;
  const sql = `UPDATE ${named(table)} SET ${names.map(name => `${name} = $${name}`).join(', ')} WHERE ${whereOf(key)}`;
  db.prepare(sql).run({ ...values, ...parametersOf(key) });
}

/** Runs a write of one row and remembers the row as it was. */
export function remembered<Result>(
  db: WritableDb,
  inboxId: MergeId | null,
  table: string,
  key: Key,
  write: () => Result,
): Result {
  const before = findRow(db, table, key);
  const result = write();
  keepStep(db, inboxId, table, key, before);
  return result;
}

/** Of a row whose key is known only once it is written. */
export function keepStep(db: WritableDb, inboxId: MergeId | null, table: string, key: Key, before: Row | null): void {
  if (inboxId === null) return;
  const after = digestOfRow(findRow(db, table, key));
  if (before !== null && digestOfRow(before) === after) return;
  const position = toCount(
    db
      .prepare('SELECT coalesce(max(position), -1) + 1 AS n FROM merge_step WHERE inbox_id = $inboxId')
      .get({ inboxId }),
  );
  db.prepare(`INSERT INTO merge_step (inbox_id, position, table_name, key, before, after)
    VALUES ($inboxId, $position, $table, $key, $before, $after)`).run({
    inboxId,
    position,
    table,
    key: toJson(key),
    before: before === null ? null : JSON.stringify(before, portable),
    after,
  });
}

/** The latest first. */
export function stepsBefore(db: ReadableDb, inboxId: MergeId, before: number, limit: number): Step[] {
  return db
    .prepare(`SELECT position, table_name AS tableName, key, before, after FROM merge_step
      WHERE inbox_id = $inboxId AND position < $before ORDER BY position DESC LIMIT $limit`)
    .all({ inboxId, before, limit })
    .map(row => ({
      position: Number(row['position']),
      table: named(String(row['tableName'])),
      key: fromJson(row['key']) as Key,
      before: row['before'] === null ? null : (JSON.parse(String(row['before']), revived) as Row),
      after: String(row['after']),
    }));
}

export function forgetSteps(db: WritableDb, inboxId: MergeId): void {
  db.prepare('DELETE FROM merge_step WHERE inbox_id = $inboxId').run({ inboxId });
}

/** Captions, search keys and the like follow from other rows: they do not count as a change of this one. */
const FOLLOWING = new Set([
  'caption',
  'hint',
  'sort_key',
  'canonical_id',
  'opened_at',
  'changed_at',
  'is_current',
  'media_type',
]);

export function digestOfRow(row: Row | null): string {
  if (row === null) return '';
  const own = Object.fromEntries(Object.entries(row).filter(([name]) => !FOLLOWING.has(name)));
  return createHash('sha256').update(JSON.stringify(own, portable)).digest('base64url').slice(0, 22);
}

/** A table's name goes into SQL as it stands, hence it must be one of ours. */
function named(table: string): string {
  if (!MERGED_TABLES.has(table)) throw new Error(`no merge writes ${table}`);
  return table;
}

function whereOf(key: Key): string {
  return Object.keys(key)
    .map(name => {
      if (!/^[a-z_0-9]+$/.test(name)) throw new Error('no column has such a name');
      return `${name} = $key_${name}`;
    })
    .join(' AND ');
}

function parametersOf(key: Key): SqlParameters {
  return Object.fromEntries(Object.entries(key).map(([name, value]) => [`key_${name}`, value]));
}

function portable(_: string, value: unknown): unknown {
  if (value instanceof Uint8Array) return { base64: Buffer.from(value).toString('base64') };
  // What JSON.stringify has already made of a Buffer.
  if (typeof value === 'object' && value !== null && (value as { type?: unknown }).type === 'Buffer')
    return { base64: Buffer.from((value as unknown as { data: number[] }).data).toString('base64') };
  return value;
}

function revived(_: string, value: unknown): unknown {
  return typeof value === 'object' && value !== null && typeof (value as { base64?: unknown }).base64 === 'string'
    ? new Uint8Array(Buffer.from((value as { base64: string }).base64, 'base64'))
    : value;
}

/** What documents are like, and the groups of exhibits that are alike. */
import type { CopyKind } from '../../../shared/contract/copy.ts';
import { SKETCH_VALUES } from '../../../shared/domain/nearCopy.ts';
import type { CaseId, ExhibitId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb, WritableDb } from '../../db/handles.ts';
import { toJson } from '../../db/rows.ts';

export interface Likeness {
  textSketch: number[] | null;
  pictureHash: string | null;
}

export function findLikeness(db: ReadableDb, sha256: string): Likeness | null {
  const row = db
    .prepare('SELECT text_sketch AS sketch, picture_hash AS hash FROM likeness WHERE sha256 = $sha256')
    .get({ sha256 });
  return row ? toLikeness(row) : null;
}

export function saveLikeness(db: WritableDb, sha256: string, { textSketch, pictureHash }: Likeness): void {
  db.prepare(`INSERT INTO likeness (sha256, text_sketch, picture_hash) VALUES ($sha256, $sketch, $pictureHash)
              ON CONFLICT (sha256) DO UPDATE SET text_sketch = $sketch, picture_hash = $pictureHash`).run({
    sha256,
    sketch: textSketch === null ? null : toBytes(textSketch),
    pictureHash,
  });
}

function toLikeness(row: Record<string, unknown>): Likeness {
  const { sketch, hash } = row;
  return {
    textSketch: ArrayBuffer.isView(sketch) ? fromBytes(sketch) : null,
    pictureHash: typeof hash === 'string' ? hash : null,
  };
}

function toBytes(sketch: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(SKETCH_VALUES * 4);
  const view = new DataView(bytes.buffer);
  for (const [at, value] of sketch.entries()) view.setUint32(at * 4, value, true);
  return bytes;
}

function fromBytes(bytes: ArrayBufferView): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: SKETCH_VALUES }, (_, at) => view.getUint32(at * 4, true));
}

/** Asked at each reading, so without all that an exhibit is joined from. */
export function caseOfExhibit(db: ReadableDb, exhibitId: ExhibitId): { caseId: CaseId; sha256: string } | null {
  const row = db.prepare('SELECT case_id AS caseId, sha256 FROM exhibit WHERE id = $exhibitId').get({ exhibitId });
  return row ? { caseId: row['caseId'] as CaseId, sha256: String(row['sha256']) } : null;
}

export interface Grouped extends Likeness {
  id: number;
  exhibitId: ExhibitId;
  firstId: number | null;
}

const select = `SELECT near_copy.id, near_copy.exhibit_id AS exhibitId, first_id AS firstId, text_sketch AS sketch, picture_hash AS hash
  FROM near_copy JOIN exhibit ON exhibit.id = near_copy.exhibit_id JOIN likeness USING (sha256)`;

function toGrouped(row: Record<string, unknown>): Grouped {
  const { id, exhibitId, firstId } = row;
  return {
    id: Number(id),
    exhibitId: exhibitId as ExhibitId,
    firstId: firstId === null ? null : Number(firstId),
    ...toLikeness(row),
  };
}

export function findGrouped(db: ReadableDb, exhibitId: string, kind: CopyKind): Grouped | null {
  const row = db.prepare(`${select} WHERE near_copy.exhibit_id = $exhibitId AND kind = $kind`).get({ exhibitId, kind });
  return row ? toGrouped(row) : null;
}

/** The first of the group and all who were found alike to it. */
export function groupOf(db: ReadableDb, firstId: number): Grouped[] {
  return db
    .prepare(`${select} WHERE near_copy.id = $firstId OR first_id = $firstId ORDER BY exhibit.number`)
    .all({ firstId })
    .map(toGrouped);
}

/** Firsts of groups of the case that share a key. */
export function firstsByKeys(db: ReadableDb, caseId: CaseId, kind: CopyKind, keys: readonly number[]): Grouped[] {
  return db
    .prepare(`${select} WHERE near_copy.id IN (SELECT near_copy_id FROM near_copy_key WHERE key IN (SELECT value FROM json_each($keys)))
      AND near_copy.case_id = $caseId AND kind = $kind ORDER BY near_copy.id`)
    .all({ caseId, kind, keys: toJson(keys) })
    .map(toGrouped);
}

export interface NewGrouped {
  exhibitId: ExhibitId;
  caseId: CaseId;
  kind: CopyKind;
  /** The first of the group that it joins; null where it begins one, and is to be found by the keys. */
  firstId: number | null;
  keys: readonly number[];
}

export function insertGrouped(db: WritableDb, { keys, ...row }: NewGrouped): void {
  const { lastInsertRowid: nearCopyId } = db
    .prepare(
      'INSERT INTO near_copy (exhibit_id, case_id, kind, first_id) VALUES ($exhibitId, $caseId, $kind, $firstId)',
    )
    .run({ ...row });
  const insert = db.prepare('INSERT OR IGNORE INTO near_copy_key (key, near_copy_id) VALUES ($key, $nearCopyId)');
  for (const key of keys) insert.run({ key, nearCopyId });
}

/** Answers the exhibits that were in the group of the one that is dropped, if it was their first. */
export function dropGrouped(db: WritableDb, { id }: Pick<Grouped, 'id'>): ExhibitId[] {
  const orphans = groupOf(db, id).filter(one => one.id !== id);
  db.prepare('DELETE FROM near_copy_key WHERE near_copy_id = $id').run({ id });
  db.prepare('DELETE FROM near_copy WHERE first_id = $id').run({ id });
  db.prepare('DELETE FROM near_copy WHERE id = $id').run({ id });
  return orphans.map(one => one.exhibitId);
}

export function groupsOfCase(
  db: ReadableDb,
  caseId: CaseId,
  { offset, limit }: { offset: number; limit: number },
): { firstId: number; kind: CopyKind; size: number }[] {
  return db
    .prepare(`SELECT first_id AS firstId, kind, count(*) + 1 AS size,
        (SELECT number FROM near_copy first JOIN exhibit ON exhibit.id = first.exhibit_id WHERE first.id = near_copy.first_id) AS number
      FROM near_copy WHERE case_id = $caseId AND first_id IS NOT NULL GROUP BY first_id, kind
      ORDER BY number, kind LIMIT $limit OFFSET $offset`)
    .all({ caseId, offset, limit })
    .map(row => ({ firstId: Number(row['firstId']), kind: row['kind'] as CopyKind, size: Number(row['size']) }));
}

export function countGroups(db: ReadableDb, caseId: CaseId): number {
  const row = db
    .prepare('SELECT count(DISTINCT first_id) AS n FROM near_copy WHERE case_id = $caseId AND first_id IS NOT NULL')
    .get({ caseId });
  return Number(row?.['n'] ?? 0);
}

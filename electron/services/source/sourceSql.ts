import { Source, SourceGrade } from '../../../shared/domain/source.ts';
import type { SourceId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb, WritableDb } from '../../db/handles.ts';
import { fromFlag, fromJson, toCount, toFlag } from '../../db/rows.ts';

const columns = `id, name, kind, reliability, confidential, code_name AS codeName, note, created_at AS createdAt,
  (SELECT json_group_array(origin_id) FROM (SELECT origin_id FROM source_origin WHERE source_id = source.id ORDER BY origin_id)) AS originIds`;

function toSource(row: Record<string, unknown>): Source {
  return Source.parse({ ...row, confidential: fromFlag(row['confidential']), originIds: fromJson(row['originIds']) });
}

export function insertSource(db: WritableDb, { originIds, confidential, ...source }: Source): void {
  db.prepare(`INSERT INTO source (id, name, kind, reliability, confidential, code_name, note, created_at)
              VALUES ($id, $name, $kind, $reliability, $confidential, $codeName, $note, $createdAt)`).run({
    ...source,
    confidential: toFlag(confidential),
  });
  setOrigins(db, source.id, originIds);
}

export function updateSource(db: WritableDb, { originIds, confidential, createdAt: _, ...source }: Source): void {
  db.prepare(`UPDATE source SET name = $name, kind = $kind, reliability = $reliability, confidential = $confidential,
              code_name = $codeName, note = $note WHERE id = $id`).run({
    ...source,
    confidential: toFlag(confidential),
  });
  setOrigins(db, source.id, originIds);
}

function setOrigins(db: WritableDb, sourceId: SourceId, originIds: readonly SourceId[]): void {
  db.prepare('DELETE FROM source_origin WHERE source_id = $sourceId').run({ sourceId });
  for (const originId of new Set(originIds)) {
    db.prepare('INSERT INTO source_origin (source_id, origin_id) VALUES ($sourceId, $originId)').run({
      sourceId,
      originId,
    });
  }
}

export function insertGrade(db: WritableDb, sourceId: SourceId, grade: SourceGrade): void {
  db.prepare(`INSERT INTO source_grade (source_id, reliability, reason, graded_by, graded_at)
              VALUES ($sourceId, $reliability, $reason, $gradedBy, $gradedAt)`).run({ sourceId, ...grade });
}

export function findSource(db: ReadableDb, id: string): Source | null {
  const row = db.prepare(`SELECT ${columns} FROM source WHERE id = $id`).get({ id });
  return row ? toSource(row) : null;
}

export function listSources(db: ReadableDb): (Source & { exhibitCount: number })[] {
  return db
    .prepare(`SELECT ${columns}, (SELECT count(*) FROM exhibit WHERE source_id = source.id AND withdrawn_at IS NULL) AS exhibits
                     FROM source ORDER BY name COLLATE NOCASE, id`)
    .all()
    .map(row => ({ ...toSource(row), exhibitCount: toCount(row, 'exhibits') }));
}

export function gradesOf(db: ReadableDb, sourceId: SourceId): SourceGrade[] {
  return db
    .prepare(`SELECT reliability, reason, graded_by AS gradedBy, graded_at AS gradedAt FROM source_grade
                     WHERE source_id = $sourceId ORDER BY id DESC`)
    .all({ sourceId })
    .map(row => SourceGrade.parse(row));
}

/** Every confidential source of the vault: its name must not leave by way of another source's case either. */
export function confidentialSources(db: ReadableDb): Pick<Source, 'id' | 'name' | 'confidential' | 'codeName'>[] {
  return db.prepare(`SELECT ${columns} FROM source WHERE confidential = 1 ORDER BY id`).all().map(toSource);
}

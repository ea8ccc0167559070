/** Judgements on records: that two are one subject or are not, and how sure a tie is. */
import { IdentityJudgement, StrengthJudgement } from '../../../shared/domain/entity/entity.ts';
import type { Instant } from '../../../shared/kernel/dates.ts';
import { EntityId, type JudgementId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb, WritableDb } from '../../db/handles.ts';
import { toJson } from '../../db/rows.ts';

const columns = `id, left_id AS leftId, right_id AS rightId, verdict, identifier, reason, judged_at AS judgedAt, judged_by AS judgedBy, undone_at AS undoneAt`;

export function insertJudgement(db: WritableDb, judgement: IdentityJudgement): void {
  db.prepare(`INSERT INTO entity_judgement (id, left_id, right_id, verdict, identifier, reason, judged_at, judged_by, undone_at)
              VALUES ($id, $leftId, $rightId, $verdict, $identifier, $reason, $judgedAt, $judgedBy, $undoneAt)`).run(
    judgement,
  );
}

export function findJudgement(db: ReadableDb, id: string): IdentityJudgement | null {
  const row = db.prepare(`SELECT ${columns} FROM entity_judgement WHERE id = $id`).get({ id });
  return row ? IdentityJudgement.parse(row) : null;
}

export function setJudgementUndone(db: WritableDb, id: JudgementId, at: Instant): void {
  db.prepare('UPDATE entity_judgement SET undone_at = $at WHERE id = $id').run({ id, at });
}

/** Standing judgements that touch any of these records. */
export function judgementsTouching(db: ReadableDb, ids: readonly EntityId[]): IdentityJudgement[] {
  return db
    .prepare(`SELECT ${columns} FROM entity_judgement WHERE undone_at IS NULL
      AND (left_id IN (SELECT value FROM json_each($ids)) OR right_id IN (SELECT value FROM json_each($ids))) ORDER BY judged_at, id`)
    .all({ ids: toJson(ids) })
    .map(row => IdentityJudgement.parse(row));
}

/** All records that standing judgements join with one, itself included. */
export function joinedWith(db: ReadableDb, id: EntityId): EntityId[] {
  return db
    .prepare(`WITH RECURSIVE joined (id) AS (SELECT $id UNION
      SELECT iif(judgement.left_id = joined.id, judgement.right_id, judgement.left_id) FROM joined JOIN entity_judgement judgement
        ON (judgement.left_id = joined.id OR judgement.right_id = joined.id) AND judgement.verdict = 'same' AND judgement.undone_at IS NULL)
      SELECT id FROM joined ORDER BY id`)
    .all({ id })
    .map(row => EntityId.parse(row['id']));
}

export function insertStrength(
  db: WritableDb,
  judgement: { entityId: EntityId; strength: string | null; reason: string; at: Instant; by: string },
): void {
  db.prepare(`INSERT INTO strength_judgement (entity_id, strength, reason, judged_at, judged_by)
              VALUES ($entityId, $strength, $reason, $at, $by)`).run(judgement);
}

/** The judgement that stands on each entity, given as canonical ids; those without one are left out. */
export function strengthJudgements(db: ReadableDb, canonicalIds: readonly EntityId[]): Map<string, StrengthJudgement> {
  const rows = db
    .prepare(`SELECT entity.canonical_id AS entityId, strength, reason, judged_by AS by, judged_at AS at
      FROM json_each($ids) wanted JOIN entity ON entity.canonical_id = wanted.value
      JOIN strength_judgement ON strength_judgement.entity_id = entity.id ORDER BY strength_judgement.id`)
    .all({ ids: toJson(canonicalIds) });
  const standing = new Map<string, StrengthJudgement>();
  for (const row of rows) {
    const id = String(row['entityId']);
    if (row['strength'] === null) standing.delete(id);
    else standing.set(id, StrengthJudgement.parse(row));
  }
  return standing;
}

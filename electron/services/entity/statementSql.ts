import { Statement } from '../../../shared/domain/entity/statement.ts';
import type { Instant } from '../../../shared/kernel/dates.ts';
import { EntityId, type StatementId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb, WritableDb } from '../../db/handles.ts';
import { fromJson, toJson } from '../../db/rows.ts';

const columns = `statement.id, statement.entity_id AS entityId, statement.case_id AS caseId, property, value, original, target_id AS targetId, language,
  quality, detail, from_on AS fromOn, to_on AS toOn, statement.credibility, statement.note, recorded_at AS recordedAt, recorded_by AS recordedBy,
  import_id AS importId, import_row AS importRow, supersedes_id AS supersedesId, statement.withdrawn_at AS withdrawnAt`;

function toStatement(row: Record<string, unknown>): Statement {
  return Statement.parse({ ...row, detail: fromJson(row['detail']) });
}

export function insertStatement(db: WritableDb, statement: Statement, key: string): void {
  db.prepare(`INSERT INTO statement (id, entity_id, case_id, property, value, value_key, original, target_id, language, quality, detail, from_on, to_on,
                credibility, note, recorded_at, recorded_by, import_id, import_row, supersedes_id, withdrawn_at)
              VALUES ($id, $entityId, $caseId, $property, $value, $key, $original, $targetId, $language, $quality, $detail, $fromOn, $toOn,
                $credibility, $note, $recordedAt, $recordedBy, $importId, $importRow, $supersedesId, $withdrawnAt)`).run(
    {
      ...statement,
      key,
      detail: toJson(statement.detail),
    },
  );
}

export function findStatement(db: ReadableDb, id: string): Statement | null {
  const row = db.prepare(`SELECT ${columns} FROM statement WHERE id = $id`).get({ id });
  return row ? toStatement(row) : null;
}

/** All of an entity, as merged, withdrawn ones included, in the order of recording. */
export function statementsOf(db: ReadableDb, canonicalId: EntityId): Statement[] {
  return db
    .prepare(
      `SELECT ${columns} FROM statement JOIN entity ON entity.id = statement.entity_id WHERE canonical_id = $canonicalId ORDER BY recorded_at, statement.id`,
    )
    .all({ canonicalId })
    .map(toStatement);
}

export function updateStatementRecord(
  db: WritableDb,
  { id, language, quality, detail, fromOn, toOn, credibility, note }: Statement,
): void {
  db.prepare(`UPDATE statement SET language = $language, quality = $quality, detail = $detail, from_on = $fromOn, to_on = $toOn,
              credibility = $credibility, note = $note WHERE id = $id`).run({
    id,
    language,
    quality,
    detail: toJson(detail),
    fromOn,
    toOn,
    credibility,
    note,
  });
}

/** What a property is compared by hangs on the schema: another schema, other keys. */
export function updateKey(db: WritableDb, id: StatementId, key: string): void {
  db.prepare('UPDATE statement SET value_key = $key WHERE id = $id').run({ id, key });
}

export function setStatementWithdrawn(db: WritableDb, id: StatementId, at: Instant | null): void {
  db.prepare('UPDATE statement SET withdrawn_at = $at WHERE id = $id').run({ id, at });
}

export interface Choice {
  property: string;
  statementId: string | null;
}

export function insertChoice(
  db: WritableDb,
  choice: {
    entityId: EntityId;
    property: string;
    statementId: StatementId | null;
    reason: string;
    at: Instant;
    by: string;
  },
): void {
  db.prepare(`INSERT INTO statement_choice (entity_id, property, statement_id, reason, chosen_at, chosen_by)
              VALUES ($entityId, $property, $statementId, $reason, $at, $by)`).run(choice);
}

/** The latest choice for each property, of all members. */
export function choicesOf(db: ReadableDb, canonicalId: EntityId): Map<string, string | null> {
  const rows = db
    .prepare(`SELECT property, statement_id AS statementId FROM statement_choice JOIN entity ON entity.id = statement_choice.entity_id
      WHERE canonical_id = $canonicalId ORDER BY statement_choice.id`)
    .all({ canonicalId });
  return new Map(
    rows.map(row => [String(row['property']), row['statementId'] === null ? null : String(row['statementId'])]),
  );
}

/** Entities, as merged, with a standing statement that names one of these. */
export function entitiesNaming(db: ReadableDb, canonicalIds: readonly EntityId[]): EntityId[] {
  return db
    .prepare(`SELECT DISTINCT owner.canonical_id AS id FROM json_each($ids) wanted JOIN entity target ON target.canonical_id = wanted.value
      JOIN statement ON statement.target_id = target.id AND statement.withdrawn_at IS NULL JOIN entity owner ON owner.id = statement.entity_id`)
    .all({ ids: toJson(canonicalIds) })
    .map(row => EntityId.parse(row['id']));
}

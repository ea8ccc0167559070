import type { StixTimes } from '../../../shared/domain/stix/index.ts';
import type { CaseId, EntityId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { toJson } from '../../db/rows.ts';

export interface LeavingTimes extends StixTimes {
  canonicalId: EntityId;
}

/** By the id under which an entity leaves: when its first and its last statement of this case was recorded. */
export function leavingTimes(db: ReadableDb, caseId: CaseId, ids: readonly EntityId[]): Map<string, LeavingTimes> {
  const rows = db
    .prepare(`SELECT canonical.id AS canonicalId, coalesce(canonical.foreign_id, canonical.id) AS leavingId, canonical.created_at AS createdAt,
        min(recorded_at) AS created, max(recorded_at) AS modified
      FROM json_each($ids) wanted JOIN entity canonical ON canonical.id = wanted.value
      JOIN entity member ON member.canonical_id = canonical.id
      LEFT JOIN statement ON statement.entity_id = member.id AND statement.case_id = $caseId AND statement.withdrawn_at IS NULL
      GROUP BY canonical.id`)
    .all({ caseId, ids: toJson(ids) });
  return new Map(
    rows.map(row => [
      String(row['leavingId']),
      {
        canonicalId: row['canonicalId'] as EntityId,
        created: String(row['created'] ?? row['createdAt']),
        modified: String(row['modified'] ?? row['createdAt']),
      },
    ]),
  );
}

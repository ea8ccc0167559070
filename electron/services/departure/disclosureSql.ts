import type { CaseId, SourceId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb, WritableDb } from '../../db/handles.ts';
import { SourceDisclosure } from '../../../shared/domain/departure/index.ts';

const COLUMNS = `case_id AS caseId, source_id AS sourceId, recipient, step, reason, decided_at AS at, decided_by AS by`;

export function insertDisclosure(db: WritableDb, disclosure: SourceDisclosure): void {
  db.prepare(`INSERT INTO source_disclosure (case_id, source_id, recipient, step, reason, decided_at, decided_by)
              VALUES ($caseId, $sourceId, $recipient, $step, $reason, $at, $by)`).run(disclosure);
}

export interface DisclosureOf {
  caseId: CaseId;
  sourceId: SourceId;
  recipient: string;
}

/** The latest step for this source and recipient: the one that counts. */
export function standingDisclosure(
  db: ReadableDb,
  { caseId, sourceId, recipient }: DisclosureOf,
): SourceDisclosure | null {
  const row = db
    .prepare(`SELECT ${COLUMNS} FROM source_disclosure
      WHERE case_id = $caseId AND source_id = $sourceId AND recipient = $recipient ORDER BY id DESC LIMIT 1`)
    .get({ caseId, sourceId, recipient });
  return row ? SourceDisclosure.parse(row) : null;
}

/** All that was decided for a case, the newest first. */
export function disclosuresOfCase(db: ReadableDb, caseId: CaseId): SourceDisclosure[] {
  return db
    .prepare(`SELECT ${COLUMNS} FROM source_disclosure WHERE case_id = $caseId ORDER BY id DESC`)
    .all({ caseId })
    .map(row => SourceDisclosure.parse(row));
}

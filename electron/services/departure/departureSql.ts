import { Departure, DepartureList } from '../../../shared/domain/departure/index.ts';
import type { CaseId, DepartureId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb, WritableDb } from '../../db/handles.ts';
import { fromJson, toCount, toJson } from '../../db/rows.ts';

const COLUMNS = `id, kind, case_id AS caseId, recipients, audience, reason, list_sha256 AS listSha256, file_name AS fileName,
  file_sha256 AS fileSha256, size_bytes AS sizeBytes, went, stayed, left_at AS at, left_by AS by`;

function toDeparture(row: Record<string, unknown>): Departure {
  return Departure.parse({ ...row, recipients: fromJson(row['recipients']) });
}

export function insertDeparture(db: WritableDb, departure: Departure, list: DepartureList): void {
  db.prepare(`INSERT INTO departure (id, kind, case_id, recipients, audience, reason, list, list_sha256, file_name, file_sha256,
                                     size_bytes, went, stayed, left_at, left_by)
              VALUES ($id, $kind, $caseId, $recipients, $audience, $reason, $list, $listSha256, $fileName, $fileSha256,
                      $sizeBytes, $went, $stayed, $at, $by)`).run({
    ...departure,
    recipients: toJson(departure.recipients),
    list: toJson(list),
  });
}

/** The latest first. */
export function departuresOfCase(db: ReadableDb, caseId: CaseId, offset: number, limit: number): Departure[] {
  return db
    .prepare(`SELECT ${COLUMNS} FROM departure WHERE case_id = $caseId ORDER BY seq DESC LIMIT $limit OFFSET $offset`)
    .all({ caseId, limit, offset })
    .map(toDeparture);
}

export function countDepartures(db: ReadableDb, caseId: CaseId): number {
  return toCount(db.prepare('SELECT count(*) AS n FROM departure WHERE case_id = $caseId').get({ caseId }));
}

export function findDeparture(db: ReadableDb, id: DepartureId): (Departure & { list: DepartureList }) | null {
  const row = db.prepare(`SELECT ${COLUMNS}, list FROM departure WHERE id = $id`).get({ id });
  return row ? { ...toDeparture(row), list: DepartureList.parse(fromJson(row['list'])) } : null;
}

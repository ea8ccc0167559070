import { Request } from '../../../shared/domain/request.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb, WritableDb } from '../../db/handles.ts';

const columns = `id, case_id AS caseId, finding_id AS findingId, addressee,
  (SELECT canonical_id FROM entity WHERE entity.id = request.entity_id) AS entityId, substance, state, sent_on AS sentOn, due_on AS dueOn,
  answered_on AS answeredOn, reply_exhibit_id AS replyExhibitId, note, created_at AS createdAt`;

export function insertRequest(db: WritableDb, request: Request): void {
  db.prepare(`INSERT INTO request (id, case_id, finding_id, addressee, entity_id, substance, state, sent_on, due_on, answered_on, reply_exhibit_id, note, created_at)
              VALUES ($id, $caseId, $findingId, $addressee, $entityId, $substance, $state, $sentOn, $dueOn, $answeredOn, $replyExhibitId, $note, $createdAt)`).run(
    request,
  );
}

export function updateRequestRecord(db: WritableDb, { caseId: _, createdAt: __, ...request }: Request): void {
  db.prepare(`UPDATE request SET finding_id = $findingId, addressee = $addressee, entity_id = $entityId, substance = $substance, state = $state, sent_on = $sentOn, due_on = $dueOn,
              answered_on = $answeredOn, reply_exhibit_id = $replyExhibitId, note = $note WHERE id = $id`).run(request);
}

export function findRequest(db: ReadableDb, id: string): Request | null {
  const row = db.prepare(`SELECT ${columns} FROM request WHERE id = $id`).get({ id });
  return row ? Request.parse(row) : null;
}

export function requestsOfCase(db: ReadableDb, caseId: CaseId): Request[] {
  return db
    .prepare(
      `SELECT ${columns} FROM request WHERE case_id = $caseId ORDER BY coalesce(sent_on, '9999'), created_at, id`,
    )
    .all({ caseId })
    .map(row => Request.parse(row));
}

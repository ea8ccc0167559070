import { custodyGenesis, CustodyEvent } from '../../../shared/domain/custody.ts';
import type { ReadableDb, WritableDb } from '../../db/handles.ts';
import { fromJson, toCount, toJson } from '../../db/rows.ts';

const columns = `seq, at, actor, action, case_id AS caseId, exhibit_id AS exhibitId, subject, sha256, details,
  previous_hash AS previousHash, hash`;

function toEvent(row: Record<string, unknown>): CustodyEvent {
  return CustodyEvent.parse({ ...row, details: fromJson(row['details']) });
}

export function custodyHead(db: ReadableDb): { count: number; hash: string } {
  const row = db.prepare('SELECT seq, hash FROM custody_event ORDER BY seq DESC LIMIT 1').get();
  return row ? { count: Number(row['seq']), hash: String(row['hash']) } : { count: 0, hash: custodyGenesis };
}

export function insertCustodyEvent(db: WritableDb, event: CustodyEvent): void {
  db.prepare(`INSERT INTO custody_event (seq, at, actor, action, case_id, exhibit_id, subject, sha256, details, previous_hash, hash)
              VALUES ($seq, $at, $actor, $action, $caseId, $exhibitId, $subject, $sha256, $details, $previousHash, $hash)`).run(
    {
      ...event,
      details: toJson(event.details),
    },
  );
}

export interface CustodyFilter {
  caseId: string | null;
  exhibitId: string | null;
  subject: string | null;
}

const where = `($caseId IS NULL OR case_id = $caseId) AND ($exhibitId IS NULL OR exhibit_id = $exhibitId)
  AND ($subject IS NULL OR subject = $subject)`;

/** Newest first, before `beforeSeq`. */
export function custodyEvents(
  db: ReadableDb,
  { caseId, exhibitId, subject }: CustodyFilter,
  beforeSeq: number | null,
  limit: number,
): CustodyEvent[] {
  return db
    .prepare(`SELECT ${columns} FROM custody_event WHERE ${where} AND ($beforeSeq IS NULL OR seq < $beforeSeq)
                     ORDER BY seq DESC LIMIT $limit`)
    .all({ caseId, exhibitId, subject, beforeSeq, limit })
    .map(toEvent);
}

export function countCustodyEvents(db: ReadableDb, { caseId, exhibitId, subject }: CustodyFilter): number {
  return toCount(
    db.prepare(`SELECT count(*) AS n FROM custody_event WHERE ${where}`).get({ caseId, exhibitId, subject }),
  );
}

/** In the order of the chain, a slice at a time, so that checking a long log stays flat in memory. */
export function custodyChain(db: ReadableDb, afterSeq: number, limit: number): CustodyEvent[] {
  return db
    .prepare(`SELECT ${columns} FROM custody_event WHERE seq > $afterSeq ORDER BY seq LIMIT $limit`)
    .all({ afterSeq, limit })
    .map(toEvent);
}

import { AdmissionRow } from '../../../shared/contract/exhibit.ts';
import type { JobId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb, WritableDb } from '../../db/handles.ts';
import { toCount } from '../../db/rows.ts';

type Outcome = Pick<AdmissionRow, 'path' | 'outcome' | 'exhibitId' | 'code' | 'sentence'>;

/** A path is given again when a job is resumed: what was refused then may be readable now. */
export function recordAdmission(db: WritableDb, jobId: JobId, outcome: Outcome): void {
  db.prepare(`INSERT INTO admission (job_id, path, outcome, exhibit_id, code, sentence) VALUES ($jobId, $path, $outcome, $exhibitId, $code, $sentence)
              ON CONFLICT (job_id, path) DO UPDATE SET outcome = $outcome, exhibit_id = $exhibitId, code = $code, sentence = $sentence`).run(
    { jobId, ...outcome },
  );
}

/** True if this path was admitted or linked by an earlier run of the job. */
export function isAdmitted(db: ReadableDb, jobId: JobId, path: string): boolean {
  return (
    db
      .prepare(`SELECT 1 FROM admission WHERE job_id = $jobId AND path = $path AND outcome <> 'refused'`)
      .get({ jobId, path }) !== undefined
  );
}

const select = `SELECT path, outcome, exhibit_id AS exhibitId, number, reading, code, coalesce(sentence, problem) AS sentence
  FROM admission LEFT JOIN exhibit ON exhibit.id = exhibit_id`;

export function admissionOf(db: ReadableDb, jobId: JobId, path: string): AdmissionRow | null {
  const row = db.prepare(`${select} WHERE job_id = $jobId AND path = $path`).get({ jobId, path });
  return row ? AdmissionRow.parse(row) : null;
}

export function listAdmissions(
  db: ReadableDb,
  jobId: JobId,
  only: string,
  limit: number,
  offset: number,
): AdmissionRow[] {
  return db
    .prepare(
      `${select} WHERE job_id = $jobId AND ($only = 'all' OR outcome = $only) ORDER BY path LIMIT $limit OFFSET $offset`,
    )
    .all({ jobId, only, limit, offset })
    .map(row => AdmissionRow.parse(row));
}

export function countAdmissions(db: ReadableDb, jobId: JobId): Record<'admitted' | 'linked' | 'refused', number> {
  const row = db
    .prepare(`SELECT sum(outcome = 'admitted') AS admitted, sum(outcome = 'linked') AS linked, sum(outcome = 'refused') AS refused
                          FROM admission WHERE job_id = $jobId`)
    .get({ jobId });
  return { admitted: toCount(row, 'admitted'), linked: toCount(row, 'linked'), refused: toCount(row, 'refused') };
}

export function refusedPaths(db: ReadableDb, jobId: JobId): string[] {
  return db
    .prepare(`SELECT path FROM admission WHERE job_id = $jobId AND outcome = 'refused' ORDER BY path`)
    .all({ jobId })
    .map(row => String(row['path']));
}

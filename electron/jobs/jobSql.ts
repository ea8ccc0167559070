import { type JobKind, JobRecord, JobState } from '../../shared/kernel/job.ts';
import type { Instant } from '../../shared/kernel/dates.ts';
import type { JobId } from '../../shared/kernel/ids.ts';
import type { ReadableDb, WritableDb } from '../db/handles.ts';
import { fromJson, toJson } from '../db/rows.ts';

const columns = 'id, kind, title, status, created_at AS createdAt, updated_at AS updatedAt';

function toRecord(row: Record<string, unknown>): JobRecord {
  return JobRecord.parse({ ...row, status: fromJson(row['status']) });
}

export function insertJob(
  db: WritableDb,
  job: { id: JobId; kind: JobKind; title: string; input: unknown; at: Instant },
): void {
  db.prepare(`INSERT INTO job (id, kind, title, input, status, created_at, updated_at)
              VALUES ($id, $kind, $title, $input, $status, $at, $at)`).run({
    id: job.id,
    kind: job.kind,
    title: job.title,
    input: toJson(job.input),
    status: toJson({ state: 'queued' }),
    at: job.at,
  });
}

export function updateJobState(db: WritableDb, id: JobId, status: JobState, at: Instant): void {
  db.prepare('UPDATE job SET status = $status, updated_at = $at WHERE id = $id').run({
    id,
    status: toJson(status),
    at,
  });
}

export function findJob(db: ReadableDb, id: JobId): (JobRecord & { input: unknown }) | null {
  const row = db.prepare(`SELECT ${columns}, input FROM job WHERE id = $id`).get({ id });
  return row ? { ...toRecord(row), input: fromJson(row['input']) } : null;
}

/** What the title bar lists: the latest first, without those a person has put away. */
export function listJobs(db: ReadableDb): JobRecord[] {
  return db
    .prepare(`SELECT ${columns} FROM job WHERE dismissed_at IS NULL ORDER BY created_at DESC LIMIT 50`)
    .all()
    .map(toRecord);
}

export function dismissJob(db: WritableDb, id: JobId, at: Instant): void {
  db.prepare('UPDATE job SET dismissed_at = $at WHERE id = $id').run({ id, at });
}

/** After a crash nothing runs any more, whatever the rows say. */
export function interruptRunning(db: WritableDb, at: Instant): void {
  for (const row of db
    .prepare(`SELECT id, status FROM job WHERE json_extract(status, '$.state') IN ('queued', 'running')`)
    .all()) {
    const status = JobState.parse(fromJson(row['status']));
    const progress = status.state === 'running' ? status.progress : null;
    updateJobState(db, row['id'] as JobId, { state: 'interrupted', progress }, at);
  }
}

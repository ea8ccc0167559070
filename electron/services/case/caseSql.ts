import { CaseRecord } from '../../../shared/domain/caseRecord.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb, WritableDb } from '../../db/handles.ts';
import { fromFlag, toCount, toFlag } from '../../db/rows.ts';

const columns = `id, reference, title, workstream, handling_mark AS handlingMark, standard, lead, status,
  is_exercise AS isExercise, created_at AS createdAt`;

function toCase(row: Record<string, unknown>): CaseRecord {
  return CaseRecord.parse({ ...row, isExercise: fromFlag(row['isExercise']) });
}

export function insertCase(db: WritableDb, record: CaseRecord): void {
  db.prepare(`INSERT INTO case_record (id, reference, title, workstream, handling_mark, standard, lead, status, is_exercise, created_at)
              VALUES ($id, $reference, $title, $workstream, $handlingMark, $standard, $lead, $status, $isExercise, $createdAt)`).run(
    {
      ...record,
      isExercise: toFlag(record.isExercise),
    },
  );
}

export function updateCase(db: WritableDb, { isExercise: _, createdAt: __, ...record }: CaseRecord): void {
  db.prepare(`UPDATE case_record SET reference = $reference, title = $title, workstream = $workstream, handling_mark = $handlingMark,
              standard = $standard, lead = $lead, status = $status WHERE id = $id`).run(record);
}

export function findCase(db: ReadableDb, id: CaseId): CaseRecord | null {
  const row = db.prepare(`SELECT ${columns} FROM case_record WHERE id = $id`).get({ id });
  return row ? toCase(row) : null;
}

export function findCaseByReference(db: ReadableDb, reference: string): CaseRecord | null {
  const row = db.prepare(`SELECT ${columns} FROM case_record WHERE reference = $reference`).get({ reference });
  return row ? toCase(row) : null;
}

export function listCases(db: ReadableDb): (CaseRecord & { exhibitCount: number; findingCount: number })[] {
  return db
    .prepare(`SELECT ${columns},
      (SELECT count(*) FROM exhibit WHERE case_id = case_record.id AND withdrawn_at IS NULL) AS exhibits,
      (SELECT count(*) FROM finding WHERE case_id = case_record.id) AS findings
    FROM case_record ORDER BY created_at DESC`)
    .all()
    .map(row => ({ ...toCase(row), exhibitCount: toCount(row, 'exhibits'), findingCount: toCount(row, 'findings') }));
}

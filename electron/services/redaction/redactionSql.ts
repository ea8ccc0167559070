import type { StandingMark } from '../../../shared/contract/redaction.ts';
import { Redaction, RedactionMark } from '../../../shared/domain/redaction.ts';
import type { Instant } from '../../../shared/kernel/dates.ts';
import type { CaseId, ExhibitId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb, WritableDb } from '../../db/handles.ts';
import { fromJson, toJson } from '../../db/rows.ts';

const COLUMNS = `redaction.exhibit_id AS exhibitId, redaction.original_id AS originalId, exhibit.case_id AS caseId, redaction.kind,
  redaction.marks, redaction.turns, redaction.engine, redaction.made_at AS at, redaction.made_by AS by, exhibit.number`;

function toRedaction(row: Record<string, unknown>): Redaction & { number: number } {
  return {
    ...Redaction.parse({ ...row, marks: fromJson(row['marks']), turns: fromJson(row['turns']) }),
    number: Number(row['number']),
  };
}

export function insertRedaction(db: WritableDb, { caseId: _, marks, turns, ...redaction }: Redaction): void {
  db.prepare(`INSERT INTO redaction (exhibit_id, original_id, kind, marks, turns, engine, made_at, made_by)
              VALUES ($exhibitId, $originalId, $kind, $marks, $turns, $engine, $at, $by)`).run({
    ...redaction,
    marks: toJson(marks),
    turns: toJson(turns),
  });
}

/** Copies made of an exhibit that stand, the latest first. */
export function copiesMadeOf(db: ReadableDb, originalId: ExhibitId): (Redaction & { number: number })[] {
  return db
    .prepare(`SELECT ${COLUMNS} FROM redaction JOIN exhibit ON exhibit.id = redaction.exhibit_id
      WHERE redaction.original_id = $originalId AND exhibit.withdrawn_at IS NULL ORDER BY exhibit.number DESC`)
    .all({ originalId })
    .map(toRedaction);
}

export function redactionOfCopy(db: ReadableDb, exhibitId: ExhibitId): (Redaction & { number: number }) | null {
  const row = db
    .prepare(
      `SELECT ${COLUMNS} FROM redaction JOIN exhibit ON exhibit.id = redaction.exhibit_id WHERE redaction.exhibit_id = $exhibitId`,
    )
    .get({ exhibitId });
  return row ? toRedaction(row) : null;
}

export function insertMark(
  db: WritableDb,
  { exhibitId, mark, at, by }: { exhibitId: ExhibitId; mark: RedactionMark; at: Instant; by: string },
): number {
  return db
    .prepare('INSERT INTO redaction_mark (exhibit_id, mark, marked_at, marked_by) VALUES ($exhibitId, $mark, $at, $by)')
    .run({ exhibitId, mark: toJson(mark), at, by }).lastInsertRowid;
}

/** False where it does not stand on this exhibit. */
export function takeMarkBack(db: WritableDb, exhibitId: ExhibitId, id: number, at: Instant): boolean {
  const { changes } = db
    .prepare(`UPDATE redaction_mark SET taken_back_at = $at
      WHERE id = $id AND exhibit_id = $exhibitId AND taken_back_at IS NULL`)
    .run({ exhibitId, id, at });
  return changes > 0;
}

/** Exhibits of a case that somebody meant not to leave whole: marked, or with a redacted copy that stands. */
export function exhibitsToRedact(db: ReadableDb, caseId: CaseId): Set<ExhibitId> {
  const rows = db
    .prepare(`SELECT exhibit.id FROM redaction_mark JOIN exhibit ON exhibit.id = redaction_mark.exhibit_id
        WHERE exhibit.case_id = $caseId AND taken_back_at IS NULL
      UNION SELECT redaction.original_id FROM redaction JOIN exhibit ON exhibit.id = redaction.exhibit_id
        WHERE exhibit.case_id = $caseId AND redaction.kind = 'redacted' AND exhibit.withdrawn_at IS NULL`)
    .all({ caseId });
  return new Set(rows.map(row => row['id'] as ExhibitId));
}

/** In the order of pages. */
export function standingMarks(db: ReadableDb, exhibitId: ExhibitId): StandingMark[] {
  return db
    .prepare(`SELECT id, mark, marked_at AS at, marked_by AS by FROM redaction_mark
      WHERE exhibit_id = $exhibitId AND taken_back_at IS NULL ORDER BY id`)
    .all({ exhibitId })
    .map(row => ({
      id: Number(row['id']),
      mark: RedactionMark.parse(fromJson(row['mark'])),
      at: String(row['at']),
      by: String(row['by']),
    }))
    .sort((left, right) => left.mark.pageIndex - right.mark.pageIndex);
}

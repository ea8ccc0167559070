import { CompartmentDecision, Staying } from '../../../shared/domain/compartment.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { Sha256 } from '../../../shared/kernel/digest.ts';
import { CaseId, type ExhibitId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb, WritableDb } from '../../db/handles.ts';

const COLUMNS = `mark.case_id AS caseId, mark.exhibit_id AS exhibitId, mark.verdict, mark.reason,
  mark.decided_at AS at, mark.decided_by AS by`;

/** The latest of each subject. */
const STANDING = `mark.id = (SELECT max(id) FROM compartment_mark AS later
  WHERE later.case_id = mark.case_id AND later.exhibit_id IS mark.exhibit_id)`;

/** What is needed of an exhibit here. The exhibit's own service asks this one before it lets bytes out, so that is not imported. */
export interface Bound {
  caseId: CaseId;
  number: number;
  title: string;
  sha256: Sha256;
}

export function findBound(db: ReadableDb, exhibitId: ExhibitId): Bound | null {
  const row = db
    .prepare('SELECT case_id AS caseId, number, title, sha256 FROM exhibit WHERE id = $exhibitId')
    .get({ exhibitId });
  if (!row) return null;
  return {
    caseId: CaseId.parse(row['caseId']),
    number: Number(row['number']),
    title: String(row['title']),
    sha256: Sha256.parse(row['sha256']),
  };
}

export function insertDecision(db: WritableDb, decision: CompartmentDecision): void {
  db.prepare(`INSERT INTO compartment_mark (case_id, exhibit_id, verdict, reason, decided_at, decided_by)
              VALUES ($caseId, $exhibitId, $verdict, $reason, $at, $by)`).run(decision);
}

export function standingDecision(
  db: ReadableDb,
  { caseId, exhibitId }: Pick<CompartmentDecision, 'caseId' | 'exhibitId'>,
): CompartmentDecision | null {
  const row = db
    .prepare(`SELECT ${COLUMNS} FROM compartment_mark AS mark
      WHERE mark.case_id = $caseId AND mark.exhibit_id IS $exhibitId ORDER BY mark.id DESC LIMIT 1`)
    .get({ caseId, exhibitId });
  return row ? CompartmentDecision.parse(row) : null;
}

export function decisionsOfExhibit(db: ReadableDb, exhibitId: ExhibitId): CompartmentDecision[] {
  return db
    .prepare(`SELECT ${COLUMNS} FROM compartment_mark AS mark WHERE mark.exhibit_id = $exhibitId ORDER BY mark.id DESC`)
    .all({ exhibitId })
    .map(row => CompartmentDecision.parse(row));
}

export function decisionsOfCase(
  db: ReadableDb,
  caseId: CaseId,
): (CompartmentDecision & { exhibitNumber: number | null })[] {
  return db
    .prepare(`SELECT ${COLUMNS}, exhibit.number AS exhibitNumber FROM compartment_mark AS mark
      LEFT JOIN exhibit ON exhibit.id = mark.exhibit_id WHERE mark.case_id = $caseId ORDER BY mark.id DESC`)
    .all({ caseId })
    .map(row => ({
      ...CompartmentDecision.parse(row),
      exhibitNumber: row['exhibitNumber'] === null ? null : Number(row['exhibitNumber']),
    }));
}

/**
 * All that stays through marks of exhibits, walked outward from the marked ones, of which there are few: the same bytes under
 * any number, what came inside those, what holds them, and copies made of any. The nearest way to a mark is the one that is told.
 */
export function stayingThroughExhibits(db: ReadableDb): Map<ExhibitId, Staying> {
  const rows = db
    .prepare(`WITH RECURSIVE
      marked (id, sha256, number, reason, at, by) AS (
        SELECT exhibit.id, exhibit.sha256, exhibit.number, mark.reason, mark.decided_at, mark.decided_by
        FROM compartment_mark AS mark JOIN exhibit ON exhibit.id = mark.exhibit_id
        WHERE mark.verdict = 'never-leaves' AND ${STANDING}),
      same (id, root, through, rank) AS (
        SELECT exhibit.id, marked.id, iif(exhibit.id = marked.id, 'itself', 'same-bytes'), iif(exhibit.id = marked.id, 0, 1)
        FROM marked JOIN exhibit ON exhibit.sha256 = marked.sha256),
      within (id, root, through, rank) AS (
        SELECT id, root, through, rank FROM same
        UNION SELECT exhibit.id, within.root, 'inside', 2 FROM within JOIN exhibit ON exhibit.parent_id = within.id
        UNION SELECT redaction.exhibit_id, within.root, 'copy', 3 FROM within JOIN redaction ON redaction.original_id = within.id),
      around (id, root) AS (
        SELECT parent_id, root FROM same JOIN exhibit USING (id) WHERE parent_id IS NOT NULL
        UNION SELECT exhibit.parent_id, around.root FROM around JOIN exhibit USING (id) WHERE exhibit.parent_id IS NOT NULL)
      SELECT reached.id AS exhibitId, reached.through, marked.number, marked.reason, marked.at, marked.by
      FROM (SELECT id, root, through, rank FROM within UNION ALL SELECT id, root, 'holds', 4 FROM around) AS reached
      JOIN marked ON marked.id = reached.root
      ORDER BY reached.rank, marked.number`)
    .all();
  const found = new Map<ExhibitId, Staying>();
  for (const row of rows) {
    const staying = Staying.parse({ ...row, marked: exhibitNumber(Number(row['number'])) });
    if (!found.has(staying.exhibitId)) found.set(staying.exhibitId, staying);
  }
  return found;
}

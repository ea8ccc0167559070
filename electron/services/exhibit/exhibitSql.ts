import { Exhibit, ExhibitCopy } from '../../../shared/domain/exhibit.ts';
import type { Instant } from '../../../shared/kernel/dates.ts';
import type { CaseId, ExhibitId, JobId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb, WritableDb } from '../../db/handles.ts';
import { fromFlag, fromJson, toCount, toFlag, toJson } from '../../db/rows.ts';

/** The rendition that is read and searched. A document has one at most that is current and whole. */
export const currentRendition = `SELECT r.id FROM rendition r WHERE r.sha256 = exhibit.sha256 AND r.is_current = 1 AND r.is_whole = 1`;

const columns = `exhibit.id, case_id AS caseId, number, exhibit.sha256, size_bytes AS sizeBytes, media_type AS mediaType, file_name AS fileName,
  title, source_id AS sourceId, obtained_how AS obtainedHow, obtained_on AS obtainedOn, obtained_by AS obtainedBy,
  published_on AS publishedOn, languages, handling_mark AS handlingMark, parent_id AS parentId, authenticity,
  authenticity_note AS authenticityNote, is_observation AS isObservation, reading, problem, admitted_at AS admittedAt,
  opened_at AS openedAt, withdrawn_at AS withdrawnAt, (${currentRendition}) AS renditionId,
  coalesce((SELECT page_count FROM rendition WHERE id = (${currentRendition})), 0) AS pageCount,
  (SELECT count(*) FROM passage WHERE exhibit_id = exhibit.id AND withdrawn_at IS NULL) AS passageCount,
  (SELECT count(*) FROM exhibit child WHERE child.parent_id = exhibit.id) AS attachmentCount,
  (SELECT count(*) FROM exhibit_copy WHERE exhibit_id = exhibit.id) AS copyCount`;

function toExhibit(row: Record<string, unknown>): Exhibit {
  return Exhibit.parse({
    ...row,
    languages: fromJson(row['languages']),
    isObservation: fromFlag(row['isObservation']),
  });
}

export function findExhibit(db: ReadableDb, id: string): Exhibit | null {
  const row = db
    .prepare(`SELECT ${columns} FROM exhibit JOIN document USING (sha256) WHERE exhibit.id = $id`)
    .get({ id });
  return row ? toExhibit(row) : null;
}

export function findExhibitByNumber(db: ReadableDb, caseId: CaseId, number: number): Exhibit | null {
  const row = db
    .prepare(`SELECT ${columns} FROM exhibit JOIN document USING (sha256) WHERE case_id = $caseId AND number = $number`)
    .get({ caseId, number });
  return row ? toExhibit(row) : null;
}

/**
 * The exhibit that these bytes already are in this case, if any. Subtle: the `+` keeps SQLite from walking the whole case by
 * its number to save a sort, which made admission quadratic.
 */
export function findExhibitOfDocument(db: ReadableDb, caseId: CaseId, sha256: string): Exhibit | null {
  const row = db
    .prepare(`SELECT ${columns} FROM exhibit JOIN document USING (sha256)
                          WHERE exhibit.sha256 = $sha256 AND +case_id = $caseId ORDER BY number LIMIT 1`)
    .get({ caseId, sha256 });
  return row ? toExhibit(row) : null;
}

export function exhibitsOfCase(db: ReadableDb, caseId: CaseId, afterNumber = 0, limit = 500): Exhibit[] {
  return db
    .prepare(`SELECT ${columns} FROM exhibit JOIN document USING (sha256) WHERE case_id = $caseId AND number > $afterNumber
                     ORDER BY number LIMIT $limit`)
    .all({ caseId, afterNumber, limit })
    .map(toExhibit);
}

/** Exhibits of any case that hold this document. */
export function exhibitIdsOfDocument(db: ReadableDb, sha256: string): ExhibitId[] {
  return db
    .prepare('SELECT id FROM exhibit WHERE sha256 = $sha256 ORDER BY id')
    .all({ sha256 })
    .map(row => row['id'] as ExhibitId);
}

/** What is stored; what is counted or joined is not given. */
export type StoredExhibit = Omit<
  Exhibit,
  'sizeBytes' | 'mediaType' | 'renditionId' | 'pageCount' | 'passageCount' | 'attachmentCount' | 'copyCount'
>;

export function insertExhibit(db: WritableDb, exhibit: StoredExhibit): void {
  db.prepare(`INSERT INTO exhibit (id, case_id, number, sha256, file_name, title, source_id, obtained_how, obtained_on, obtained_by,
      published_on, languages, handling_mark, parent_id, authenticity, authenticity_note, is_observation, reading, problem,
      admitted_at, opened_at, withdrawn_at)
    VALUES ($id, $caseId, $number, $sha256, $fileName, $title, $sourceId, $obtainedHow, $obtainedOn, $obtainedBy, $publishedOn,
      $languages, $handlingMark, $parentId, $authenticity, $authenticityNote, $isObservation, $reading, $problem, $admittedAt,
      $openedAt, $withdrawnAt)`).run({
    ...exhibit,
    languages: toJson(exhibit.languages),
    isObservation: toFlag(exhibit.isObservation),
  });
}

export function updateExhibitRecord(db: WritableDb, exhibit: Exhibit): void {
  const {
    id,
    title,
    sourceId,
    obtainedHow,
    obtainedOn,
    obtainedBy,
    publishedOn,
    handlingMark,
    authenticity,
    authenticityNote,
  } = exhibit;
  db.prepare(`UPDATE exhibit SET title = $title, source_id = $sourceId, obtained_how = $obtainedHow, obtained_on = $obtainedOn,
      obtained_by = $obtainedBy, published_on = $publishedOn, languages = $languages, handling_mark = $handlingMark,
      authenticity = $authenticity, authenticity_note = $authenticityNote, is_observation = $isObservation WHERE id = $id`).run(
    {
      id,
      title,
      sourceId,
      obtainedHow,
      obtainedOn,
      obtainedBy,
      publishedOn,
      handlingMark,
      authenticity,
      authenticityNote,
      languages: toJson(exhibit.languages),
      isObservation: toFlag(exhibit.isObservation),
    },
  );
}

export function setReading(db: WritableDb, id: string, reading: Exhibit['reading'], problem: string | null): void {
  db.prepare('UPDATE exhibit SET reading = $reading, problem = $problem WHERE id = $id').run({ id, reading, problem });
}

/** Takes the document's own title while nobody has given another. */
export function titleFromDocument(db: WritableDb, id: string, title: string): void {
  db.prepare('UPDATE exhibit SET title = $title WHERE id = $id AND title = file_name').run({
    id,
    title: title.slice(0, 500),
  });
}

export function setOpened(db: WritableDb, id: string, at: Instant): void {
  db.prepare('UPDATE exhibit SET opened_at = $at WHERE id = $id AND opened_at IS NULL').run({ id, at });
}

export function setWithdrawn(db: WritableDb, id: string, at: Instant | null): void {
  db.prepare('UPDATE exhibit SET withdrawn_at = $at WHERE id = $id').run({ id, at });
}

export function insertCopy(db: WritableDb, exhibitId: ExhibitId, copy: ExhibitCopy): void {
  db.prepare(`INSERT INTO exhibit_copy (exhibit_id, file_name, path, arrived_at, job_id)
              VALUES ($exhibitId, $fileName, $path, $arrivedAt, $jobId)`).run({ exhibitId, ...copy });
}

export function copiesOf(db: ReadableDb, exhibitId: ExhibitId): ExhibitCopy[] {
  return db
    .prepare(`SELECT file_name AS fileName, path, arrived_at AS arrivedAt, job_id AS jobId FROM exhibit_copy
                     WHERE exhibit_id = $exhibitId ORDER BY id`)
    .all({ exhibitId })
    .map(row => ExhibitCopy.parse(row));
}

export function attachmentsOf(
  db: ReadableDb,
  exhibitId: ExhibitId,
): { id: ExhibitId; number: number; title: string }[] {
  return db
    .prepare('SELECT id, number, title FROM exhibit WHERE parent_id = $exhibitId ORDER BY number')
    .all({ exhibitId })
    .map(row => ({ id: row['id'] as ExhibitId, number: Number(row['number']), title: String(row['title']) }));
}

/** Exhibits of a job that were admitted and not read yet: what a resumed admission still owes. */
export function waitingExhibits(db: ReadableDb, jobId: JobId): ExhibitId[] {
  return db
    .prepare(`WITH RECURSIVE given (id) AS (
      SELECT exhibit_id FROM admission WHERE job_id = $jobId AND exhibit_id IS NOT NULL
      UNION SELECT exhibit.id FROM exhibit JOIN given ON exhibit.parent_id = given.id)
    SELECT exhibit.id FROM exhibit JOIN given USING (id) WHERE reading = 'waiting' ORDER BY number`)
    .all({ jobId })
    .map(row => row['id'] as ExhibitId);
}

/** How many containers an exhibit lies in: 0 for one that was given. */
export function depthOf(db: ReadableDb, id: ExhibitId): number {
  return toCount(
    db
      .prepare(`WITH RECURSIVE container (id, depth) AS (
                  SELECT parent_id, 1 FROM exhibit WHERE id = $id AND parent_id IS NOT NULL
                  UNION ALL SELECT parent_id, depth + 1 FROM exhibit JOIN container USING (id) WHERE parent_id IS NOT NULL)
                SELECT count(*) AS n FROM container`)
      .get({ id }),
  );
}

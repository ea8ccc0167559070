/** What a comment speaks of, looked up where it stands now. Each row tells its words, and whether it was withdrawn. */
import type { SubjectNow } from '../../../shared/contract/comment.ts';
import type { CommentSubject, CommentSubjectKind } from '../../../shared/domain/comment.ts';
import { exhibitNumber, readExhibitNumber } from '../../../shared/domain/exhibit.ts';
import { findingName } from '../../../shared/domain/finding.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb, Row } from '../../db/handles.ts';

/** Each kind with its way up to the case, and to what the window opens. */
const STATEMENTS: Record<Exclude<CommentSubjectKind, 'case'>, string> = {
  exhibit: `SELECT id AS exhibitId, number AS exhibitNumber, title AS words, withdrawn_at IS NOT NULL AS isWithdrawn FROM exhibit
    WHERE case_id = $caseId AND (id = $id OR number = $number)`,
  passage: `SELECT passage.id AS passageId, exhibit_id AS exhibitId, number AS exhibitNumber, page_label AS pageLabel, page_index AS pageIndex,
      CASE passage.kind WHEN 'words' THEN exact ELSE passage.note END AS words, passage.withdrawn_at IS NOT NULL AS isWithdrawn
    FROM passage JOIN exhibit ON exhibit.id = exhibit_id WHERE case_id = $caseId AND passage.id = $id`,
  finding: `SELECT id AS findingId, number AS findingNumber, title AS words, stage = 'withdrawn' AS isWithdrawn
    FROM finding WHERE case_id = $caseId AND id = $id`,
  claim: `SELECT claim.id AS claimId, finding_id AS findingId, number AS findingNumber, text AS words, withdrawn_at IS NOT NULL AS isWithdrawn
    FROM claim JOIN finding ON finding.id = finding_id WHERE case_id = $caseId AND claim.id = $id`,
  citation: `SELECT claim.id AS claimId, finding_id AS findingId, finding.number AS findingNumber, passage_id AS passageId,
      exhibit.id AS exhibitId, exhibit.number AS exhibitNumber, citation.page_label AS pageLabel, citation.page_index AS pageIndex, quote AS words,
      (citation.withdrawn_at IS NOT NULL OR claim.withdrawn_at IS NOT NULL) AS isWithdrawn
    FROM citation JOIN claim ON claim.id = claim_id JOIN finding ON finding.id = finding_id
      JOIN passage ON passage.id = passage_id JOIN exhibit ON exhibit.id = passage.exhibit_id
    WHERE finding.case_id = $caseId AND citation.id = $id
    UNION ALL SELECT NULL, NULL, NULL, passage_id, exhibit.id, exhibit.number, statement_citation.page_label, statement_citation.page_index, quote,
      statement_citation.withdrawn_at IS NOT NULL
    FROM statement_citation JOIN statement ON statement.id = statement_id
      JOIN passage ON passage.id = passage_id JOIN exhibit ON exhibit.id = passage.exhibit_id
    WHERE statement.case_id = $caseId AND statement_citation.id = $id`,
  entity: `SELECT canonical_id AS entityId, caption AS words, withdrawn_at IS NOT NULL AS isWithdrawn FROM entity
    WHERE id = $id AND EXISTS (SELECT 1 FROM case_entity JOIN entity AS member ON member.id = entity_id
      WHERE case_id = $caseId AND member.canonical_id = entity.canonical_id)`,
  statement: `SELECT canonical_id AS entityId, caption || ', ' || property || ': ' || value AS words, statement.withdrawn_at IS NOT NULL AS isWithdrawn
    FROM statement JOIN entity ON entity.id = entity_id WHERE case_id = $caseId AND statement.id = $id`,
  request:
    'SELECT addressee AS called, substance AS words, 0 AS isWithdrawn FROM request WHERE case_id = $caseId AND id = $id',
  figure: `SELECT caption AS words, withdrawn_at IS NOT NULL AS isWithdrawn FROM figure WHERE case_id = $caseId AND id = $id`,
  // A bundle calls the edition that it shows by the digest of its content: it is frozen only when the bundle is whole.
  edition: `SELECT id AS editionId, title AS words, 0 AS isWithdrawn FROM edition
    WHERE case_id = $caseId AND (id = $id OR content_sha256 = $id)`,
};

export interface FoundSubject {
  /** By which this vault knows it; a bundle may call it otherwise. */
  id: string;
  now: SubjectPlace;
  /** The words commented on, as they stand now. */
  words: string;
  isWithdrawn: boolean;
}
export type SubjectPlace = Omit<SubjectNow, 'standing' | 'words'>;

/** Null where this case does not hold it. */
export function findSubject(db: ReadableDb, caseId: CaseId, subject: CommentSubject): FoundSubject | null {
  const { kind, id } = subject;
  const row =
    kind === 'case'
      ? caseRow(db, caseId, id)
      : db.prepare(STATEMENTS[kind]).get(kind === 'exhibit' ? { caseId, id, number: numberIn(id) } : { caseId, id });
  if (!row) return null;
  const { exhibitId = null, passageId = null, findingId = null, claimId = null, entityId = null, words } = row;
  const now = { exhibitId, passageId, findingId, claimId, entityId } as Omit<SubjectPlace, 'name'>;
  return {
    id: String(row['editionId'] ?? id),
    words: String(words),
    isWithdrawn: row['isWithdrawn'] === 1,
    now: { ...now, name: nameOf(subject, row) },
  };
}

export const subjectGone = (name: string): SubjectPlace => ({
  name,
  exhibitId: null,
  passageId: null,
  findingId: null,
  claimId: null,
  entityId: null,
});

/** By its id, or by the reference it had, which is how a bundle calls it. */
function caseRow(db: ReadableDb, caseId: CaseId, id: string): Row | undefined {
  return db
    .prepare(
      'SELECT reference, title AS words, 0 AS isWithdrawn FROM case_record WHERE id = $caseId AND (id = $id OR reference = $id)',
    )
    .get({ caseId, id });
}

function numberIn(id: string): number {
  return /^EX-/i.test(id) ? (readExhibitNumber(id) ?? -1) : -1;
}

const kindWords: Partial<Record<CommentSubjectKind, string>> = {
  request: 'Request to',
  figure: 'Figure',
  edition: 'Report',
};

function nameOf({ kind, pageIndex }: CommentSubject, row: Row): string {
  const words = String(row['called'] ?? row['words']);
  const exhibit = typeof row['exhibitNumber'] === 'number' ? exhibitNumber(row['exhibitNumber']) : '';
  const finding = typeof row['findingNumber'] === 'number' ? findingName({ number: row['findingNumber'] }) : '';
  switch (kind) {
    case 'case':
      return `${row['reference']} ${words}`;
    case 'exhibit':
      return pageIndex === null ? `${exhibit} ${words}` : `${exhibit}, page ${pageIndex + 1}`;
    case 'passage':
      return `${exhibit}, ${pageOf(row)}`;
    case 'finding':
      return `${finding} ${words}`;
    case 'claim':
      return `${finding}, claim`;
    case 'citation':
      return `${finding === '' ? 'Citation' : `${finding}, citation`} of ${exhibit}, ${pageOf(row)}`;
    case 'entity':
    case 'statement':
      return words;
    case 'request':
    case 'figure':
    case 'edition':
      return `${kindWords[kind]} ${words}`;
  }
}

function pageOf(row: Row): string {
  return row['pageLabel'] === null ? `page ${Number(row['pageIndex']) + 1}` : `p. ${row['pageLabel']}`;
}

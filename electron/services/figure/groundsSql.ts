/** What figures rest on: citations of claims and citations of statements, each with its exhibit and page. */
import { ExhibitId, type CitationId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { fromFlag, toJson } from '../../db/rows.ts';

export interface CitedPage {
  citationId: string;
  exhibitId: ExhibitId;
  /** Of the case that the exhibit belongs to. */
  caseReference: string;
  pageIndex: number;
  pageLabel: string | null;
  /** False where the citation was withdrawn, or what it was cited for. */
  stands: boolean;
}

const ofClaims = `SELECT citation.id AS citationId, exhibit.id AS exhibitId, reference AS caseReference, citation.page_index AS pageIndex,
    citation.page_label AS pageLabel, citation.withdrawn_at IS NULL AND claim.withdrawn_at IS NULL AS stands
  FROM json_each($ids) wanted JOIN citation ON citation.id = wanted.value JOIN claim ON claim.id = claim_id`;
const ofStatements = `SELECT sc.id AS citationId, exhibit.id AS exhibitId, reference AS caseReference, sc.page_index AS pageIndex,
    sc.page_label AS pageLabel, sc.withdrawn_at IS NULL AND statement.withdrawn_at IS NULL AS stands
  FROM json_each($ids) wanted JOIN statement_citation sc ON sc.id = wanted.value JOIN statement ON statement.id = statement_id`;
const place =
  'JOIN passage ON passage.id = passage_id JOIN exhibit ON exhibit.id = passage.exhibit_id JOIN case_record ON case_record.id = exhibit.case_id';

const cited = `SELECT * FROM (${ofClaims} ${place} UNION ALL ${ofStatements} ${place}) ORDER BY exhibitId, pageIndex, citationId`;

/** In the order of exhibits and pages. */
export function citedPages(db: ReadableDb, ids: readonly CitationId[]): CitedPage[] {
  return db
    .prepare(cited)
    .all({ ids: toJson(ids) })
    .map(row => ({
      citationId: String(row['citationId']),
      exhibitId: ExhibitId.parse(row['exhibitId']),
      caseReference: String(row['caseReference']),
      pageIndex: Number(row['pageIndex']),
      pageLabel: row['pageLabel'] === null ? null : String(row['pageLabel']),
      stands: fromFlag(row['stands']),
    }));
}

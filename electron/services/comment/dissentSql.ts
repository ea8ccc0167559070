/** Dissents that stand, by the finding they concern: on itself, its claims, or what they cite. */
import type { CommentAuthor } from '../../../shared/domain/comment.ts';
import type { CaseId, FindingId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';

export interface FindingDissent {
  findingId: FindingId;
  author: CommentAuthor;
}

export function dissentsOfCase(db: ReadableDb, caseId: CaseId): FindingDissent[] {
  return db
    .prepare(`WITH concerned (comment_id, finding_id) AS (
        SELECT comment.id, finding.id FROM comment JOIN finding ON subject_kind = 'finding' AND finding.id = subject_id
        UNION SELECT comment.id, claim.finding_id FROM comment JOIN claim ON subject_kind = 'claim' AND claim.id = subject_id
        UNION SELECT comment.id, claim.finding_id FROM comment JOIN citation ON subject_kind = 'citation' AND citation.id = subject_id
          JOIN claim ON claim.id = claim_id)
      SELECT finding_id AS findingId, author_name AS name, author_team AS team FROM comment JOIN concerned ON comment_id = comment.id
      WHERE case_id = $caseId AND is_dissent = 1 AND withdrawn_at IS NULL ORDER BY written_at, id`)
    .all({ caseId })
    .map(row => ({
      findingId: row['findingId'] as FindingId,
      author: { name: String(row['name']), team: String(row['team']) },
    }));
}

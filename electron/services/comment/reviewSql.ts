import { type BundleKnown, ReviewRecord } from '../../../shared/contract/comment.ts';
import type { ReviewedBundle } from '../../../shared/domain/review.ts';
import { Instant } from '../../../shared/kernel/dates.ts';
import type { CaseId, CommentId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb, WritableDb } from '../../db/handles.ts';
import { fromJson, toCount, toJson } from '../../db/rows.ts';

export function insertReview(
  db: WritableDb,
  caseId: CaseId,
  { bundle, reviewer, remarks: _, ...review }: ReviewRecord,
): void {
  db.prepare(`INSERT INTO review (sha256, case_id, file_name, bundle_sha256, bundle, reviewer_name, reviewer_team, problems, received_at, received_by)
    VALUES ($sha256, $caseId, $fileName, $bundleSha256, $bundle, $reviewerName, $reviewerTeam, $problems, $receivedAt, $receivedBy)`).run(
    {
      ...review,
      caseId,
      problems: toJson(review.problems),
      bundleSha256: bundle.caseSha256,
      bundle: toJson(bundle),
      reviewerName: reviewer.name,
      reviewerTeam: reviewer.team,
    },
  );
}

export function insertReviewRemark(db: WritableDb, caseId: CaseId, sha256: string, commentId: CommentId): void {
  db.prepare('INSERT INTO review_remark (case_id, sha256, comment_id) VALUES ($caseId, $sha256, $commentId)').run({
    caseId,
    sha256,
    commentId,
  });
}

export function isReceived(db: ReadableDb, caseId: CaseId, sha256: string): boolean {
  return (
    db.prepare('SELECT 1 FROM review WHERE case_id = $caseId AND sha256 = $sha256').get({ caseId, sha256 }) !==
    undefined
  );
}

export function reviewsOfCase(db: ReadableDb, caseId: CaseId): ReviewRecord[] {
  return db
    .prepare(`SELECT sha256, file_name AS fileName, bundle, reviewer_name AS name, reviewer_team AS team, problems,
        received_at AS receivedAt, received_by AS receivedBy,
        (SELECT count(*) FROM review_remark WHERE case_id = review.case_id AND sha256 = review.sha256) AS remarks
      FROM review WHERE case_id = $caseId ORDER BY received_at DESC, sha256`)
    .all({ caseId })
    .map(({ bundle, problems, name, team, ...row }) =>
      ReviewRecord.parse({
        ...row,
        remarks: toCount(row, 'remarks'),
        bundle: fromJson(bundle),
        problems: fromJson(problems),
        reviewer: { name, team },
      }),
    );
}

/** By the digest of its case record in the event of its export; else by its custody head, which only our log can have made. */
export function bundleKnown(db: ReadableDb, caseId: CaseId, { caseSha256, custodyHead }: ReviewedBundle): BundleKnown {
  const exported = db
    .prepare(`SELECT at, subject, json_extract(details, '$.recipient') AS recipient FROM custody_event
      WHERE action = 'bundle-exported' AND case_id = $caseId AND json_extract(details, '$.caseRecord') = $caseSha256 ORDER BY seq DESC LIMIT 1`)
    .get({ caseId, caseSha256 });
  if (exported)
    return {
      kind: 'exported',
      at: Instant.parse(exported['at']),
      recipient: String(exported['recipient'] ?? ''),
      fileName: String(exported['subject']),
    };
  const head = db
    .prepare('SELECT 1 FROM custody_event WHERE hash = $custodyHead AND (case_id = $caseId OR case_id IS NULL)')
    .get({ caseId, custodyHead });
  return { kind: head ? 'same-custody' : 'unknown' };
}

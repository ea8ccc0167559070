import { Comment, type CommentSubject } from '../../../shared/domain/comment.ts';
import type { Instant } from '../../../shared/kernel/dates.ts';
import type { CaseId, CommentId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb, Row, WritableDb } from '../../db/handles.ts';
import { fromFlag, toFlag } from '../../db/rows.ts';

const columns = `id, case_id AS caseId, subject_kind AS subjectKind, subject_id AS subjectId, page_index AS pageIndex, subject_name AS subjectName,
  quote, parent_id AS parentId, text, verdict, is_dissent AS isDissent, author_name AS authorName, author_team AS authorTeam,
  vault_id AS vaultId, bundle_sha256 AS bundleSha256, written_at AS writtenAt, resolved_as AS resolvedAs, resolved_at AS resolvedAt, resolved_by AS resolvedBy,
  resolved_answer_id AS resolvedAnswerId, withdrawn_at AS withdrawnAt`;

function toComment({
  subjectKind,
  subjectId,
  pageIndex,
  isDissent,
  authorName,
  authorTeam,
  vaultId,
  bundleSha256,
  resolvedAs,
  resolvedAt,
  resolvedBy,
  resolvedAnswerId,
  ...row
}: Row): Comment {
  return Comment.parse({
    ...row,
    subject: { kind: subjectKind, id: subjectId, pageIndex },
    isDissent: fromFlag(isDissent),
    author: { name: authorName, team: authorTeam },
    origin: bundleSha256 === null ? { kind: 'vault', vaultId } : { kind: 'review', bundleSha256 },
    resolved:
      resolvedAt === null ? null : { as: resolvedAs, at: resolvedAt, by: resolvedBy, answerId: resolvedAnswerId },
  });
}

export function insertComment(db: WritableDb, comment: Comment): void {
  const { subject, isDissent, author, origin, resolved, ...plain } = comment;
  db.prepare(`INSERT INTO comment (id, case_id, subject_kind, subject_id, page_index, subject_name, quote, parent_id, text, verdict, is_dissent,
      author_name, author_team, vault_id, bundle_sha256, written_at, resolved_as, resolved_at, resolved_by, resolved_answer_id, withdrawn_at)
    VALUES ($id, $caseId, $subjectKind, $subjectId, $pageIndex, $subjectName, $quote, $parentId, $text, $verdict, $isDissent,
      $authorName, $authorTeam, $vaultId, $bundleSha256, $writtenAt, $resolvedAs, $resolvedAt, $resolvedBy, $resolvedAnswerId, $withdrawnAt)`).run(
    {
      ...plain,
      subjectKind: subject.kind,
      subjectId: subject.id,
      pageIndex: subject.pageIndex,
      isDissent: toFlag(isDissent),
      authorName: author.name,
      authorTeam: author.team,
      vaultId: origin.kind === 'vault' ? origin.vaultId : null,
      bundleSha256: origin.kind === 'review' ? origin.bundleSha256 : null,
      resolvedAs: resolved?.as ?? null,
      resolvedAt: resolved?.at ?? null,
      resolvedBy: resolved?.by ?? null,
      resolvedAnswerId: resolved?.answerId ?? null,
    },
  );
}

export function setResolved(db: WritableDb, id: CommentId, resolved: Comment['resolved']): void {
  db.prepare(
    'UPDATE comment SET resolved_as = $as, resolved_at = $at, resolved_by = $by, resolved_answer_id = $answerId WHERE id = $id',
  ).run({
    id,
    as: resolved?.as ?? null,
    at: resolved?.at ?? null,
    by: resolved?.by ?? null,
    answerId: resolved?.answerId ?? null,
  });
}

export function setCommentWithdrawn(db: WritableDb, id: CommentId, at: Instant | null): void {
  db.prepare('UPDATE comment SET withdrawn_at = $at WHERE id = $id').run({ id, at });
}

export function findComment(db: ReadableDb, id: string): Comment | null {
  const row = db.prepare(`SELECT ${columns} FROM comment WHERE id = $id`).get({ id });
  return row ? toComment(row) : null;
}

export function commentsOfCase(db: ReadableDb, caseId: CaseId): Comment[] {
  return db
    .prepare(`SELECT ${columns} FROM comment WHERE case_id = $caseId ORDER BY written_at, id`)
    .all({ caseId })
    .map(toComment);
}

const MEMBERS = 'SELECT id FROM entity WHERE canonical_id = (SELECT canonical_id FROM entity WHERE id = $id)';
const ENTITY = `SELECT id FROM comment WHERE case_id = $caseId AND subject_kind = 'entity' AND subject_id IN (${MEMBERS})
  UNION SELECT id FROM comment WHERE case_id = $caseId AND subject_kind = 'statement'
    AND subject_id IN (SELECT id FROM statement WHERE entity_id IN (${MEMBERS}))`;
/** A bundle calls the edition that it shows by the digest of its content: it is frozen only when the bundle is whole. */
const EDITION = `SELECT id FROM comment WHERE case_id = $caseId AND subject_kind = 'edition'
    AND (subject_id = $id OR subject_id = (SELECT content_sha256 FROM edition WHERE id = $id))`;
const ANYTHING = 'SELECT id FROM comment WHERE case_id = $caseId AND subject_kind = $kind AND subject_id = $id';

/** With the answers; of an entity also what was said of those that it was judged to be one with, and of what is stated of them. */
export function commentsOnSubject(
  db: ReadableDb,
  caseId: CaseId,
  { kind, id }: Pick<CommentSubject, 'kind' | 'id'>,
): Comment[] {
  const FIRSTS = kind === 'entity' ? ENTITY : kind === 'edition' ? EDITION : ANYTHING;
  return db
    .prepare(`WITH RECURSIVE thread (id) AS (
        SELECT id FROM (${FIRSTS})
        UNION SELECT comment.id FROM comment JOIN thread ON comment.parent_id = thread.id)
      SELECT ${columns} FROM comment WHERE id IN (SELECT id FROM thread) AND case_id = $caseId ORDER BY written_at, id`)
    .all(kind === 'entity' || kind === 'edition' ? { caseId, id } : { caseId, kind, id })
    .map(toComment);
}

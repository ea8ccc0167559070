/**
 * Dissents that stand travel with the findings that they concern, with their threads: who reads a finding must see that somebody of
 * the team thinks otherwise. All other comments are the team's own working notes, and stay.
 */
import type { BundleComment } from '../../../shared/domain/bundle/bundleComment.ts';
import { type Comment, type CommentThread, standingDissents, threadsOf } from '../../../shared/domain/comment.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { commentsOfCase } from '../comment/index.ts';
import type { GatheredBundle } from './gatherBundle.ts';

export function bundleComments(db: ReadableDb, gathered: GatheredBundle): BundleComment[] {
  const whyStays = subjectsHere(gathered);
  return threadsOf(commentsOfCase(db, gathered.input.case.id))
    .filter(({ first, replies }) => standingDissents([first, ...replies]).length > 0)
    .filter(({ first }) => whyStays.has(first.subject.id))
    .flatMap(thread => told(thread, whyStays.get(thread.first.subject.id) ?? null));
}

/** Findings, claims and citations of this bundle; each with why its words stay, or null. */
function subjectsHere({ input }: GatheredBundle): Map<string, string | null> {
  const here = new Map<string, string | null>();
  for (const finding of input.findings) {
    here.set(finding.id, null);
    for (const claim of finding.claims) {
      here.set(claim.id, null);
      for (const citation of claim.citations) here.set(citation.id, input.withheld.get(citation.exhibitId) ?? null);
    }
  }
  return here;
}

function told({ first, replies }: CommentThread, why: string | null): BundleComment[] {
  const ids = new Set<string>([first, ...replies].map(comment => comment.id));
  return [first, ...replies].map(comment => ({
    ...toBundleComment(comment),
    // Of a thread whose first has not arrived here.
    parentId: comment.parentId !== null && ids.has(comment.parentId) ? comment.parentId : null,
    ...(why === null ? {} : { text: `[words withheld: ${why}]`, quote: '', subjectName: '' }),
  }));
}

function toBundleComment(comment: Comment): BundleComment {
  const { id, subject, subjectName, quote, parentId, text, verdict, isDissent, author, writtenAt, withdrawnAt } =
    comment;
  const resolved = comment.resolved ? { at: comment.resolved.at, by: comment.resolved.by } : null;
  return {
    id,
    subject,
    subjectName,
    quote,
    parentId,
    text,
    verdict,
    isDissent,
    author,
    writtenAt,
    withdrawnAt,
    resolved,
  };
}

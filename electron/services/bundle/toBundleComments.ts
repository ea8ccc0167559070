/**
 * Dissents that stand travel with the findings that they concern, with their threads: who reads a finding must see that somebody of
 * the team thinks otherwise. All other comments are the team's own working notes, and stay.
 */
import { type BundleComment, toBundleComment } from '../../../shared/domain/bundle/bundleComment.ts';
import { type CommentThread, standingDissents, threadsOf } from '../../../shared/domain/comment.ts';
import { REDACTED_WORDS } from '../../../shared/domain/redaction.ts';
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
      // A comment quotes what it was written on, redacted since or not.
      for (const { id, exhibitId, quote } of claim.citations)
        here.set(id, input.withheld.get(exhibitId) ?? (quote === REDACTED_WORDS ? 'redacted' : null));
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

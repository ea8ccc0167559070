/** What was said of a thing: the comments that came with the bundle and the remarks made here, in one shape and order. */
import type { BundleComment } from '../../../shared/domain/bundle/bundleComment.ts';
import { byTime, type CommentSubject } from '../../../shared/domain/comment.ts';
import type { Review } from './ReviewProvider.tsx';
import { isSeen } from './reviewState.ts';

export interface Said extends BundleComment {
  /** Of the one who reviews here: it can still be taken back, and changed as long as no file has it. What a colleague’s file brought is theirs. */
  mine: { inFile: boolean } | null;
}

export function saidOf(
  { state, comments }: Pick<Review, 'state' | 'comments'>,
  isMeant: (subject: CommentSubject) => boolean,
): Said[] {
  const came = comments.filter(comment => isMeant(comment.subject)).map(comment => ({ ...comment, mine: null }));
  const known = new Set(came.map(({ id }) => id));
  const made = state.remarks
    .filter(kept => isSeen(kept) && isMeant(kept.remark.subject) && !known.has(kept.remark.id))
    .map(
      ({ remark: { at, ...remark }, inFile }): Said => ({
        ...remark,
        writtenAt: at,
        resolved: null,
        mine: inFile === 'no' || isBy(state.reviewer, remark.author) ? { inFile: inFile !== 'no' } : null,
      }),
    );
  return [...came, ...made].sort(byTime);
}

function isBy(reviewer: Review['state']['reviewer'], { name, team }: Said['author']): boolean {
  return reviewer !== null && reviewer.name === name && reviewer.team === team;
}

export function sameSubject(left: CommentSubject, right: CommentSubject): boolean {
  return left.kind === right.kind && left.id === right.id && left.pageIndex === right.pageIndex;
}

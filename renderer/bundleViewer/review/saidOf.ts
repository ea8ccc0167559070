/** What was said of a thing: the comments that came with the bundle and the remarks made here, in one shape and order. */
import type { BundleComment } from '../../../shared/domain/bundle/bundleComment.ts';
import { byTime, type CommentSubject } from '../../../shared/domain/comment.ts';
import type { Review } from './ReviewProvider.tsx';
import { isSeen } from './reviewState.ts';

export interface Said extends BundleComment {
  /** Made here: it can still be taken back, and changed as long as no file has it. */
  mine: { inFile: boolean } | null;
}

export function saidOf({ state, comments }: Review, isMeant: (subject: CommentSubject) => boolean): Said[] {
  const came = comments.filter(comment => isMeant(comment.subject)).map(comment => ({ ...comment, mine: null }));
  const known = new Set(came.map(({ id }) => id));
  const made = state.remarks
    .filter(kept => isSeen(kept) && isMeant(kept.remark.subject) && !known.has(kept.remark.id))
    .map(
      ({ remark: { at, ...remark }, inFile }): Said => ({
        ...remark,
        writtenAt: at,
        resolved: null,
        mine: { inFile: inFile !== 'no' },
      }),
    );
  return [...came, ...made].sort(byTime);
}

export function sameSubject(left: CommentSubject, right: CommentSubject): boolean {
  return left.kind === right.kind && left.id === right.id && left.pageIndex === right.pageIndex;
}

/** A review in the making, as data: remarks, who makes them, and what of it stands in a file already. Pure, so that it is tested without a browser. */
import {
  draftRemark,
  type RemarkDraft,
  type ReviewedBundle,
  type Reviewer,
  type ReviewFile,
  type ReviewRemark,
  withEarlierWithdrawal,
} from '../../../shared/domain/review.ts';
import type { Instant } from '../../../shared/kernel/dates.ts';
import type { CommentId } from '../../../shared/kernel/ids.ts';

export interface KeptRemark {
  remark: ReviewRemark;
  /** Whether the last file has it: not at all, as standing, or as taken back. */
  inFile: 'no' | 'standing' | 'taken-back';
}

export interface ReviewState {
  reviewer: Reviewer | null;
  /** In the order of writing. */
  remarks: readonly KeptRemark[];
}

export const emptyReview: ReviewState = { reviewer: null, remarks: [] };

/** Adds a remark; `instead` is taken back in the same step, which is how an unsaved remark is changed. */
export function addRemark(
  state: ReviewState,
  draft: Omit<RemarkDraft, 'author'>,
  { bundle, instead }: { bundle: ReviewedBundle; instead: CommentId | null },
): ReviewState {
  if (!state.reviewer) return state;
  const remark = draftRemark({ ...draft, author: state.reviewer }, bundle);
  if (remark.id === instead) return state;
  const rest = instead === null ? state : takeBack(state, instead, draft.at);
  return mergeReviews(rest, { reviewer: null, remarks: [{ remark, inFile: 'no' }] });
}

/** The words stay where a file has them; what no file has is gone from view. */
export function takeBack(state: ReviewState, id: CommentId, at: Instant): ReviewState {
  return {
    ...state,
    remarks: state.remarks.map(kept =>
      kept.remark.id === id && kept.remark.withdrawnAt === null
        ? { ...kept, remark: { ...kept.remark, withdrawnAt: at } }
        : kept,
    ),
  };
}

/** What another tab, or a file, holds beside ours: nothing of either is lost. */
export function mergeReviews(ours: ReviewState, theirs: ReviewState): ReviewState {
  const all = new Map(ours.remarks.map(kept => [kept.remark.id, kept] as const));
  for (const other of theirs.remarks) {
    const mine = all.get(other.remark.id);
    all.set(other.remark.id, {
      remark: withEarlierWithdrawal(other.remark, mine?.remark),
      inFile: later(other.inFile, mine?.inFile ?? 'no'),
    });
  }
  const remarks = [...all.values()].sort(({ remark: left }, { remark: right }) =>
    left.at === right.at ? (left.id < right.id ? -1 : 1) : left.at < right.at ? -1 : 1,
  );
  return { reviewer: ours.reviewer ?? theirs.reviewer, remarks };
}

const order = ['no', 'standing', 'taken-back'] as const;
function later(left: KeptRemark['inFile'], right: KeptRemark['inFile']): KeptRemark['inFile'] {
  return order.indexOf(left) > order.indexOf(right) ? left : right;
}

/** Of a file that was loaded to go on with it. */
export function reviewOfFile({ reviewer, remarks }: ReviewFile): ReviewState {
  return {
    reviewer,
    remarks: remarks.map(remark => ({ remark, inFile: remark.withdrawnAt === null ? 'standing' : 'taken-back' })),
  };
}

/** What goes into a file: all but what was taken back before any file had it. */
export function remarksToSave({ remarks }: ReviewState): ReviewRemark[] {
  return remarks.filter(isSeen).map(({ remark }) => remark);
}

export function isSeen({ remark, inFile }: KeptRemark): boolean {
  return remark.withdrawnAt === null || inFile !== 'no';
}

export function isUnsaved(kept: KeptRemark): boolean {
  return isSeen(kept) && kept.inFile !== (kept.remark.withdrawnAt === null ? 'standing' : 'taken-back');
}

export function afterSaving(state: ReviewState, saved: readonly ReviewRemark[]): ReviewState {
  const written = new Map(saved.map(remark => [remark.id, remark.withdrawnAt] as const));
  return {
    ...state,
    remarks: state.remarks.map(kept => {
      const withdrawnAt = written.get(kept.remark.id);
      return withdrawnAt === undefined ? kept : { ...kept, inFile: withdrawnAt === null ? 'standing' : 'taken-back' };
    }),
  };
}

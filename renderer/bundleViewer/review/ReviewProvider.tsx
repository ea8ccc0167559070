/** Holds the review of this bundle for all places of the viewer that show or take remarks. */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { BundleComment } from '../../../shared/domain/bundle/bundleComment.ts';
import type { BundleCase } from '../../../shared/domain/bundle.ts';
import type { Verdict } from '../../../shared/domain/comment.ts';
import { type RemarkDraft, type ReviewedBundle, type Reviewer, reviewedBundle } from '../../../shared/domain/review.ts';
import { Instant } from '../../../shared/kernel/dates.ts';
import type { CommentId } from '../../../shared/kernel/ids.ts';
import { type Keeping, openReviewMemory } from './reviewMemory.ts';
import {
  addRemark,
  afterSaving,
  emptyReview,
  isUnsaved,
  mergeReviews,
  type ReviewState,
  type remarksToSave,
  takeBack,
} from './reviewState.ts';

export interface RemarkWords {
  text: string;
  verdict: Verdict | null;
  isDissent: boolean;
}

export interface Review {
  bundle: ReviewedBundle;
  state: ReviewState;
  /** Said by others before, where the sender put it in. */
  comments: readonly BundleComment[];
  keeping: Keeping;
  /** Whether the browser keeps the remarks, where it can. */
  setKept(isKept: boolean): void;
  unsaved: number;
  /** Words not yet added, by the thing they are about, so that closing a panel loses nothing. */
  drafts: Map<string, RemarkWords>;
  setReviewer(reviewer: Reviewer): void;
  add(draft: Omit<RemarkDraft, 'author' | 'at'>, instead?: CommentId | null): void;
  takeBack(id: CommentId): void;
  takeIn(loaded: ReviewState): void;
  markSaved(saved: ReturnType<typeof remarksToSave>): void;
  /** Takes the remarks out of the browser, and out of this page. */
  forget(): void;
}

const ReviewContext = createContext<Review | null>(null);

/** Null outside of a review, for instance in a test of a single view: then nothing can be commented on. */
export const useReview = (): Review | null => useContext(ReviewContext);

export function ReviewProvider({ bundle, children }: { bundle: BundleCase; children: ReactNode }) {
  return <ReviewContext value={useReviewOf(bundle)}>{children}</ReviewContext>;
}

function useReviewOf(bundle: BundleCase): Review {
  const about = useMemo(() => reviewedBundle(bundle), [bundle]);
  const memory = useMemo(() => openReviewMemory(about.caseSha256), [about]);
  const [state, setState] = useState<ReviewState>(() => memory.read());
  const [refused, setRefused] = useState(false);
  const [isKept, setKept] = useState(true);
  // Subtle: the latest, since two steps may follow each other before the view is drawn again.
  const latest = useRef(state);
  const show = useCallback((next: ReviewState) => {
    latest.current = next;
    setState(next);
  }, []);
  useEffect(() => memory.onOther(() => show(mergeReviews(latest.current, memory.read()))), [memory, show]);
  const unsaved = state.remarks.filter(isUnsaved).length;
  const drafts = useRef(new Map<string, RemarkWords>()).current;
  useWarningBeforeLeaving(() => unsaved > 0 || [...drafts.values()].some(({ text }) => text.trim() !== ''));
  return useMemo(() => {
    // What another tab wrote meanwhile is taken in before ours is written over it.
    const change = (step: (before: ReviewState) => ReviewState): void => {
      const after = step(isKept ? mergeReviews(latest.current, memory.read()) : latest.current);
      show(after);
      if (isKept) setRefused(!memory.write(after));
    };
    return {
      bundle: about,
      state,
      comments: bundle.comments ?? [],
      keeping: refused ? 'page' : isKept ? memory.keeping : 'page-chosen',
      setKept: kept => {
        setKept(kept);
        if (kept) memory.write(latest.current);
        else memory.forget();
      },
      unsaved,
      drafts,
      setReviewer: reviewer => change(before => ({ ...before, reviewer })),
      add: (draft, instead = null) =>
        change(before => addRemark(before, { ...draft, at: now() }, { bundle: about, instead })),
      takeBack: id => change(before => takeBack(before, id, now())),
      takeIn: loaded => change(before => mergeReviews(before, loaded)),
      markSaved: saved => change(before => afterSaving(before, saved)),
      forget: () => {
        memory.forget();
        show({ ...emptyReview, reviewer: latest.current.reviewer });
      },
    };
  }, [about, bundle, drafts, isKept, memory, refused, show, state, unsaved]);
}

const now = (): Instant => Instant.parse(new Date().toISOString());

/** The browser asks in its own words; a page may only say that there is something to lose. */
function useWarningBeforeLeaving(isNeeded: () => boolean): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (isNeeded()) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  });
}

/**
 * Where a review waits between two visits: the browser's store, under a key of its own for each bundle. A browser may refuse it to
 * pages from disk, or share one store among all of them; then that is said, and the remarks are kept while the page is open.
 */
import { z } from 'zod';
import { Reviewer, ReviewRemark } from '../../../shared/domain/review.ts';
import { emptyReview, type ReviewState } from './reviewState.ts';

export type Keeping =
  /** By the browser, for this page alone. */
  | 'browser'
  /** By the browser, where other pages that are opened from disk could read it too. */
  | 'shared'
  /** Only while the page is open: the browser refused, or is full. */
  | 'page'
  /** Only while the page is open, since the reviewer wants it so. */
  | 'page-chosen';

export const keepingSentences: Record<Keeping, string> = {
  browser: 'Remarks are kept in this browser until you take them away.',
  shared:
    'Remarks are kept in this browser. It has one store for all pages opened from disk, so another such page could read them. If that matters, do not keep them here, and save the file.',
  'page-chosen':
    'Remarks are not kept in this browser: they last until this page is closed. Save the review file before.',
  page: 'This browser keeps nothing for pages opened from disk: the remarks last until this page is closed. Save the review file before.',
};

const Stored = z.object({
  reviewer: Reviewer.nullable(),
  remarks: z.array(z.object({ remark: ReviewRemark, inFile: z.enum(['no', 'standing', 'taken-back']) })),
});

export interface ReviewMemory {
  keeping: Keeping;
  read(): ReviewState;
  /** False where the browser did not take it. */
  write(state: ReviewState): boolean;
  forget(): void;
  /** Told when another tab with the same bundle wrote. */
  onOther(changed: () => void): () => void;
}

export function openReviewMemory(caseSha256: string): ReviewMemory {
  const key = `probatum-review:${caseSha256}`;
  const store = usableStore();
  return {
    keeping: store === null ? 'page' : isShared() ? 'shared' : 'browser',
    read: () => readStored(store?.getItem(key) ?? null),
    write: state => {
      try {
        store?.setItem(key, JSON.stringify(state));
        return store !== null;
      } catch {
        // Full. What was kept before is still there.
        return false;
      }
    },
    forget: () => store?.removeItem(key),
    onOther: changed => {
      const told = (event: StorageEvent): void => {
        if (event.key === key) changed();
      };
      window.addEventListener('storage', told);
      return () => window.removeEventListener('storage', told);
    },
  };
}

function readStored(text: string | null): ReviewState {
  if (text === null) return emptyReview;
  try {
    const stored = Stored.safeParse(JSON.parse(text));
    return stored.success ? stored.data : emptyReview;
  } catch {
    return emptyReview;
  }
}

/** Tried, since a browser may offer a store and refuse each use of it. */
function usableStore(): Storage | null {
  try {
    const probe = 'probatum-review-probe';
    window.localStorage.setItem(probe, '1');
    window.localStorage.removeItem(probe);
    return window.localStorage;
  } catch {
    return null;
  }
}

/** Firefox keeps a store for each file; Chromium and those built on it keep one for all files. */
function isShared(): boolean {
  return window.location.protocol === 'file:' && !navigator.userAgent.includes('Firefox/');
}

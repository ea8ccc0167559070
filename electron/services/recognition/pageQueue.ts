/** Which page comes next: one that somebody looks at before all others, then the exhibits in their order. */
import type { ExhibitId } from '../../../shared/kernel/ids.ts';
import type { PageWish } from '../../jobs/jobContext.ts';

export interface Plan {
  exhibitId: ExhibitId;
  /** Pages that are still to be recognised, in their order. */
  pages: number[];
}

export interface PageQueue<P extends Plan> {
  /** Up to so many pages of one exhibit that is not held back; null when there are none to give out. */
  next(most: (plan: P) => number, isHeld?: (plan: P) => boolean): { plan: P; pages: number[] } | null;
  /** The rest of an exhibit is not wanted any more. Answers how many pages that was. */
  drop(plan: P): number;
}

export function openPageQueue<P extends Plan>(plans: readonly P[], wishes: () => readonly PageWish[]): PageQueue<P> {
  const open = plans.map(plan => ({ plan, pages: new Set(plan.pages) }));
  const byExhibit = new Map(open.map(entry => [entry.plan.exhibitId, entry]));
  let first = 0;

  function wished(isHeld: (plan: P) => boolean): { plan: P; pages: number[] } | null {
    for (const { exhibitId, pageIndex } of wishes()) {
      const entry = byExhibit.get(exhibitId);
      if (entry && !isHeld(entry.plan) && entry.pages.delete(pageIndex))
        return { plan: entry.plan, pages: [pageIndex] };
    }
    return null;
  }

  function firstFree(isHeld: (plan: P) => boolean) {
    for (let at = first; at < open.length; at += 1) {
      const entry = open[at];
      if (entry && entry.pages.size > 0 && !isHeld(entry.plan)) return entry;
    }
    return null;
  }

  return {
    next(most, isHeld = () => false) {
      const page = wished(isHeld);
      if (page) return page;
      while (open[first]?.pages.size === 0) first += 1;
      const entry = firstFree(isHeld);
      if (!entry) return null;
      const pages = [...takeFirst(entry.pages, most(entry.plan))];
      return { plan: entry.plan, pages };
    },
    drop(plan) {
      const pages = byExhibit.get(plan.exhibitId)?.pages;
      const left = pages?.size ?? 0;
      pages?.clear();
      return left;
    },
  };
}

function* takeFirst(pages: Set<number>, most: number): Iterable<number> {
  let taken = 0;
  for (const page of pages) {
    if (taken === most) return;
    pages.delete(page);
    taken += 1;
    yield page;
  }
}

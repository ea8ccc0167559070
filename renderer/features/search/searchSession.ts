/** One search of a case while it is looked at: what was asked, what was read of the answer, and what went wrong. */
import type { ErrorReport } from '../../../shared/kernel/errors.ts';
import type { CaseId, ExhibitId } from '../../../shared/kernel/ids.ts';
import { call, reportOf } from '../../api/index.ts';
import { CaseMemory } from '../exhibit/index.ts';
import {
  type HitPlace,
  type HitStep,
  nextHit,
  noResults,
  previousHit,
  type ResultsInHand,
  withGroups,
  withHits,
} from './hitTrail.ts';

export interface SearchSession {
  query: string;
  state: 'idle' | 'loading' | 'ready' | 'failed';
  results: ResultsInHand;
  warnings: readonly string[];
  tookMs: number | null;
  error: ErrorReport | null;
  readingMore: boolean;
}

const nothingAsked: SearchSession = {
  query: '',
  state: 'idle',
  results: noResults,
  warnings: [],
  tookMs: null,
  error: null,
  readingMore: false,
};

export const searchMemory = new CaseMemory<SearchSession>(nothingAsked);

/** Twenty exhibits fill the screen; the rest is read as one scrolls. */
const GROUPS_AT_ONCE = 20;
const HITS_AT_ONCE = 100;

/** Asks anew. An answer that comes after another question was asked is dropped. */
export async function runSearch(caseId: CaseId, query: string): Promise<void> {
  if (query.trim() === '') {
    searchMemory.change(caseId, () => nothingAsked);
    return;
  }
  // A fresh object marks the question: the answer below is only taken while it is still the one on the screen.
  const asked: SearchSession = { ...searchMemory.get(caseId), query, state: 'loading', error: null };
  searchMemory.change(caseId, () => asked);
  try {
    const answer = await call('search.run', { caseId, query, limit: GROUPS_AT_ONCE });
    searchMemory.change(caseId, now => {
      if (now !== asked) return now;
      const results = withGroups(noResults, answer.groups, answer.nextOffset);
      return { ...now, state: 'ready', results, warnings: answer.warnings, tookMs: answer.tookMs };
    });
  } catch (error) {
    searchMemory.change(caseId, now =>
      now === asked ? { ...now, state: 'failed', results: noResults, error: reportOf(error) } : now,
    );
  }
}

export async function readMoreGroups(caseId: CaseId): Promise<void> {
  const { query, results, readingMore, state } = searchMemory.get(caseId);
  const offset = results.nextOffset;
  if (offset === null || readingMore || state !== 'ready') return;
  searchMemory.change(caseId, now => ({ ...now, readingMore: true }));
  try {
    const answer = await call('search.run', { caseId, query, offset, limit: GROUPS_AT_ONCE });
    searchMemory.change(caseId, now => {
      if (now.query !== query || now.results.nextOffset !== offset) return { ...now, readingMore: false };
      return { ...now, readingMore: false, results: withGroups(now.results, answer.groups, answer.nextOffset) };
    });
  } catch (error) {
    searchMemory.change(caseId, now => ({ ...now, readingMore: false, error: reportOf(error) }));
  }
}

export async function readMoreHits(caseId: CaseId, exhibitId: ExhibitId, from: number): Promise<void> {
  const { query } = searchMemory.get(caseId);
  const { hits } = await call('search.hits', { exhibitId, query, offset: from, limit: HITS_AT_ONCE });
  searchMemory.change(caseId, now => {
    if (now.query !== query) return now;
    return { ...now, results: withHits(now.results, exhibitId, from, hits) };
  });
}

/** The next hit or the one before, reading on where need be; null at the end of all results. */
export async function stepHit(caseId: CaseId, from: HitPlace | null, direction: 1 | -1): Promise<HitPlace | null> {
  const look = (): HitStep => (direction === 1 ? nextHit : previousHit)(searchMemory.get(caseId).results, from);
  let step = look();
  while (step.to === 'more-hits' || step.to === 'more-groups') {
    const before = searchMemory.get(caseId).results;
    if (step.to === 'more-hits') await readMoreHits(caseId, step.exhibitId, step.from);
    else await readMoreGroups(caseId);
    // Nothing came although more was promised: the exhibit changed meanwhile. Stop rather than ask for ever.
    if (sameSize(before, searchMemory.get(caseId).results)) return null;
    step = look();
  }
  return step.to === 'hit' ? step.place : null;
}

function sameSize(left: ResultsInHand, right: ResultsInHand): boolean {
  const count = (results: ResultsInHand) =>
    [...results.moreHits.values()].reduce((sum, hits) => sum + hits.length, results.groups.length);
  return count(left) === count(right) && left.nextOffset === right.nextOffset;
}

/**
 * The way from hit to hit: through a document, then into the next one, over results that are read a page at a time.
 * Pure; where the way leads into what is not read yet, it says what to read.
 */
import type { SearchGroup, SearchHit } from '../../../shared/contract/search.ts';
import type { ExhibitId } from '../../../shared/kernel/ids.ts';

export interface ResultsInHand {
  groups: readonly SearchGroup[];
  /** null once every group is here. */
  nextOffset: number | null;
  /** Hits read beyond the first ones of their group. */
  moreHits: ReadonlyMap<ExhibitId, readonly SearchHit[]>;
}

/** A hit by its place in the results. */
export interface HitPlace {
  exhibitId: ExhibitId;
  hitIndex: number;
}

export type HitStep =
  | { to: 'hit'; place: HitPlace }
  | { to: 'more-hits'; exhibitId: ExhibitId; from: number }
  | { to: 'more-groups'; offset: number }
  | { to: 'end' };

export const noResults: ResultsInHand = { groups: [], nextOffset: null, moreHits: new Map() };

export function hitsOf(results: ResultsInHand, exhibitId: ExhibitId): readonly SearchHit[] {
  const group = results.groups.find(one => one.exhibitId === exhibitId);
  return results.moreHits.get(exhibitId) ?? group?.hits ?? [];
}

export function hitAt(results: ResultsInHand, place: HitPlace | null): SearchHit | null {
  return place ? (hitsOf(results, place.exhibitId)[place.hitIndex] ?? null) : null;
}

export function nextHit(results: ResultsInHand, place: HitPlace | null): HitStep {
  const at = place ? results.groups.findIndex(group => group.exhibitId === place.exhibitId) : -1;
  const group = results.groups[at];
  if (place && group) {
    const hits = hitsOf(results, place.exhibitId);
    if (place.hitIndex + 1 < hits.length) return { to: 'hit', place: { ...place, hitIndex: place.hitIndex + 1 } };
    if (hits.length < group.pageCount) return { to: 'more-hits', exhibitId: place.exhibitId, from: hits.length };
  }
  const following = results.groups[at + 1];
  if (following) return { to: 'hit', place: { exhibitId: following.exhibitId, hitIndex: 0 } };
  return results.nextOffset === null ? { to: 'end' } : { to: 'more-groups', offset: results.nextOffset };
}

/** Backwards into a document leads to its last hit in hand, or asks for the rest first. */
export function previousHit(results: ResultsInHand, place: HitPlace | null): HitStep {
  if (!place) return { to: 'end' };
  if (place.hitIndex > 0) return { to: 'hit', place: { ...place, hitIndex: place.hitIndex - 1 } };
  const at = results.groups.findIndex(group => group.exhibitId === place.exhibitId);
  const before = results.groups[at - 1];
  if (!before) return { to: 'end' };
  const hits = hitsOf(results, before.exhibitId);
  if (hits.length < before.pageCount) return { to: 'more-hits', exhibitId: before.exhibitId, from: hits.length };
  return { to: 'hit', place: { exhibitId: before.exhibitId, hitIndex: Math.max(0, hits.length - 1) } };
}

export function withGroups(
  results: ResultsInHand,
  groups: readonly SearchGroup[],
  nextOffset: number | null,
): ResultsInHand {
  const known = new Set(results.groups.map(group => group.exhibitId));
  return {
    ...results,
    groups: [...results.groups, ...groups.filter(group => !known.has(group.exhibitId))],
    nextOffset,
  };
}

/** Adds hits read from `from` on. */
export function withHits(
  results: ResultsInHand,
  exhibitId: ExhibitId,
  from: number,
  hits: readonly SearchHit[],
): ResultsInHand {
  const kept = hitsOf(results, exhibitId).slice(0, from);
  return { ...results, moreHits: new Map(results.moreHits).set(exhibitId, [...kept, ...hits]) };
}

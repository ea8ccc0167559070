/** The results as rows of one list: a heading for each exhibit, its hits under it, and what more there is. Pure. */
import type { SearchGroup, SearchHit } from '../../../shared/contract/search.ts';
import { hitsOf, type HitPlace, type ResultsInHand } from './hitTrail.ts';

export type ResultRow =
  | { kind: 'exhibit'; group: SearchGroup }
  | { kind: 'hit'; group: SearchGroup; hit: SearchHit; place: HitPlace }
  /** Reads more hits of this exhibit. */
  | { kind: 'more'; group: SearchGroup; left: number; from: number };

export function resultRows(results: ResultsInHand): ResultRow[] {
  const rows: ResultRow[] = [];
  for (const group of results.groups) {
    rows.push({ kind: 'exhibit', group });
    const hits = hitsOf(results, group.exhibitId);
    for (const [hitIndex, hit] of hits.entries())
      rows.push({ kind: 'hit', group, hit, place: { exhibitId: group.exhibitId, hitIndex } });
    if (hits.length < group.pageCount)
      rows.push({ kind: 'more', group, left: group.pageCount - hits.length, from: hits.length });
  }
  return rows;
}

export function samePlace(left: HitPlace | null, right: HitPlace | null): boolean {
  return left?.exhibitId === right?.exhibitId && left?.hitIndex === right?.hitIndex;
}

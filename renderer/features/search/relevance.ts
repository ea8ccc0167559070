/** Which hits a person found relevant while going through them. Kept for this session, per query. */
import type { SearchHit } from '../../../shared/contract/search.ts';
import type { ExhibitId } from '../../../shared/kernel/ids.ts';

export type Relevance = 'relevant' | 'not-relevant';
/** From query and hit to the mark. */
export type RelevanceMarks = ReadonlyMap<string, Relevance>;

export const noMarks: RelevanceMarks = new Map();

export function hitKey(query: string, exhibitId: ExhibitId, hit: Pick<SearchHit, 'pageIndex' | 'start'>): string {
  return [query.trim(), exhibitId, hit.pageIndex, hit.start].join('\u0000');
}

/** The same mark a second time takes it away. */
export function markHit(marks: RelevanceMarks, key: string, relevance: Relevance): RelevanceMarks {
  const next = new Map(marks);
  if (next.get(key) === relevance) next.delete(key);
  else next.set(key, relevance);
  return next;
}

export function countMarks(marks: RelevanceMarks, query: string): { relevant: number; notRelevant: number } {
  const prefix = `${query.trim()}\u0000`;
  let relevant = 0;
  let notRelevant = 0;
  for (const [key, relevance] of marks) {
    if (!key.startsWith(prefix)) continue;
    if (relevance === 'relevant') relevant += 1;
    else notRelevant += 1;
  }
  return { relevant, notRelevant };
}

/** Citations by the words that they are of: one passage that is cited for five values of a tie is one card. Pure. */
import type { OutputOf } from '../../../shared/contract/index.ts';
import { groupBy } from '../../../shared/kernel/groupBy.ts';

export type Cited = OutputOf<'entity.citations'>[number];

export interface CitedGroup {
  key: string;
  /** What all have in common: the words, the place, the bearing. */
  first: Cited;
  citations: readonly Cited[];
}

export function groupCited(cited: readonly Cited[]): CitedGroup[] {
  // The words are part of it: a passage that was cited before and after it moved may have other words.
  const groups = groupBy(cited, ({ passageId, bearing, quote }) => `${passageId} ${bearing} ${quote}`);
  return [...groups].flatMap(([key, citations]) => {
    const [first] = citations;
    return first ? [{ key, first, citations }] : [];
  });
}

/** Each weight once, the greatest first. */
export function weightsOf(citations: readonly Cited[]): Cited['credibility'][] {
  return [...new Set(citations.map(one => one.credibility))].sort((left, right) => left - right);
}

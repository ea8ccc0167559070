// One candidate or none: a passage that cannot be told apart from another is orphaned rather than put in a wrong place.

import type { Candidate } from './candidates.ts';

/** Scores closer than this do not decide. */
const CLEAR_LEAD = 0.1;
/** The nearest decides only if the next one is this many times as far from where the quote stood. */
const CLEARLY_NEARER = 4;

/** `hint` in the same offsets as the candidates. */
export function chooseCandidate(candidates: readonly Candidate[], hint: number | null): Candidate | null {
  const ranked = [...candidates].sort((a, b) => b.score - a.score);
  const [best] = ranked;
  if (!best) return null;
  const perfect = ranked.filter(each => each.perfect);
  const rivals = perfect.length > 0 ? perfect : ranked.filter(each => best.score - each.score < CLEAR_LEAD);
  if (rivals.length === 1) return rivals[0] ?? null;
  if (hint === null) return null;
  const [nearest, next] = rivals
    .map(each => ({ each, distance: Math.abs(each.start - hint) }))
    .sort((a, b) => a.distance - b.distance);
  if (!nearest || !next || nearest.distance * CLEARLY_NEARER > next.distance) return null;
  return nearest.each;
}

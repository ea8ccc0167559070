/** Which hit is open, told from where the route leads. Pure: so going back shows it too. */
import type { ExhibitId } from '../../../shared/kernel/ids.ts';
import type { ReadingTarget } from '../../workbench/index.ts';
import { hitsOf, type HitPlace, type ResultsInHand } from './hitTrail.ts';

export function placeOfTarget(
  results: ResultsInHand,
  exhibitId: ExhibitId | undefined,
  at: ReadingTarget | undefined,
): HitPlace | null {
  if (exhibitId === undefined || at?.kind !== 'quote') return null;
  const hitIndex = hitsOf(results, exhibitId).findIndex(
    hit => hit.pageIndex === at.pageIndex && hit.quote.exact === at.quote.exact && hit.quote.prefix === at.quote.prefix,
  );
  return hitIndex < 0 ? null : { exhibitId, hitIndex };
}

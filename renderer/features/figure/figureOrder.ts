/** Where a figure can be moved: among those that stand with the same finding, or in the annex. Pure. */
import type { Figure } from '../../../shared/domain/figure.ts';

export interface Neighbours {
  /** Its place among all figures of the case. */
  at: number;
  /** The place that it takes when it moves up or down; null at the end of its group. */
  before: number | null;
  behind: number | null;
}

type Placed = Pick<Figure, 'id' | 'findingId'>;

export function neighbours(figures: readonly Placed[], { id, findingId }: Placed): Neighbours {
  const at = figures.findIndex(figure => figure.id === id);
  const group = figures.flatMap((figure, place) => (figure.findingId === findingId ? [place] : []));
  const within = group.indexOf(at);
  return { at, before: group[within - 1] ?? null, behind: group[within + 1] ?? null };
}

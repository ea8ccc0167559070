/** Which of the features are shown, by time: all, those within a stretch, or those of one moment. Pure. */
import type { PlacedFeature } from '../mark/featureFacts.ts';

export type TimeFilter =
  | { mode: 'all' }
  /** Ms UTC. */
  | { mode: 'range'; from: number; to: number }
  | { mode: 'as-at'; at: number };

export const DAY_MS = 86_400_000;

/** From the first to the last day of what is dated; null where nothing is. */
export function extentOf(features: readonly PlacedFeature[]): { from: number; to: number } | null {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { span } of features) {
    for (const side of [span?.from, span?.to]) {
      if (side === null || side === undefined) continue;
      from = Math.min(from, side);
      to = Math.max(to, side);
    }
  }
  if (from > to) return null;
  return { from: Math.floor(from / DAY_MS) * DAY_MS, to: Math.max(Math.ceil(to / DAY_MS) * DAY_MS, from + DAY_MS) };
}

/** What may have been then is shown; what has no date shows when asked for. */
export function isShownAt({ span }: PlacedFeature, filter: TimeFilter, withUndated: boolean): boolean {
  if (filter.mode === 'all') return span !== null || withUndated;
  if (span === null) return withUndated;
  // A day chosen is meant to its end.
  const [from, to] = filter.mode === 'range' ? [filter.from, filter.to + DAY_MS] : [filter.at, filter.at + DAY_MS];
  return (span.from === null || span.from < to) && (span.to === null || span.to > from);
}

export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

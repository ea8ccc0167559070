/** Ranges of a text that do not overlap, chosen among some that do. */
export interface TextPlace {
  start: number;
  end: number;
}

/** By place; of two that overlap the longer one, so that a date in a coordinate is not found as well. */
export function settleOverlaps<Found extends TextPlace>(found: readonly Found[]): Found[] {
  const byLength = [...found].sort((left, right) => right.end - right.start - (left.end - left.start));
  const kept: Found[] = [];
  for (const one of byLength) {
    // `kept` is in order and none overlap, so that only the neighbour needs to be asked.
    const at = firstEndingAfter(kept, one.start);
    const next = kept[at];
    if (next === undefined || next.start >= one.end) kept.splice(at, 0, one);
  }
  return kept;
}

function firstEndingAfter(kept: readonly TextPlace[], offset: number): number {
  let [low, high] = [0, kept.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((kept[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Dates that speak of one time, one more exactly than the other: `1971` and `1971-02-16` are no conflict. */
import { dateSpan, type DateSpan, spansMeet } from '../../kernel/dateSpan.ts';

/** What both say: the wider of the first two that meet. Null where all speak against each other, or one is no date. */
export function dateInCommon(left: readonly string[], right: readonly string[]): string | null {
  for (const ours of left)
    for (const theirs of right) {
      const [one, other] = [dateSpan(ours), dateSpan(theirs)];
      if (one && other && spansMeet(one, other)) return lengthOf(one) >= lengthOf(other) ? ours : theirs;
    }
  return null;
}

function lengthOf({ from, to }: DateSpan): number {
  return from === null || to === null ? Number.POSITIVE_INFINITY : to - from;
}

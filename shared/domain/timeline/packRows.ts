/** Rows of a lane: each stretch in the first row that is free where it begins, so that no two in a row overlap. */

export interface Stretch {
  /** May be infinite: an open end takes its row for good. */
  from: number;
  to: number;
  /** What it is sorted by, somewhere within it; `from` where it is left out. */
  at?: number;
}

/**
 * The row of each, counted from 0, in the order given; -1 for what found none among `most` rows. With room for all it takes as
 * many rows as lie over one another at the fullest place, and no more.
 */
export function packRows(stretches: readonly Stretch[], most = Number.POSITIVE_INFINITY): number[] {
  const order = stretches.map((_, index) => index);
  const of = (index: number) => stretches[index] as Stretch;
  order.sort(
    (left, right) =>
      compare(of(left).at ?? of(left).from, of(right).at ?? of(right).from) ||
      compare(of(right).to, of(left).to) ||
      left - right,
  );
  const rows = new Array<number>(stretches.length).fill(-1);
  const freeFrom: number[] = [];
  for (const index of order) {
    const { from, to } = of(index);
    // Whatever was laid before began before: it is in the way only if it reaches beyond `from`.
    const free = freeFrom.findIndex(at => at <= from);
    const row = free >= 0 ? free : freeFrom.length;
    if (row >= most) continue;
    freeFrom[row] = to;
    rows[index] = row;
  }
  return rows;
}

/** Infinities have no difference. */
function compare(left: number, right: number): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

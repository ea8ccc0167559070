/** Several ties between the same two are told apart: each bends by its own distance. */
export interface Ended {
  id: string;
  sourceId: string;
  targetId: string;
}

/** So far apart that a label of one stands clear of the next. */
export const BEND_STEP = 34;

/**
 * By tie: how far its middle lies from the straight line, to the left as seen from its source; 0 where it is alone. The same
 * side for both directions, so that two ties of opposite direction do not fall onto each other.
 */
export function bendsOf(ties: readonly Ended[]): Map<string, number> {
  const pairs = new Map<string, Ended[]>();
  for (const tie of ties) {
    const key = [tie.sourceId, tie.targetId].sort().join(' ');
    const list = pairs.get(key);
    if (list) list.push(tie);
    else pairs.set(key, [tie]);
  }
  const bends = new Map<string, number>();
  for (const list of pairs.values()) {
    const [one] = list;
    const from = one && (one.sourceId < one.targetId ? one.sourceId : one.targetId);
    list
      .sort((left, right) => (left.id < right.id ? -1 : 1))
      .forEach((tie, index) => {
        const bend = (index - (list.length - 1) / 2) * BEND_STEP;
        bends.set(tie.id, bend === 0 ? 0 : tie.sourceId === from ? bend : -bend);
      });
  }
  return bends;
}

/**
 * Merging and splitting, as what they are: judgements that two records are one subject. Records joined by judgements that stand
 * form a cluster; undoing a judgement takes its join away and nothing else. The result depends on the set of judgements alone,
 * never on the order in which they were made or undone, so two teams with the same judgements see the same clusters.
 */

export interface Join {
  leftId: string;
  rightId: string;
}

/** For each record its cluster's first id in the order of making. Ids are UUIDv7, so the least is the earliest. */
export function clusterRecords(ids: readonly string[], joins: readonly Join[]): Map<string, string> {
  const parent = new Map(ids.map(id => [id, id]));
  const root = (id: string): string => {
    let at = id;
    for (let up = parent.get(at) ?? at; up !== at; up = parent.get(at) ?? at) at = up;
    let walk = id;
    while (walk !== at) {
      const next = parent.get(walk) ?? at;
      parent.set(walk, at);
      walk = next;
    }
    return at;
  };
  for (const { leftId, rightId } of joins) {
    if (!parent.has(leftId)) parent.set(leftId, leftId);
    if (!parent.has(rightId)) parent.set(rightId, rightId);
    const [left, right] = [root(leftId), root(rightId)];
    if (left === right) continue;
    // The least id is the root, so that no second pass is needed.
    if (left < right) parent.set(right, left);
    else parent.set(left, right);
  }
  return new Map([...parent.keys()].map(id => [id, root(id)]));
}

/** The joins that hold two records together, if any: what a split must undo. A shortest way. */
export function joinsBetween<J extends Join>(fromId: string, toId: string, joins: readonly J[]): J[] {
  const cameBy = new Map<string, { join: J; from: string }>();
  const open = [fromId];
  const seen = new Set(open);
  for (let at = 0; at < open.length; at++) {
    const id = open[at] as string;
    if (id === toId) break;
    for (const join of joins) {
      const other = join.leftId === id ? join.rightId : join.rightId === id ? join.leftId : null;
      if (other === null || seen.has(other)) continue;
      seen.add(other);
      cameBy.set(other, { join, from: id });
      open.push(other);
    }
  }
  const way: J[] = [];
  for (let at = toId; at !== fromId; ) {
    const step = cameBy.get(at);
    if (!step) return [];
    way.unshift(step.join);
    at = step.from;
  }
  return way;
}

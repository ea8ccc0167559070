/** What the table of nodes tells beside the names: how many ties, with how many others, and who stands between others. */
import { type Graph, type GraphTie, neighbours } from './graph.ts';

export interface NodeStatistics {
  /** Ties that begin and end here; undirected ones count as both. */
  out: number;
  in: number;
  ties: number;
  /** Distinct others. */
  others: number;
  citations: number;
  /** Parts of the chart without any tie between them, counted from 1, the largest first. */
  part: number;
  /** The share of shortest paths between two others that pass here, 0 to 1 (Brandes, 2001). */
  between: number;
}

export function statisticsOf(graph: Graph): Map<string, NodeStatistics> {
  const parts = partsOf(graph);
  const between = betweenness(graph);
  const found = new Map<string, NodeStatistics & { seen: Set<string> }>();
  for (const { id } of graph.nodes) {
    const blank = { out: 0, in: 0, ties: 0, others: 0, citations: 0 };
    found.set(id, { ...blank, part: parts.get(id) ?? 0, between: between.get(id) ?? 0, seen: new Set() });
  }
  for (const { sourceId, targetId, directed, citationCount } of graph.edges) {
    const source = found.get(sourceId);
    const target = found.get(targetId);
    if (!source || !target) continue;
    source.out += 1;
    target.in += 1;
    if (!directed) {
      source.in += 1;
      target.out += 1;
    }
    for (const one of new Set([source, target])) {
      one.ties += 1;
      one.citations += citationCount;
    }
    if (source !== target) {
      source.seen.add(targetId);
      target.seen.add(sourceId);
    }
  }
  return new Map([...found].map(([id, { seen, ...rest }]) => [id, { ...rest, others: seen.size }]));
}

/** By node: the number of its part. */
export function partsOf(graph: {
  nodes: readonly { id: string }[];
  edges: readonly Pick<GraphTie, 'id' | 'sourceId' | 'targetId'>[];
}): Map<string, number> {
  const around = neighbours(graph);
  const parts: string[][] = [];
  const seen = new Set<string>();
  for (const { id } of graph.nodes) {
    if (seen.has(id)) continue;
    const part = [id];
    seen.add(id);
    for (let at = 0; at < part.length; at += 1) {
      for (const { id: other } of around.get(part[at] ?? '') ?? []) {
        if (seen.has(other)) continue;
        seen.add(other);
        part.push(other);
      }
    }
    parts.push(part);
  }
  const first = new Map(parts.map(part => [part, part.reduce((least, id) => (id < least ? id : least))]));
  parts.sort(
    (left, right) => right.length - left.length || ((first.get(left) ?? '') < (first.get(right) ?? '') ? -1 : 1),
  );
  return new Map(parts.flatMap((part, index) => part.map(id => [id, index + 1] as const)));
}

function betweenness(graph: Graph): Map<string, number> {
  const ids = graph.nodes.map(node => node.id);
  const { starts, others } = adjacency(graph, ids);
  const count = ids.length;
  const score = new Float64Array(count);
  const distance = new Int32Array(count);
  const ways = new Float64Array(count);
  const depends = new Float64Array(count);
  const order = new Int32Array(count);
  // Flat arrays, made once: it runs over all of the graph once for each node.
  for (let from = 0; from < count; from += 1) {
    distance.fill(-1);
    ways.fill(0);
    depends.fill(0);
    distance[from] = 0;
    ways[from] = 1;
    order[0] = from;
    let reached = 1;
    for (let at = 0; at < reached; at += 1) {
      const here = order[at] as number;
      const next = (distance[here] as number) + 1;
      for (let index = starts[here] as number; index < (starts[here + 1] as number); index += 1) {
        const other = others[index] as number;
        if (distance[other] === -1) {
          distance[other] = next;
          order[reached] = other;
          reached += 1;
        }
        if (distance[other] === next) ways[other] = (ways[other] as number) + (ways[here] as number);
      }
    }
    for (let at = reached - 1; at > 0; at -= 1) {
      const here = order[at] as number;
      const before = (distance[here] as number) - 1;
      const share = (1 + (depends[here] as number)) / (ways[here] as number);
      for (let index = starts[here] as number; index < (starts[here + 1] as number); index += 1) {
        const other = others[index] as number;
        if (distance[other] === before) depends[other] = (depends[other] as number) + (ways[other] as number) * share;
      }
      score[here] = (score[here] as number) + (depends[here] as number);
    }
  }
  // Each pair was counted from both of its ends.
  const pairs = (count - 1) * (count - 2);
  return new Map(ids.map((id, index) => [id, pairs > 0 ? (score[index] ?? 0) / pairs : 0]));
}

/** The distinct others of node n are `others[starts[n]]` to before `others[starts[n + 1]]`. */
function adjacency(graph: Graph, ids: readonly string[]): { starts: Int32Array; others: Int32Array } {
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const around = ids.map(() => new Set<number>());
  for (const { sourceId, targetId } of graph.edges) {
    const [source, target] = [indexOf.get(sourceId), indexOf.get(targetId)];
    if (source === undefined || target === undefined || source === target) continue;
    around[source]?.add(target);
    around[target]?.add(source);
  }
  const starts = new Int32Array(ids.length + 1);
  around.forEach((set, index) => {
    starts[index + 1] = (starts[index] as number) + set.size;
  });
  return { starts, others: Int32Array.from(around.flatMap(set => [...set])) };
}

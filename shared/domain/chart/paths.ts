/** Paths between two entities over ties of any direction: all shortest ones, and the next longer ones. */
import { neighbours } from './graph.ts';

/** Who is passed, the ends included; between neighbours stand all ties that join them. */
export interface Path {
  nodeIds: string[];
  /** One less than the nodes. */
  tieIds: string[][];
}

interface Ties {
  edges: readonly { id: string; sourceId: string; targetId: string }[];
}

export interface PathsFound {
  paths: Path[];
  /** There are more than were asked for. */
  more: boolean;
}

/**
 * The shortest paths, then longer ones, up to `count`; none passes anyone twice. Several ties between the same two are one
 * path. Of equal length the order follows the ids, so that the same graph gives the same list.
 */
export function pathsBetween(graph: Ties, fromId: string, toId: string, count: number): PathsFound {
  if (fromId === toId) return { paths: [], more: false };
  const around = distinctNeighbours(graph);
  const found: string[][] = [];
  const candidates = new Map<string, string[]>();
  const first = shortest(around, fromId, toId, new Set(), new Set());
  if (first) candidates.set(first.join(' '), first);
  while (candidates.size > 0 && found.length <= count) {
    const best = [...candidates.values()].sort(byLength)[0] as string[];
    candidates.delete(best.join(' '));
    found.push(best);
    for (const next of deviations(around, best, found)) candidates.set(next.join(' '), next);
  }
  const ties = tiesOfPairs(graph);
  const paths = found.slice(0, count).map(nodeIds => ({
    nodeIds,
    tieIds: nodeIds.slice(1).map((id, at) => ties.get(pair(nodeIds[at] ?? '', id)) ?? []),
  }));
  return { paths, more: found.length > count };
}

/** Only those that are as short as the shortest. */
export function shortestPaths(graph: Ties, fromId: string, toId: string, count: number): PathsFound {
  const { paths, more } = pathsBetween(graph, fromId, toId, count);
  const least = paths[0]?.nodeIds.length ?? 0;
  const short = paths.filter(path => path.nodeIds.length === least);
  return { paths: short, more: more && short.length === paths.length };
}

type Around = ReadonlyMap<string, readonly string[]>;

function distinctNeighbours(graph: Ties): Around {
  return new Map(
    [...neighbours(graph)].map(([id, list]) => [
      id,
      [...new Set(list.map(one => one.id))].filter(other => other !== id).sort(),
    ]),
  );
}

/** From each node of a path but the last: the best way on that no path found before with the same beginning takes (Yen, 1971). */
function deviations(around: Around, path: readonly string[], found: readonly string[][]): string[][] {
  const last = path.at(-1) ?? '';
  const ways: string[][] = [];
  for (let at = 0; at < path.length - 1; at += 1) {
    const begin = path.slice(0, at + 1);
    const taken = new Set(
      found.filter(one => begin.every((id, index) => one[index] === id)).map(one => one[at + 1] ?? ''),
    );
    const on = shortest(around, path[at] ?? '', last, new Set(begin.slice(0, -1)), taken);
    if (on) ways.push([...begin.slice(0, -1), ...on]);
  }
  return ways;
}

/** Breadth first; `notFirst` may not be the second node. */
function shortest(
  around: Around,
  fromId: string,
  toId: string,
  without: ReadonlySet<string>,
  notFirst: ReadonlySet<string>,
): string[] | null {
  const cameFrom = new Map<string, string | null>([[fromId, null]]);
  let edge = [fromId];
  while (edge.length > 0 && !cameFrom.has(toId)) {
    const next: string[] = [];
    for (const id of edge) {
      for (const other of around.get(id) ?? []) {
        if (cameFrom.has(other) || without.has(other) || (id === fromId && notFirst.has(other))) continue;
        cameFrom.set(other, id);
        next.push(other);
      }
    }
    edge = next;
  }
  if (!cameFrom.has(toId)) return null;
  const path: string[] = [];
  for (let at: string | null | undefined = toId; at != null; at = cameFrom.get(at)) path.unshift(at);
  return path;
}

function byLength(left: readonly string[], right: readonly string[]): number {
  return left.length - right.length || (left.join(' ') < right.join(' ') ? -1 : 1);
}

function pair(left: string, right: string): string {
  return left < right ? `${left} ${right}` : `${right} ${left}`;
}

function tiesOfPairs(graph: Ties): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { id, sourceId, targetId } of graph.edges) {
    const key = pair(sourceId, targetId);
    const list = found.get(key);
    if (list) list.push(id);
    else found.set(key, [id]);
  }
  return found;
}

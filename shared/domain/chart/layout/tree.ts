/** Owners above what they own: each node a layer below the lowest of those that point at it; rings of ties are cut where they close. */
import { partsOf } from '../statistics.ts';
import { byTies } from './orders.ts';
import { pack } from './pack.ts';
import { type LayoutGraph, type Point, type Positions, ROOM } from './positions.ts';

/** Passes over the layers; beyond a few they change little. */
const SWEEPS = 8;
const LEAST_STEP = ROOM.height + 54;
const HIGHEST_STEP = 240;

export function treeLayout(graph: LayoutGraph): Positions {
  const part = partsOf(graph);
  const parts = new Map<number, string[]>();
  for (const id of byTies(graph)) {
    const number = part.get(id) ?? 0;
    const list = parts.get(number);
    if (list) list.push(id);
    else parts.set(number, [id]);
  }
  const made = [...parts].sort(([left], [right]) => left - right).map(([, ids]) => layered(graph, ids));
  return pack(made);
}

function layered(graph: LayoutGraph, ids: readonly string[]): Map<string, Point> {
  const inside = new Set(ids);
  const down = new Map<string, string[]>(ids.map(id => [id, []]));
  const up = new Map<string, string[]>(ids.map(id => [id, []]));
  for (const { sourceId, targetId } of withoutRings(graph, ids, inside)) {
    down.get(sourceId)?.push(targetId);
    up.get(targetId)?.push(sourceId);
  }
  const layers = layersOf(ids, down, up);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const order = sweep % 2 === 0 ? layers : layers.toReversed();
    const near = sweep % 2 === 0 ? up : down;
    for (const layer of order) sortByMiddle(layer, near, layers);
  }
  const made = new Map<string, Point>();
  const wideLayers = layers.flatMap(layer => split(layer, Math.max(12, Math.ceil(Math.sqrt(ids.length) * 3))));
  const across = Math.max(...wideLayers.map(layer => layer.length)) * (ROOM.width + 16);
  // A wide tree has room to be high, and its slanting lines room for their words.
  const step = Math.round(Math.min(HIGHEST_STEP, Math.max(LEAST_STEP, (across * 0.6) / wideLayers.length)));
  wideLayers.forEach((layer, depth) => {
    layer.forEach((id, index) => {
      made.set(id, {
        x: Math.round((index - (layer.length - 1) / 2) * (ROOM.width + 16)),
        y: depth * step,
      });
    });
  });
  return made;
}

/** A layer of hundreds is broken into rows: nobody reads a line of fifty metres. */
function split(layer: readonly string[], most: number): string[][] {
  const rows = Math.max(1, Math.ceil(layer.length / most));
  const size = Math.ceil(layer.length / rows);
  return Array.from({ length: rows }, (_, row) => layer.slice(row * size, (row + 1) * size));
}

interface Arrow {
  sourceId: string;
  targetId: string;
}

/** Depth first; a tie that leads back to where one came from is left out. */
function withoutRings(graph: LayoutGraph, ids: readonly string[], inside: ReadonlySet<string>): Arrow[] {
  const out = new Map<string, string[]>();
  for (const { sourceId, targetId } of graph.edges) {
    if (sourceId === targetId || !inside.has(sourceId)) continue;
    const list = out.get(sourceId);
    if (list) list.push(targetId);
    else out.set(sourceId, [targetId]);
  }
  const state = new Map<string, 'open' | 'done'>();
  const kept: Arrow[] = [];
  const hasIncoming = new Set([...out.values()].flat());
  const roots = [...ids.filter(id => !hasIncoming.has(id)), ...ids];
  for (const root of roots) {
    if (state.has(root)) continue;
    const stack: { id: string; at: number }[] = [{ id: root, at: 0 }];
    state.set(root, 'open');
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const next = out.get(top.id)?.[top.at];
      top.at += 1;
      if (next === undefined) {
        state.set(top.id, 'done');
        stack.pop();
      } else if (state.get(next) !== 'open') {
        kept.push({ sourceId: top.id, targetId: next });
        if (!state.has(next)) {
          state.set(next, 'open');
          stack.push({ id: next, at: 0 });
        }
      }
    }
  }
  return kept;
}

/** Longest way from a root; what has no way from anywhere stands on top. */
function layersOf(
  ids: readonly string[],
  down: ReadonlyMap<string, readonly string[]>,
  up: ReadonlyMap<string, readonly string[]>,
): string[][] {
  const waits = new Map(ids.map(id => [id, up.get(id)?.length ?? 0]));
  const depth = new Map<string, number>();
  const ready = ids.filter(id => waits.get(id) === 0);
  for (let at = 0; at < ready.length; at += 1) {
    const id = ready[at] as string;
    for (const next of down.get(id) ?? []) {
      depth.set(next, Math.max(depth.get(next) ?? 0, (depth.get(id) ?? 0) + 1));
      const left = (waits.get(next) ?? 1) - 1;
      waits.set(next, left);
      if (left === 0) ready.push(next);
    }
  }
  const layers: string[][] = [];
  for (const id of ids) {
    const at = depth.get(id) ?? 0;
    while (layers.length <= at) layers.push([]);
    layers[at]?.push(id);
  }
  return layers.filter(layer => layer.length > 0);
}

function sortByMiddle(
  layer: string[],
  near: ReadonlyMap<string, readonly string[]>,
  layers: readonly string[][],
): void {
  const place = new Map<string, number>();
  for (const one of layers)
    one.forEach((id, index) => {
      place.set(id, (index + 0.5) / one.length);
    });
  const middle = new Map(
    layer.map(id => {
      const others = (near.get(id) ?? []).map(other => place.get(other) ?? 0.5);
      return [
        id,
        others.length > 0 ? others.reduce((sum, one) => sum + one, 0) / others.length : (place.get(id) ?? 0.5),
      ];
    }),
  );
  const before = new Map(layer.map((id, index) => [id, index]));
  layer.sort(
    (left, right) =>
      (middle.get(left) ?? 0) - (middle.get(right) ?? 0) || (before.get(left) ?? 0) - (before.get(right) ?? 0),
  );
}

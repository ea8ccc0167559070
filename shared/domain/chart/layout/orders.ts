/** Layouts by order alone: circle, grid, and rings with those of most ties in the middle. */
import { type LayoutGraph, type Point, type Positions, ROOM } from './positions.ts';

/** Those of most ties first; of equal number by id, so that it does not hang on the order of reading. */
export function byTies(graph: LayoutGraph): string[] {
  const ties = new Map(graph.nodes.map(node => [node.id, 0]));
  for (const { sourceId, targetId } of graph.edges)
    for (const id of [sourceId, targetId]) ties.set(id, (ties.get(id) ?? 0) + 1);
  return graph.nodes
    .map(node => node.id)
    .sort((left, right) => (ties.get(right) ?? 0) - (ties.get(left) ?? 0) || (left < right ? -1 : 1));
}

export function circleLayout(graph: LayoutGraph): Positions {
  const ids = byTies(graph);
  return new Map(ids.map((id, index) => [id, onRing(index, ids.length, radiusFor(ids.length))]));
}

/** A little wider than high, as windows and pages are. */
export function gridLayout(graph: LayoutGraph): Positions {
  const ids = byTies(graph);
  const columns = Math.max(1, Math.ceil(Math.sqrt(ids.length * 1.2)));
  return new Map(
    ids.map((id, index) => [
      id,
      { x: (index % columns) * (ROOM.width + 20), y: Math.floor(index / columns) * (ROOM.height + 24) },
    ]),
  );
}

/** The one with most ties in the middle, rings of the rest around it. */
export function ringsLayout(graph: LayoutGraph): Positions {
  const ids = byTies(graph);
  const made = new Map<string, Point>();
  let at = 0;
  for (let ring = 0, radius = 0; at < ids.length; ring += 1, radius = ring * RING_STEP) {
    const room = ring === 0 ? 1 : Math.max(1, Math.floor((2 * Math.PI * radius) / ROOM.width));
    const here = ids.slice(at, at + room);
    here.forEach((id, index) => {
      made.set(id, onRing(index, here.length, radius, ring * 0.5));
    });
    at += here.length;
  }
  return made;
}

const RING_STEP = 170;

/** Large enough that names of neighbours on the ring do not touch. */
function radiusFor(count: number): number {
  return count < 2 ? 0 : Math.max(120, (count * ROOM.width) / (2 * Math.PI));
}

function onRing(index: number, count: number, radius: number, turn = 0): Point {
  const angle = (2 * Math.PI * index) / Math.max(1, count) + turn - Math.PI / 2;
  return { x: Math.round(Math.cos(angle) * radius), y: Math.round(Math.sin(angle) * radius) };
}

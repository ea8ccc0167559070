/** Newcomers go beside what they are tied to, and nobody who was there moves. */
import { neighbours } from '../graph.ts';
import { pushApart } from './apart.ts';
import { boxAround, type LayoutGraph, type Point, type Positions, ROOM } from './positions.ts';

/** So far from the one they came with. */
const REACH = 190;

export function placeBesideKnown(graph: LayoutGraph, known: Positions): Positions {
  const around = neighbours(graph);
  const points = new Map<string, Point>();
  for (const { id } of graph.nodes) {
    const point = known.get(id);
    if (point) points.set(id, { ...point });
  }
  const fixed = new Set(points.keys());
  const centre = boxAround(points.values());
  let waiting = graph.nodes.map(node => node.id).filter(id => !points.has(id));
  const turns = new Map<string, number>();
  while (waiting.length > 0) {
    const placed = waiting.filter(id => {
      const anchorId = around.get(id)?.find(one => points.has(one.id) && one.id !== id)?.id;
      const anchor = anchorId === undefined ? undefined : points.get(anchorId);
      if (anchorId === undefined || !anchor) return false;
      const turn = turns.get(anchorId) ?? 0;
      turns.set(anchorId, turn + 1);
      // The golden angle: however many come, they spread evenly around.
      const angle = turn * 2.399963 + (anchor.x + anchor.y) * 0.01;
      const reach = REACH + Math.floor(turn / 8) * 120;
      points.set(id, { x: anchor.x + Math.cos(angle) * reach, y: anchor.y + Math.sin(angle) * reach });
      return true;
    });
    const left = new Set(waiting);
    for (const id of placed) left.delete(id);
    if (placed.length === 0) {
      const [first] = left;
      if (first === undefined) break;
      // Tied to nothing on the chart: in a row beneath it.
      const index = points.size - fixed.size;
      points.set(first, {
        x: (centre?.left ?? 0) + (index % 8) * (ROOM.width + 20),
        y: (centre?.bottom ?? 0) + ROOM.height * 1.6 + Math.floor(index / 8) * ROOM.height,
      });
      left.delete(first);
    }
    waiting = [...left];
  }
  pushApart(points, fixed);
  return new Map([...points].map(([id, { x, y }]) => [id, { x: Math.round(x), y: Math.round(y) }]));
}

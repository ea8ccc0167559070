/**
 * The force layout, as steps of some milliseconds each: ForceAtlas2 for every part that ties hold together, then names are
 * pushed apart and the parts are set side by side. Begins from the order of the ids and takes a number of steps that follows
 * from the graph alone, so the same graph gives the same picture, however fast the machine.
 */
import iterate from 'graphology-layout-forceatlas2/iterate.js';
import { pushApart } from './apart.ts';
import { lieDown } from './lieDown.ts';
import { pack } from './pack.ts';
import { boxAround, type LayoutGraph, type Point, type Positions, ROOM } from './positions.ts';
import { stretchTies } from './stretch.ts';
import { partsOf } from '../statistics.ts';

/** What a node and an edge take in the matrices of ForceAtlas2. */
const PER_NODE = 10;
const PER_EDGE = 3;
/** From here on its repulsion is reckoned over regions instead of pairs. */
const MANY = 300;

/** Up to so many nodes the words on the lines are read, and lines are long enough for them. */
const SHORT = 80;

export function* forceSteps(graph: LayoutGraph, pins: Positions): Generator<void, Positions> {
  const numbers = partsOf(graph);
  const parts = new Map<number, string[]>();
  for (const { id } of graph.nodes) {
    const number = numbers.get(id) ?? 0;
    const list = parts.get(number);
    if (list) list.push(id);
    else parts.set(number, [id]);
  }
  const loose: Map<string, Point>[] = [];
  const held = new Map<string, Point>();
  const single: string[] = [];
  for (const [, ids] of [...parts].sort(([left], [right]) => left - right)) {
    if (ids.length === 1 && !pins.has(ids[0] ?? '')) {
      single.push(...ids);
      continue;
    }
    const made = yield* onePart(graph, ids.sort(), pins);
    if (ids.some(id => pins.has(id))) for (const [id, point] of made) held.set(id, point);
    else loose.push(made);
  }
  if (single.length > 0) loose.push(inRows(single.sort()));
  const box = boxAround(held.values());
  // What is pinned keeps its place; the rest is set beneath it.
  const packed = pack(loose, box ? { left: box.left, top: box.bottom + ROOM.height } : undefined);
  return new Map([...held, ...packed]);
}

function inRows(ids: readonly string[]): Map<string, Point> {
  const columns = Math.max(1, Math.ceil(Math.sqrt(ids.length * 1.6)));
  return new Map(
    ids.map((id, index) => [id, { x: (index % columns) * ROOM.width, y: Math.floor(index / columns) * ROOM.height }]),
  );
}

function* onePart(graph: LayoutGraph, ids: readonly string[], pins: Positions): Generator<void, Map<string, Point>> {
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const inside = graph.edges.filter(
    ({ sourceId, targetId }) => sourceId !== targetId && indexOf.has(sourceId) && indexOf.has(targetId),
  );
  const scale = spacing(ids.length);
  const nodes = new Float32Array(ids.length * PER_NODE);
  ids.forEach((id, index) => {
    const pin = pins.get(id);
    // The golden angle spreads the beginning evenly.
    const radius = 10 * Math.sqrt(index + 1);
    const at = index * PER_NODE;
    nodes[at] = pin ? pin.x / scale : Math.cos(index * 2.399963) * radius;
    nodes[at + 1] = pin ? pin.y / scale : Math.sin(index * 2.399963) * radius;
    nodes[at + 6] = 1;
    nodes[at + 7] = 1;
    nodes[at + 8] = 1;
    nodes[at + 9] = pin ? 1 : 0;
  });
  const edges = new Float32Array(inside.length * PER_EDGE);
  inside.forEach(({ sourceId, targetId }, index) => {
    const [source, target] = [indexOf.get(sourceId) ?? 0, indexOf.get(targetId) ?? 0];
    edges[index * PER_EDGE] = source * PER_NODE;
    edges[index * PER_EDGE + 1] = target * PER_NODE;
    edges[index * PER_EDGE + 2] = 1;
    nodes[source * PER_NODE + 6] = (nodes[source * PER_NODE + 6] ?? 1) + 1;
    nodes[target * PER_NODE + 6] = (nodes[target * PER_NODE + 6] ?? 1) + 1;
  });
  const settings = {
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 1,
    scalingRatio: 12,
    strongGravityMode: false,
    gravity: 1,
    slowDown: 1 + Math.log(ids.length),
    barnesHutOptimize: ids.length > MANY,
    barnesHutTheta: 0.7,
  };
  for (let step = 0, steps = passesFor(ids.length); step < steps; step += 1) {
    iterate(settings, nodes, edges);
    yield;
  }
  const made = new Map(
    ids.map((id, index) => [
      id,
      { x: (nodes[index * PER_NODE] ?? 0) * scale, y: (nodes[index * PER_NODE + 1] ?? 0) * scale },
    ]),
  );
  const fixed = new Set(ids.filter(id => pins.has(id)));
  if (fixed.size === 0) lieDown(made);
  for (const id of fixed) made.set(id, { ...(pins.get(id) as Point) });
  const isShort = ids.length <= SHORT;
  for (let round = 0; round < 12; round += 1) {
    if (isShort) for (let pass = 0; pass < 5; pass += 1) stretchTies(made, inside, fixed);
    pushApart(made, fixed, 5);
    yield;
  }
  for (const point of made.values()) {
    point.x = Math.round(point.x);
    point.y = Math.round(point.y);
  }
  return made;
}

function passesFor(count: number): number {
  return count > 1000 ? 150 : count > MANY ? 250 : 500;
}

/** ForceAtlas2 works in small units; names need more room between few than nodes need between many. */
function spacing(count: number): number {
  return count > 600 ? 3.2 : count > 80 ? 5 : 6.5;
}

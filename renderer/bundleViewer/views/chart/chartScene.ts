/** What of the chart is drawn in a view, and where. */
import type { Box } from '../../canvas/camera.ts';
import type { BundleChart, BundleChartView } from '../../../../shared/domain/bundle/bundleChart.ts';
import { type Point, type Positions, type Scene, sceneOf, shownGraph } from '../../../../shared/domain/chart/index.ts';

export interface PlacedScene {
  scene: Scene;
  positions: Positions;
}

const WHOLE: Pick<BundleChartView, 'positions' | 'hiddenIds' | 'groups' | 'notes' | 'asAt'> = {
  positions: {},
  hiddenIds: [],
  groups: [],
  notes: [],
  asAt: null,
};

/** `view` null: all that there is, as it was laid out when the bundle was made. */
export function placedScene(chart: BundleChart, view: BundleChartView | null): PlacedScene {
  const { positions: moved, hiddenIds, groups, notes, asAt } = view ?? WHOLE;
  const graph = shownGraph({ nodes: chart.nodes, edges: chart.ties }, { hiddenIds, asAt });
  const positions = new Map<string, Point>(chart.nodes.map(({ id, x, y }) => [id, { x, y }] as const));
  for (const [id, point] of Object.entries(moved)) positions.set(id, point);
  for (const group of groups)
    if (!positions.has(group.id)) positions.set(group.id, middleOf(group.memberIds, positions));
  return { scene: sceneOf(graph, { groups, notes }), positions };
}

/** A closed box stands amid those that it holds, if nobody placed it. */
function middleOf(ids: readonly string[], positions: ReadonlyMap<string, Point>): Point {
  const points = ids.flatMap(id => positions.get(id) ?? []);
  const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
  const count = Math.max(1, points.length);
  return { x: sum.x / count, y: sum.y / count };
}

/** What of the scene lies in a box or crosses it; notes and open boxes are few, and stay. */
export function within({ scene, positions }: PlacedScene, box: Box): PlacedScene {
  const isIn = (id: string): boolean => {
    const point = positions.get(id);
    return Boolean(point && point.x >= box.left && point.x <= box.right && point.y >= box.top && point.y <= box.bottom);
  };
  const meets = (one: string, other: string): boolean => {
    const [from, to] = [positions.get(one), positions.get(other)];
    if (!from || !to) return false;
    return (
      Math.max(from.x, to.x) >= box.left &&
      Math.min(from.x, to.x) <= box.right &&
      Math.max(from.y, to.y) >= box.top &&
      Math.min(from.y, to.y) <= box.bottom
    );
  };
  return {
    scene: {
      ...scene,
      nodes: scene.nodes.filter(node => isIn(node.id)),
      ties: scene.ties.filter(tie => meets(tie.sourceId, tie.targetId)),
    },
    positions,
  };
}

/** Those nodes and ties alone. */
export function only({ scene, positions }: PlacedScene, ids: ReadonlySet<string>): PlacedScene {
  return {
    scene: {
      ...{ boxes: [], notes: [] },
      nodes: scene.nodes.filter(node => ids.has(node.id)),
      ties: scene.ties.filter(tie => ids.has(tie.id)),
    },
    positions,
  };
}

/** The node nearest to a point, within reach. */
export function nodeAt({ scene, positions }: PlacedScene, { x, y }: Point, reach: number): string | null {
  let best: { id: string; distance: number } | null = null;
  for (const { id } of scene.nodes) {
    const point = positions.get(id);
    const distance = point ? Math.hypot(point.x - x, point.y - y) : Number.POSITIVE_INFINITY;
    if (distance <= reach && (best === null || distance < best.distance)) best = { id, distance };
  }
  return best?.id ?? null;
}

/** The nearest node in a direction: ahead counts more than aside. */
export function nodeInDirection({ scene, positions }: PlacedScene, from: string, key: string): string | null {
  const start = positions.get(from);
  const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  if (!start || !way) return null;
  const [wayX = 0, wayY = 0] = way;
  let best: { id: string; cost: number } | null = null;
  for (const { id } of scene.nodes) {
    const point = positions.get(id);
    if (id === from || !point) continue;
    const [x, y] = [point.x - start.x, point.y - start.y];
    const ahead = x * wayX + y * wayY;
    const aside = Math.abs(x * wayY) + Math.abs(y * wayX);
    if (ahead <= 0 || aside > 2 * ahead) continue;
    const cost = ahead + 2 * aside;
    if (best === null || cost < best.cost) best = { id, cost };
  }
  return best?.id ?? null;
}

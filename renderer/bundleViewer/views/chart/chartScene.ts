/** What of the chart is drawn in a view, and where. */
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

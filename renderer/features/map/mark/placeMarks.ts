/** Where marks stand in the picture: those that would lie over one another become one with a count, or a ring about their place. */
import type { GeoProjection } from 'd3-geo';
import { type MapView, type Point, toPoint } from '../view/mapView.ts';
import type { PlacedFeature } from './featureFacts.ts';

export interface SingleMark extends Point {
  kind: 'one';
  feature: PlacedFeature;
  /** Its place, where it stands beside it in a ring; else null. */
  from: Point | null;
}
export interface ClusterMark extends Point {
  kind: 'cluster';
  features: readonly PlacedFeature[];
}
export type Mark = SingleMark | ClusterMark;

/** So that the signs of two clusters do not lie over one another. */
const NEAR_PX = 25;
/** Within this they are in one place at any zoom that helps. */
const SAME_PX = 1.5;
const MOST_IN_RING = 8;
/** Farther off, a ring would reach over seas: there a count says it better. Pixels a radian. */
const RING_FROM_SCALE = 4000;
const RING_PX = 20;

export function placeMarks(features: readonly PlacedFeature[], view: MapView, projection: GeoProjection): Mark[] {
  const points = features.flatMap(feature => {
    const point = toPoint(projection, feature.drawn);
    const isNear =
      point &&
      point.x > -NEAR_PX &&
      point.y > -NEAR_PX &&
      point.x < view.width + NEAR_PX &&
      point.y < view.height + NEAR_PX;
    return isNear ? [{ ...point, feature }] : [];
  });
  return gathered(points).flatMap(group => toMarks(group, view.scale));
}

type Placed = Point & { feature: PlacedFeature };

/** Each joins the first group that began near; a grid finds it without comparing all with all. */
function gathered(points: readonly Placed[]): Placed[][] {
  const cells = new Map<string, Placed[][]>();
  const groups: Placed[][] = [];
  for (const point of points) {
    const [column, row] = [Math.floor(point.x / NEAR_PX), Math.floor(point.y / NEAR_PX)];
    const around = [-1, 0, 1].flatMap(dx => [-1, 0, 1].flatMap(dy => cells.get(`${column + dx} ${row + dy}`) ?? []));
    const group = around.find(([first]) => first && Math.hypot(first.x - point.x, first.y - point.y) < NEAR_PX);
    if (group) group.push(point);
    else {
      const made = [point];
      groups.push(made);
      const key = `${column} ${row}`;
      cells.set(key, [...(cells.get(key) ?? []), made]);
    }
  }
  return groups;
}

function toMarks(group: readonly Placed[], scale: number): Mark[] {
  const [first] = group;
  if (!first) return [];
  if (group.length === 1) return [{ kind: 'one', x: first.x, y: first.y, feature: first.feature, from: null }];
  const isOnePlace = group.every(({ x, y }) => Math.hypot(x - first.x, y - first.y) <= SAME_PX);
  if (isOnePlace && group.length <= MOST_IN_RING && scale >= RING_FROM_SCALE)
    return group.map(({ feature }, index) => {
      const angle = (index / group.length) * 2 * Math.PI - Math.PI / 2;
      const at = { x: first.x + RING_PX * Math.cos(angle), y: first.y + RING_PX * Math.sin(angle) };
      return { kind: 'one', ...at, feature, from: { x: first.x, y: first.y } };
    });
  return [{ kind: 'cluster', x: first.x, y: first.y, features: group.map(({ feature }) => feature) }];
}

export function featuresOf(mark: Mark): readonly PlacedFeature[] {
  return mark.kind === 'one' ? [mark.feature] : mark.features;
}

const REACH_PX = 12;

/** The mark under a point: the nearest within reach. */
export function markAt(marks: readonly Mark[], { x, y }: Point): Mark | null {
  let nearest: Mark | null = null;
  let least = REACH_PX;
  for (const mark of marks) {
    const distance = Math.hypot(mark.x - x, mark.y - y);
    if (distance <= least) [nearest, least] = [mark, distance];
  }
  return nearest;
}

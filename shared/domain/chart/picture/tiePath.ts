/** The way of a line from the rim of one node to the rim of the other, bent to one side; and its arrow head. Pure geometry. */
import type { Point } from '../layout/positions.ts';
import { NODE_RADIUS } from './palette.ts';

export interface TiePath {
  from: Point;
  /** Of the quadratic curve; null: straight. */
  control: Point | null;
  to: Point;
  /** Where its words stand. */
  middle: Point;
  /** In degrees, so turned that words read from left to right. */
  angle: number;
  /** Tip and the two corners. */
  head: [Point, Point, Point];
}

const HEAD_LENGTH = 9;
const HEAD_WIDTH = 4;

export function tiePath(source: Point, target: Point, bend: number): TiePath {
  const length = Math.hypot(target.x - source.x, target.y - source.y);
  if (length < 1) return loop(source, bend);
  const unit = { x: (target.x - source.x) / length, y: (target.y - source.y) / length };
  const left = { x: unit.y, y: -unit.x };
  const centre = { x: (source.x + target.x) / 2, y: (source.y + target.y) / 2 };
  // A quadratic curve goes half as far aside as its control point.
  const control = bend === 0 ? null : { x: centre.x + left.x * bend * 2, y: centre.y + left.y * bend * 2 };
  const from = onRim(source, control ?? target, NODE_RADIUS + 1);
  const to = onRim(target, control ?? source, NODE_RADIUS + 3);
  const degrees = (Math.atan2(unit.y, unit.x) * 180) / Math.PI;
  return {
    from,
    control,
    to,
    middle: { x: centre.x + left.x * bend, y: centre.y + left.y * bend },
    angle: degrees > 90 ? degrees - 180 : degrees <= -90 ? degrees + 180 : degrees,
    head: headAt(to, control ?? source),
  };
}

/** The point at a share of the way from rim to rim. */
export function pointOn({ from, control, to, middle }: TiePath, share: number): Point {
  if (share === 0.5) return middle;
  const mix = (left: Point, right: Point): Point => ({
    x: left.x + (right.x - left.x) * share,
    y: left.y + (right.y - left.y) * share,
  });
  return control ? mix(mix(from, control), mix(control, to)) : mix(from, to);
}

/** A tie of an entity with itself: a small ear above it. */
function loop(at: Point, bend: number): TiePath {
  const reach = 70 + Math.abs(bend);
  const from = { x: at.x - 12, y: at.y - NODE_RADIUS };
  const to = { x: at.x + 12, y: at.y - NODE_RADIUS - 3 };
  const control = { x: at.x, y: at.y - reach * 1.6 };
  return { from, control, to, middle: { x: at.x, y: at.y - reach }, angle: 0, head: headAt(to, control) };
}

function onRim(centre: Point, towards: Point, radius: number): Point {
  const length = Math.hypot(towards.x - centre.x, towards.y - centre.y) || 1;
  return {
    x: centre.x + ((towards.x - centre.x) / length) * radius,
    y: centre.y + ((towards.y - centre.y) / length) * radius,
  };
}

function headAt(tip: Point, comesFrom: Point): [Point, Point, Point] {
  const length = Math.hypot(tip.x - comesFrom.x, tip.y - comesFrom.y) || 1;
  const unit = { x: (tip.x - comesFrom.x) / length, y: (tip.y - comesFrom.y) / length };
  const root = { x: tip.x - unit.x * HEAD_LENGTH, y: tip.y - unit.y * HEAD_LENGTH };
  return [
    tip,
    { x: root.x - unit.y * HEAD_WIDTH, y: root.y + unit.x * HEAD_WIDTH },
    { x: root.x + unit.y * HEAD_WIDTH, y: root.y - unit.x * HEAD_WIDTH },
  ];
}

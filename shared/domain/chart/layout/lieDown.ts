/** Turns a part so that it is wider than high, as windows and pages are. */
import type { Point } from './positions.ts';

/** In place, about its middle; nothing comes nearer to anything by it. */
export function lieDown(points: ReadonlyMap<string, Point>): void {
  const count = points.size;
  if (count < 3) return;
  let [x, y] = [0, 0];
  for (const point of points.values()) [x, y] = [x + point.x / count, y + point.y / count];
  let [xx, xy, yy] = [0, 0, 0];
  for (const point of points.values()) {
    const [dx, dy] = [point.x - x, point.y - y];
    [xx, xy, yy] = [xx + dx * dx, xy + dx * dy, yy + dy * dy];
  }
  // The direction in which they are spread the farthest comes to lie level.
  const turn = -0.5 * Math.atan2(2 * xy, xx - yy);
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  for (const point of points.values()) {
    const [dx, dy] = [point.x - x, point.y - y];
    point.x = x + dx * cos - dy * sin;
    point.y = y + dx * sin + dy * cos;
  }
}

/** Nodes whose rooms overlap are pushed apart, by the shorter way, until none do or the passes are over. */
import { type Point, ROOM } from './positions.ts';

/** In place. Those that are fixed stay; the order of the map decides ties, so that it gives the same each time. */
export function pushApart(
  points: Map<string, Point>,
  fixed: ReadonlySet<string> = new Set(),
  passes = 60,
  room: { width: number; height: number } = ROOM,
): void {
  const ids = [...points.keys()];
  for (let pass = 0; pass < passes; pass += 1) {
    let moved = false;
    const cells = new Map<string, string[]>();
    for (const id of ids) {
      const key = cellOf(points.get(id) as Point, room);
      const list = cells.get(key);
      if (list) list.push(id);
      else cells.set(key, [id]);
    }
    for (const id of ids) {
      const here = points.get(id) as Point;
      for (const other of around(here, cells, room)) {
        if (other <= id) continue;
        if (part(here, points.get(other) as Point, fixed.has(id), fixed.has(other), room)) moved = true;
      }
    }
    if (!moved) return;
  }
}

function cellOf({ x, y }: Point, room: { width: number; height: number }): string {
  return `${Math.floor(x / room.width)},${Math.floor(y / room.height)}`;
}

function around(
  { x, y }: Point,
  cells: ReadonlyMap<string, string[]>,
  room: { width: number; height: number },
): string[] {
  const [column, row] = [Math.floor(x / room.width), Math.floor(y / room.height)];
  const found: string[] = [];
  for (let dx = -1; dx <= 1; dx += 1)
    for (let dy = -1; dy <= 1; dy += 1) found.push(...(cells.get(`${column + dx},${row + dy}`) ?? []));
  return found;
}

function part(
  one: Point,
  other: Point,
  oneStays: boolean,
  otherStays: boolean,
  room: { width: number; height: number },
): boolean {
  if (oneStays && otherStays) return false;
  const overX = room.width - Math.abs(other.x - one.x);
  const overY = room.height - Math.abs(other.y - one.y);
  if (overX <= 0.5 || overY <= 0.5) return false;
  const share = oneStays || otherStays ? 1 : 0.5;
  if (overX / room.width < overY / room.height) {
    const push = overX * share * (other.x >= one.x ? 1 : -1);
    if (!oneStays) one.x -= push;
    if (!otherStays) other.x += push;
  } else {
    const push = overY * share * (other.y >= one.y ? 1 : -1);
    if (!oneStays) one.y -= push;
    if (!otherStays) other.y += push;
  }
  return true;
}

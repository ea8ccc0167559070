/** Parts that no tie joins are set beside one another, in rows, the largest first. */
import { boxAround, type Point, type Positions, ROOM } from './positions.ts';

const GAP = 40;

export function pack(
  parts: readonly ReadonlyMap<string, Point>[],
  below: { left: number; top: number } = { left: 0, top: 0 },
): Positions {
  const boxes = parts.flatMap((part, index) => {
    const box = boxAround(part.values());
    return box
      ? [{ part, box, index, width: box.right - box.left + ROOM.width, height: box.bottom - box.top + ROOM.height }]
      : [];
  });
  const area = boxes.reduce((sum, one) => sum + one.width * one.height, 0);
  const rowWidth = Math.max(...boxes.map(one => one.width), Math.sqrt(area * 1.9), 1);
  boxes.sort((left, right) => right.height - left.height || left.index - right.index);
  const made = new Map<string, Point>();
  let [x, y, rowHeight] = [0, 0, 0];
  for (const { part, box, width, height } of boxes) {
    if (x > 0 && x + width > rowWidth) {
      y += rowHeight + GAP;
      [x, rowHeight] = [0, 0];
    }
    for (const [id, point] of part)
      made.set(id, {
        x: Math.round(below.left + x + point.x - box.left + ROOM.width / 2),
        y: Math.round(below.top + y + point.y - box.top + ROOM.height / 2),
      });
    x += width + GAP;
    rowHeight = Math.max(rowHeight, height);
  }
  return made;
}

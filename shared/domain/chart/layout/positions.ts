/** Where nodes are. All layouts are pure: the same graph and the same pins give the same picture. */
export interface Point {
  x: number;
  y: number;
}
export type Positions = ReadonlyMap<string, Point>;

export interface LayoutGraph {
  nodes: readonly { id: string }[];
  edges: readonly { id: string; sourceId: string; targetId: string; directed: boolean }[];
}

/** The room of a node with its name beneath it. */
export const ROOM = { width: 150, height: 96 };

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export function boxAround(points: Iterable<Point>): Box | null {
  let box: Box | null = null;
  for (const { x, y } of points) {
    if (box === null) box = { left: x, top: y, right: x, bottom: y };
    else {
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
    }
  }
  return box;
}

/** Pinned nodes stay where they are, whatever a layout made of them. */
export function withPins(made: Positions, pins: Positions): Positions {
  return pins.size === 0 ? made : new Map([...made].map(([id, point]) => [id, pins.get(id) ?? point]));
}

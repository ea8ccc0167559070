/** Where along its line a tie has room for its words: clear of nodes, of their names, of notes, and of the words of other ties. */
import { columnsOf } from './labelLines.ts';
import type { Point, Positions } from './layout/positions.ts';
import { LABEL_LEADING, NODE_RADIUS } from './picture/palette.ts';
import { pointOn, tiePath } from './picture/tiePath.ts';
import type { Scene, SceneNode } from './scene.ts';

interface Block {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** As faces are on average: a column of the words on a line, and of a name. */
const WORDS_COLUMN = 4.9;
const NAME_COLUMN = 5.8;
/** Half the height of words on a line. */
const HALF_HEIGHT = 6;
/** The middle first, then ever nearer to one of the ends. */
const SHARES = [0.5, 0.43, 0.57, 0.36, 0.64, 0.29, 0.71];
/** Words are looked at in points so far apart. */
const SAMPLE = 6;
const CELL = 160;

/** By tie: at what share of its line the words stand. A tie that is missing has no room for them. */
export function tieWordPlaces({ nodes, ties, notes }: Scene, positions: Positions, noteHeight: NoteHeight) {
  const taken = new Blocks();
  for (const node of nodes) {
    const at = positions.get(node.id);
    if (at) for (const block of blocksOf(node, at)) taken.add(block);
  }
  for (const note of notes) taken.add(around(note, note.width / 2, noteHeight(note) / 2));
  const places = new Map<string, number>();
  for (const tie of ties) {
    const [source, target] = [positions.get(tie.sourceId), positions.get(tie.targetId)];
    if (tie.words === '' || !source || !target) continue;
    const path = tiePath(source, target, tie.bend);
    const length = Math.hypot(path.to.x - path.from.x, path.to.y - path.from.y);
    const isLoop = tie.sourceId === tie.targetId;
    const half = (columnsOf(tie.words) * WORDS_COLUMN) / 2;
    for (const share of isLoop ? [0.5] : SHARES) {
      if (!isLoop && Math.min(share, 1 - share) * length < half) continue;
      const turn = (path.angle * Math.PI) / 180;
      const middle = pointOn(path, share);
      const points = along(middle, { x: Math.cos(turn), y: Math.sin(turn) }, half);
      if (points.some(point => taken.holds(point))) continue;
      for (const point of points) taken.add(around(point, 2, 2));
      places.set(tie.id, share);
      break;
    }
  }
  return places as ReadonlyMap<string, number>;
}

type NoteHeight = (note: Scene['notes'][number]) => number;

function blocksOf({ lines }: SceneNode, at: Point): Block[] {
  const half = (Math.max(...lines.map(columnsOf), 0) * NAME_COLUMN) / 2;
  const top = at.y + NODE_RADIUS + 4;
  return [
    around(at, NODE_RADIUS, NODE_RADIUS),
    { left: at.x - half, top, right: at.x + half, bottom: top + lines.length * LABEL_LEADING },
  ];
}

function around({ x, y }: Point, halfWidth: number, halfHeight: number): Block {
  return { left: x - halfWidth, top: y - halfHeight, right: x + halfWidth, bottom: y + halfHeight };
}

function along(middle: Point, unit: Point, half: number): Point[] {
  const count = Math.max(2, Math.ceil((2 * half) / SAMPLE));
  return Array.from({ length: count + 1 }, (_, index) => {
    const off = -half + (2 * half * index) / count;
    return { x: middle.x + unit.x * off, y: middle.y + unit.y * off };
  });
}

/** Looked up by cells, since of thousands only the nearest matter. */
class Blocks {
  readonly #cells = new Map<string, Block[]>();

  add(block: Block): void {
    const [left, right] = [block.left - HALF_HEIGHT, block.right + HALF_HEIGHT];
    const [top, bottom] = [block.top - HALF_HEIGHT, block.bottom + HALF_HEIGHT];
    for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x += 1)
      for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y += 1) {
        const key = `${x},${y}`;
        const list = this.#cells.get(key);
        if (list) list.push({ left, top, right, bottom });
        else this.#cells.set(key, [{ left, top, right, bottom }]);
      }
  }

  holds({ x, y }: Point): boolean {
    const near = this.#cells.get(`${Math.floor(x / CELL)},${Math.floor(y / CELL)}`) ?? [];
    return near.some(({ left, top, right, bottom }) => x > left && x < right && y > top && y < bottom);
  }
}

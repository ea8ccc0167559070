/** Pages that lie on their side or head: turning them, and finding back where a box was before. */
import type { Raster } from '../raster/raster.ts';
import { type Orientation, turnUpright } from '../raster/turn.ts';
import { type Box, onPage } from './box.ts';

/** Clockwise. */
export type QuarterTurns = 0 | 1 | 2 | 3;

const ORIENTATIONS: Record<QuarterTurns, Orientation> = { 0: 1, 1: 6, 2: 3, 3: 8 };

export function turned(page: Raster, quarterTurns: QuarterTurns): Raster {
  return turnUpright(page, ORIENTATIONS[quarterTurns]);
}

/** Where on the page as it was lies what is at `box` after so many quarter turns. */
export function turnBack(box: Box, quarterTurns: QuarterTurns): Box {
  const { x, y, w, h } = box;
  if (quarterTurns === 1) return onPage({ x: y, y: 1 - x - w, w: h, h: w });
  if (quarterTurns === 2) return onPage({ x: 1 - x - w, y: 1 - y - h, w, h });
  if (quarterTurns === 3) return onPage({ x: 1 - y - h, y: x, w: h, h: w });
  return onPage(box);
}

/** Enough for some lines of print, and a sixth of the work of the whole page. */
const SAMPLE_SHARE = 0.45;
const STEPS = 8;
const STEP_PIXELS = 4;
/** A change of brightness that is an edge of a letter rather than of paper's grain. */
const EDGE = 60;

/** A square cut from where most edges are, which is where the print is. */
export function busiestSquare(page: Raster): Raster {
  const side = Math.max(
    1,
    Math.min(page.width, page.height, Math.round(Math.max(page.width, page.height) * SAMPLE_SHARE)),
  );
  let best = { x: 0, y: 0, edges: -1 };
  for (let down = 0; down < STEPS; down += 1) {
    for (let across = 0; across < STEPS; across += 1) {
      const x = Math.round(((page.width - side) * across) / (STEPS - 1));
      const y = Math.round(((page.height - side) * down) / (STEPS - 1));
      const edges = countEdges(page, x, y, side);
      if (edges > best.edges) best = { x, y, edges };
    }
  }
  const data = new Uint8Array(side * side);
  for (let row = 0; row < side; row += 1) {
    const from = (best.y + row) * page.width + best.x;
    data.set(page.data.subarray(from, from + side), row * side);
  }
  return { width: side, height: side, channels: 1, data };
}

function countEdges({ width, data }: Raster, left: number, top: number, side: number): number {
  let edges = 0;
  for (let y = top; y < top + side; y += STEP_PIXELS) {
    for (let x = left + STEP_PIXELS; x < left + side; x += STEP_PIXELS) {
      const at = y * width + x;
      if (Math.abs((data[at] ?? 0) - (data[at - STEP_PIXELS] ?? 0)) > EDGE) edges += 1;
    }
  }
  return edges;
}

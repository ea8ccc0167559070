/** Pages that lie askew by some degrees: turning them straight, and finding back where a box was before. */
import type { Raster } from '../raster/raster.ts';
import { type Box, onPage } from './box.ts';

export interface Straightened {
  raster: Raster;
  /** Where on the page as it was lies what is at `box` now: the upright box that holds all of it. */
  boxBack(box: Box): Box;
}

const PAPER = 0xff;

/** @param slope how much the lines of the page rise from left to right, as height by length */
export function straighten(page: Raster, slope: number): Straightened {
  const angle = Math.atan(slope);
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const width = Math.ceil(page.width * cos + page.height * Math.abs(sin));
  const height = Math.ceil(page.width * Math.abs(sin) + page.height * cos);
  /** From the middle of the new page to the middle of the old. */
  const placeBack = (x: number, y: number): [number, number] => {
    const across = x - width / 2;
    const down = y - height / 2;
    return [across * cos + down * sin + page.width / 2, down * cos - across * sin + page.height / 2];
  };
  return {
    raster: { width, height, channels: 1, data: turnPixels(page, width, height, placeBack) },
    boxBack({ x, y, w, h }) {
      const corners = [
        [x, y],
        [x + w, y],
        [x, y + h],
        [x + w, y + h],
      ].map(([across = 0, down = 0]) => placeBack(across * width, down * height));
      const xs = corners.map(([across]) => across / page.width);
      const ys = corners.map(([, down]) => down / page.height);
      const left = Math.min(...xs);
      const top = Math.min(...ys);
      return onPage({ x: left, y: top, w: Math.max(...xs) - left, h: Math.max(...ys) - top });
    },
  };
}

function turnPixels(
  page: Raster,
  width: number,
  height: number,
  placeBack: (x: number, y: number) => [number, number],
): Uint8Array {
  const to = new Uint8Array(width * height).fill(PAPER);
  for (let y = 0; y < height; y += 1) {
    // A row of the new page is a straight line through the old one: two places of it give all.
    const [startX, startY] = placeBack(0.5, y + 0.5);
    const [nextX, nextY] = placeBack(1.5, y + 0.5);
    for (let x = 0; x < width; x += 1) {
      const fromX = startX + (nextX - startX) * x - 0.5;
      const fromY = startY + (nextY - startY) * x - 0.5;
      if (fromX > -1 && fromY > -1 && fromX < page.width && fromY < page.height)
        to[y * width + x] = between(page, fromX, fromY);
    }
  }
  return to;
}

/** The brightness between four pixels; beyond the edge there is paper. */
function between({ width, height, data }: Raster, x: number, y: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const across = x - left;
  const down = y - top;
  const pixel = (column: number, row: number) =>
    column < 0 || row < 0 || column >= width || row >= height ? PAPER : (data[row * width + column] ?? PAPER);
  const upper = pixel(left, top) * (1 - across) + pixel(left + 1, top) * across;
  const lower = pixel(left, top + 1) * (1 - across) + pixel(left + 1, top + 1) * across;
  return Math.round(upper * (1 - down) + lower * down);
}

import type { PageRect } from '../../../shared/domain/exhibit.ts';
import type { DrawnPage } from './drawnPage.ts';

/** Ascenders, descenders and the blur of scans stand out of the box that a selection draws around words. */
const ABOVE_AND_BELOW = 0.15;
const BESIDE = 0.003;
const AT_LEAST_PX = 2;

/** Paints over each box, and a little around it, for good: what was there is overwritten, not covered. */
export function paintBoxes({ width, height, channels, data }: DrawnPage, rects: readonly PageRect[]): void {
  for (const { x, y, w, h } of rects) {
    const across = Math.max(AT_LEAST_PX, BESIDE * width);
    const down = Math.max(AT_LEAST_PX, ABOVE_AND_BELOW * h * height);
    const left = clamp(Math.floor(x * width - across), width);
    const right = clamp(Math.ceil((x + w) * width + across), width);
    const top = clamp(Math.floor(y * height - down), height);
    const bottom = clamp(Math.ceil((y + h) * height + down), height);
    for (let row = top; row < bottom; row += 1)
      data.fill(0, (row * width + left) * channels, (row * width + right) * channels);
  }
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}

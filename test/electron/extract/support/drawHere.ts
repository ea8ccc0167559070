/** Draws a page through the real host, protocol and drawers in this process, and gives its pixels back. */
import { decode } from 'fast-png';
import { openLocalHost, sourceOf } from './extractHere.ts';

export interface Drawn {
  width: number;
  height: number;
  channels: number;
  pageCount: number;
  at(x: number, y: number): number[];
}

/** The pixels, or the problem's code. */
export async function drawHere(
  bytes: Uint8Array,
  options: { pageIndex?: number; maxPixels?: number; fileName?: string } = {},
): Promise<Drawn | string> {
  const host = openLocalHost();
  try {
    const { pageIndex = 0, maxPixels = 10_000_000, fileName = 'picture' } = options;
    const outcome = await host.draw({ source: sourceOf(bytes), fileName, pageIndex, maxPixels });
    if (!outcome.ok) return outcome.problem.code;
    const { width, height, channels, data, depth } = decode(outcome.picture.png);
    const at = (x: number, y: number) =>
      depth === 1
        ? [(((data[y * Math.ceil(width / 8) + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) * 255]
        : [...data.subarray((y * width + x) * channels, (y * width + x + 1) * channels)];
    return { width, height, channels, pageCount: outcome.picture.pageCount, at };
  } finally {
    await host.close();
  }
}

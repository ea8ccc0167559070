/** Pixels as the engine wants them: grey, large enough, as a PGM file. */
import type { Raster } from '../raster/raster.ts';
import { putOnGround } from '../raster/turn.ts';

/** Text on a page is read best with letters of 30 pixels or so; a screenshot's have 10. */
const SMALL_SIDE = 1100;
const TINY_SIDE = 550;

export function toGrey(raster: Raster): Raster {
  const { width, height, channels, data } = putOnGround(raster);
  if (channels === 1) return { width, height, channels, data };
  const grey = new Uint8Array(width * height);
  for (let pixel = 0, from = 0; pixel < grey.length; pixel += 1, from += channels) {
    // ITU-R BT.601, in integers.
    grey[pixel] = ((data[from] ?? 0) * 77 + (data[from + 1] ?? 0) * 150 + (data[from + 2] ?? 0) * 29) >> 8;
  }
  return { width, height, channels: 1, data: grey };
}

/** Enlarges a small picture two or three times; pages that were drawn for this are large enough. */
export function sharpEnough(page: Raster): Raster {
  const side = Math.max(page.width, page.height);
  if (side >= SMALL_SIDE) return page;
  return enlarged(page, side < TINY_SIDE ? 3 : 2);
}

function enlarged({ width, height, data }: Raster, times: number): Raster {
  const across = width * times;
  const down = height * times;
  const to = new Uint8Array(across * down);
  for (let y = 0; y < down; y += 1) {
    const [upper, lower, downShare] = neighbours(y, times, height);
    for (let x = 0; x < across; x += 1) {
      const [left, right, rightShare] = neighbours(x, times, width);
      const top = mix(data[upper * width + left] ?? 0, data[upper * width + right] ?? 0, rightShare);
      const bottom = mix(data[lower * width + left] ?? 0, data[lower * width + right] ?? 0, rightShare);
      to[y * across + x] = Math.round(mix(top, bottom, downShare));
    }
  }
  return { width: across, height: down, channels: 1, data: to };
}

/** The two old pixels between whose middles a new one lies, and how near it is to the second. */
function neighbours(at: number, times: number, length: number): [number, number, number] {
  const place = Math.min(length - 1, Math.max(0, (at + 0.5) / times - 0.5));
  const first = Math.floor(place);
  return [first, Math.min(length - 1, first + 1), place - first];
}

function mix(one: number, other: number, share: number): number {
  return one + (other - one) * share;
}

export function toPgm({ width, height, data }: Raster): Uint8Array {
  const header = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const file = new Uint8Array(header.byteLength + data.byteLength);
  file.set(header);
  file.set(data, header.byteLength);
  return file;
}

/** Turning, mirroring and flattening pixels. */
import type { Raster } from './raster.ts';

/** EXIF's way of saying how the stored picture lies: 1 upright, 2 mirrored, 3 upside down … 8 on its right side. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export function orientationOf(value: number | undefined): Orientation {
  return value !== undefined && Number.isInteger(value) && value >= 1 && value <= 8 ? (value as Orientation) : 1;
}

export function swapsSides(orientation: Orientation): boolean {
  return orientation >= 5;
}

/** Upright, as it is shown. */
export function turnUpright(raster: Raster, orientation: Orientation): Raster {
  if (orientation === 1) return raster;
  const { width, height, channels, data } = raster;
  const turned = new Uint8Array(data.byteLength);
  const swaps = swapsSides(orientation);
  const [across, down] = swaps ? [height, width] : [width, height];
  const flipsX = [2, 3, 7, 8].includes(orientation);
  const flipsY = [3, 4, 6, 7].includes(orientation);
  let to = 0;
  for (let y = 0; y < down; y += 1) {
    for (let x = 0; x < across; x += 1) {
      const [u, v] = swaps ? [y, x] : [x, y];
      const from = ((flipsY ? height - 1 - v : v) * width + (flipsX ? width - 1 - u : u)) * channels;
      for (let channel = 0; channel < channels; channel += 1) turned[to + channel] = data[from + channel] ?? 0;
      to += channels;
    }
  }
  return { width: across, height: down, channels, data: turned };
}

/** White paper behind a picture that is partly transparent, unless all that shows is nearly white itself. */
export function putOnGround(raster: Raster): Raster {
  if (raster.channels !== 4) return raster;
  const { width, height, data } = raster;
  const ground = meanLightness(data) > 225 ? 0x30 : 0xff;
  const flat = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
    const alpha = data[from + 3] ?? 0;
    for (let channel = 0; channel < 3; channel += 1)
      flat[to + channel] = Math.round(((data[from + channel] ?? 0) * alpha + ground * (255 - alpha)) / 255);
  }
  return { width, height, channels: 3, data: flat };
}

/** Of what shows; 0 where everything is opaque, for then there is no ground to choose. */
function meanLightness(rgba: Uint8Array): number {
  let weight = 0;
  let sum = 0;
  for (let at = 0; at < rgba.length; at += 4) {
    const alpha = rgba[at + 3] ?? 0;
    weight += alpha;
    sum += (alpha * ((rgba[at] ?? 0) + (rgba[at + 1] ?? 0) + (rgba[at + 2] ?? 0))) / 3;
  }
  return weight === 0 || weight === (rgba.length / 4) * 255 ? 0 : sum / weight;
}

/** One channel where all three are the same everywhere: a third of the memory, and what OCR wants. */
export function asGreyIfGrey(raster: Raster): Raster {
  if (raster.channels !== 3) return raster;
  const { width, height, data } = raster;
  for (let at = 0; at < data.length; at += 3) {
    if (data[at] !== data[at + 1] || data[at] !== data[at + 2]) return raster;
  }
  const grey = new Uint8Array(width * height);
  for (let at = 0; at < grey.length; at += 1) grey[at] = data[at * 3] ?? 0;
  return { width, height, channels: 1, data: grey };
}

/**
 * A perceptual hash of a picture, for finding copies that were scaled, recompressed or brightened: the signs of the lowest
 * 64 frequencies of a 32 × 32 grey miniature (DCT), against their median. The plainer hash of differences between
 * neighbours is quicker, but changes more when a picture is recompressed, and the time goes into decoding anyway.
 */

/** 8 bits a channel, rows from the top; like the extractor's rasters. */
export interface HashedPixels {
  width: number;
  height: number;
  channels: 1 | 3 | 4;
  data: Uint8Array;
}

const SIDE = 32;
const LOW = 8;
/** Below this the miniature is one flat tone, and the signs would be those of noise. */
const MIN_AMPLITUDE = 24;

/** 16 hexadecimal digits; null for a picture without anything in it, such as a blank page. */
export function pictureHash(pixels: HashedPixels): string | null {
  if (pixels.width < 1 || pixels.height < 1) return null;
  const frequencies = lowFrequencies(miniature(pixels));
  if (Math.max(...frequencies.map(Math.abs)) < MIN_AMPLITUDE) return null;
  const median = [...frequencies].sort((a, b) => a - b)[frequencies.length / 2] ?? 0;
  let digits = '';
  for (let at = 0; at < frequencies.length; at += 4) {
    let digit = 0;
    for (let bit = 0; bit < 4; bit += 1) digit = digit * 2 + ((frequencies[at + bit] ?? 0) > median ? 1 : 0);
    digits += digit.toString(16);
  }
  return digits;
}

/** How many of the 64 bits differ: copies stay within about 10, strangers lie around 32. */
export function pictureDistance(one: string, other: string): number {
  let distance = 0;
  for (let at = 0; at < 16; at += 1) {
    let bits = Number.parseInt(one[at] ?? '0', 16) ^ Number.parseInt(other[at] ?? '0', 16);
    for (; bits > 0; bits >>= 1) distance += bits & 1;
  }
  return distance;
}

/** Means of areas, pixels at their edges by the share that lies inside; on white where the picture is transparent. */
function miniature({ width, height, channels, data }: HashedPixels): Float64Array {
  const small = new Float64Array(SIDE * SIDE);
  const columns = Array.from({ length: SIDE }, (_, index) => stretch(index, width));
  for (let y = 0; y < SIDE; y += 1) {
    const down = stretch(y, height);
    for (const [x, across] of columns.entries()) {
      let sum = 0;
      for (const [row, rowShare] of down) {
        for (const [column, columnShare] of across)
          sum += lightnessAt(data, (row * width + column) * channels, channels) * rowShare * columnShare;
      }
      small[y * SIDE + x] = sum;
    }
  }
  return small;
}

/** The pixels that one of the miniature's stands for, each with its share; the shares come to 1. */
function stretch(index: number, length: number): [pixel: number, share: number][] {
  const from = (index * length) / SIDE;
  const to = ((index + 1) * length) / SIDE;
  const pixels: [number, number][] = [];
  for (let pixel = Math.floor(from); pixel < Math.min(length, to); pixel += 1) {
    const inside = Math.min(to, pixel + 1) - Math.max(from, pixel);
    if (inside > 1e-9) pixels.push([pixel, inside / (to - from)]);
  }
  return pixels;
}

function lightnessAt(data: Uint8Array, at: number, channels: 1 | 3 | 4): number {
  const first = data[at] ?? 0;
  if (channels === 1) return first;
  const lightness = 0.299 * first + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
  if (channels === 3) return lightness;
  const alpha = (data[at + 3] ?? 0) / 255;
  return lightness * alpha + 255 * (1 - alpha);
}

/** 64 of them: 8 by 8 without the mean, in whose place stands the next one across. */
function lowFrequencies(small: Float64Array): number[] {
  const rows = new Float64Array(SIDE * (LOW + 1));
  for (let y = 0; y < SIDE; y += 1) {
    for (let u = 0; u <= LOW; u += 1) {
      let sum = 0;
      for (let x = 0; x < SIDE; x += 1) sum += (small[y * SIDE + x] ?? 0) * wave(u, x);
      rows[y * (LOW + 1) + u] = sum;
    }
  }
  const frequencies: number[] = [];
  for (let v = 0; v < LOW; v += 1) {
    for (let u = 0; u < LOW; u += 1) {
      const across = u === 0 && v === 0 ? LOW : u;
      let sum = 0;
      for (let y = 0; y < SIDE; y += 1) sum += (rows[y * (LOW + 1) + across] ?? 0) * wave(v, y);
      frequencies.push(sum);
    }
  }
  return frequencies;
}

const WAVES = Float64Array.from({ length: (LOW + 1) * SIDE }, (_, at) =>
  Math.cos((Math.PI * Math.floor(at / SIDE) * (2 * (at % SIDE) + 1)) / (2 * SIDE)),
);

function wave(frequency: number, at: number): number {
  return WAVES[frequency * SIDE + at] ?? 0;
}

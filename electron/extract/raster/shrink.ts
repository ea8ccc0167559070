/**
 * Takes a picture row by row and gives it back no larger than asked for, each pixel the mean of the area that it stands
 * for: thin lines of a scan become grey instead of vanishing, and a large picture is never held whole.
 */
import type { Raster } from './raster.ts';

export interface RowSink {
  /** `row` may be reused by the caller afterwards. */
  addRow(row: Uint8Array): void;
  rowsSoFar(): number;
  /** Rows that never came are left mid-grey. */
  finish(): Raster;
}

export interface RasterShape {
  width: number;
  height: number;
  channels: Raster['channels'];
}

/** What a PNG may claim and a browser still draws. */
const MAX_SIDE = 65_000;
const MISSING = 0x80;

export function openRowSink(shape: RasterShape, maxPixels: number): RowSink {
  const size = shrunkSize(shape.width, shape.height, maxPixels);
  return size.width === shape.width && size.height === shape.height ? openCopy(shape) : openShrinker(shape, size);
}

export function shrunkSize(width: number, height: number, maxPixels: number): { width: number; height: number } {
  const scale = Math.min(1, Math.sqrt(maxPixels / (width * height)), MAX_SIDE / width, MAX_SIDE / height);
  const across = Math.max(1, Math.floor(width * scale));
  const down = Math.max(1, Math.min(Math.floor(height * scale), Math.floor(maxPixels / across)));
  return { width: Math.max(1, Math.min(across, Math.floor(maxPixels / down))), height: down };
}

export function shrinkRaster(raster: Raster, maxPixels: number): Raster {
  const { width, height } = raster;
  const size = shrunkSize(width, height, maxPixels);
  if (size.width === width && size.height === height) return raster;
  return resizeRaster(raster, size);
}

/** To exactly this size, which must not be larger in either direction. */
export function resizeRaster(raster: Raster, size: { width: number; height: number }): Raster {
  const sink = openShrinker(raster, size);
  const stride = raster.width * raster.channels;
  for (let y = 0; y < raster.height; y += 1) sink.addRow(raster.data.subarray(y * stride, (y + 1) * stride));
  return sink.finish();
}

function openCopy({ width, height, channels }: RasterShape): RowSink {
  const stride = width * channels;
  const data = new Uint8Array(stride * height);
  let rows = 0;
  return {
    addRow(row) {
      if (rows < height) data.set(row.subarray(0, stride), rows * stride);
      rows += 1;
    },
    rowsSoFar: () => rows,
    finish() {
      data.fill(MISSING, rows * stride);
      return { width, height, channels, data };
    },
  };
}

function openShrinker(shape: RasterShape, to: { width: number; height: number }): RowSink {
  const { channels } = shape;
  const samples = to.width * channels;
  const line = new Float32Array(samples);
  let sums = new Float32Array(samples);
  let nextSums = new Float32Array(samples);
  const data = new Uint8Array(samples * to.height).fill(MISSING);
  const columns = spread(shape.width, to.width);
  const rowSpread = spread(shape.height, to.height);
  let rows = 0;
  let written = 0;

  function write(values: Float32Array): void {
    const at = written * samples;
    for (let index = 0; index < samples; index += 1) {
      let value = values[index] ?? 0;
      if (channels === 4 && index % 4 !== 3) {
        const alpha = values[index - (index % 4) + 3] ?? 0;
        value = alpha > 0 ? (value * 255) / alpha : 0;
      }
      data[at + index] = Math.min(255, Math.round(value));
    }
    written += 1;
  }

  return {
    rowsSoFar: () => rows,
    addRow(row) {
      if (rows >= shape.height) return;
      gatherLine(row, line, columns, channels);
      const upper = rowSpread.share[rows] ?? 1;
      const lower = rowSpread.total - upper;
      const index = rowSpread.into[rows] ?? 0;
      if (index > written) {
        write(sums);
        [sums, nextSums] = [nextSums, sums];
        nextSums.fill(0);
      }
      for (let at = 0; at < samples; at += 1) {
        const value = line[at] ?? 0;
        sums[at] = (sums[at] ?? 0) + value * upper;
        if (lower > 0) nextSums[at] = (nextSums[at] ?? 0) + value * lower;
      }
      rows += 1;
      if (rows === shape.height && written < to.height) write(sums);
    },
    finish: () => ({ width: to.width, height: to.height, channels, data }),
  };
}

interface Spread {
  /** The target that each source index begins in, how much of it falls there, and what all of it weighs. */
  into: Uint32Array;
  share: Float64Array;
  total: number;
}

function spread(from: number, to: number): Spread {
  const into = new Uint32Array(from);
  const share = new Float64Array(from);
  const total = to / from;
  for (let index = 0; index < from; index += 1) {
    const start = index * total;
    const target = Math.min(to - 1, Math.floor(start + 1e-9));
    into[index] = target;
    share[index] = target === to - 1 ? total : Math.max(0, Math.min(total, target + 1 - start));
  }
  return { into, share, total };
}

function gatherLine(row: Uint8Array, line: Float32Array, columns: Spread, channels: Raster['channels']): void {
  line.fill(0);
  if (channels === 4) gatherTransparent(row, line, columns);
  else gatherOpaque(row, line, columns, channels);
}

/** Sums are kept out of the arrays while they grow: this is where the time of importing photographs goes. */
function gatherOpaque(row: Uint8Array, line: Float32Array, columns: Spread, channels: 1 | 3): void {
  const { into, share, total } = columns;
  let target = 0;
  let [red, green, blue] = [0, 0, 0];
  const flush = () => {
    line[target * channels] = red * total;
    if (channels === 3) {
      line[target * 3 + 1] = green * total;
      line[target * 3 + 2] = blue * total;
    }
  };
  for (let x = 0, at = 0; x < into.length; x += 1, at += channels) {
    const next = into[x] ?? 0;
    if (next !== target) {
      flush();
      target = next;
      red = green = blue = 0;
    }
    const first = row[at] ?? 0;
    const second = channels === 3 ? (row[at + 1] ?? 0) : 0;
    const third = channels === 3 ? (row[at + 2] ?? 0) : 0;
    const part = (share[x] ?? total) / total;
    red += first * part;
    green += second * part;
    blue += third * part;
    if (part < 1) {
      flush();
      target += 1;
      red = first * (1 - part);
      green = second * (1 - part);
      blue = third * (1 - part);
    }
  }
  flush();
}

/** Colours count as much as they are opaque, or transparent pixels would tinge the edges. */
function gatherTransparent(row: Uint8Array, line: Float32Array, { into, share, total }: Spread): void {
  for (let x = 0; x < into.length; x += 1) {
    const first = share[x] ?? total;
    const second = total - first;
    const target = (into[x] ?? 0) * 4;
    const alpha = row[x * 4 + 3] ?? 0;
    for (let channel = 0; channel < 4; channel += 1) {
      const value = channel === 3 ? alpha : ((row[x * 4 + channel] ?? 0) * alpha) / 255;
      line[target + channel] = (line[target + channel] ?? 0) + value * first;
      if (second > 0) line[target + 4 + channel] = (line[target + 4 + channel] ?? 0) + value * second;
    }
  }
}

/** PNG's samples of 1 to 16 bits, with palettes and transparent colours, as 8 bits a channel. */
import type { Raster } from '../raster.ts';
import { unpackBits } from './unpackBits.ts';

export interface PngColours {
  depth: number;
  colourType: number;
  palette?: Uint8Array;
  transparency?: Uint8Array;
}

export interface PngSamples {
  channels: Raster['channels'];
  expand(row: Uint8Array, columns: number, to: Uint8Array): void;
}

export function openPngSamples(colours: PngColours): PngSamples {
  switch (colours.colourType) {
    case 3:
      return openPalette(colours);
    case 0:
      return colours.transparency === undefined ? openGrey(colours) : openKeyed(colours, 1);
    case 2:
      return colours.transparency === undefined ? openDirect(colours, 3, 3) : openKeyed(colours, 3);
    case 4:
      return openGreyAlpha(colours);
    default:
      return openDirect(colours, 4, 4);
  }
}

function openGrey({ depth }: PngColours): PngSamples {
  if (depth >= 8) return openDirect({ depth, colourType: 0 }, 1, 1);
  const scale = 255 / ((1 << depth) - 1);
  return { channels: 1, expand: (row, columns, to) => unpackBits(row, depth, columns, to, value => value * scale) };
}

/** Of 16 bits the upper 8. */
function openDirect({ depth }: PngColours, samples: number, channels: Raster['channels']): PngSamples {
  const bytes = depth >> 3;
  return {
    channels,
    expand(row, columns, to) {
      if (bytes === 1) to.set(row.subarray(0, columns * samples));
      else for (let at = 0; at < columns * samples; at += 1) to[at] = row[at * bytes] ?? 0;
    },
  };
}

function openGreyAlpha({ depth }: PngColours): PngSamples {
  const bytes = depth >> 3;
  return {
    channels: 4,
    expand(row, columns, to) {
      for (let x = 0; x < columns; x += 1) {
        to.fill(row[x * 2 * bytes] ?? 0, x * 4, x * 4 + 3);
        to[x * 4 + 3] = row[(x * 2 + 1) * bytes] ?? 0;
      }
    },
  };
}

function openPalette({ depth, palette = new Uint8Array(0), transparency }: PngColours): PngSamples {
  const channels = transparency === undefined ? 3 : 4;
  let unpacked = new Uint8Array(0);
  return {
    channels,
    expand(row, columns, to) {
      if (unpacked.length < columns) unpacked = new Uint8Array(columns);
      unpackBits(row, depth, columns, unpacked, value => value);
      for (let x = 0; x < columns; x += 1) {
        const index = unpacked[x] ?? 0;
        for (let channel = 0; channel < 3; channel += 1) to[x * channels + channel] = palette[index * 3 + channel] ?? 0;
        if (channels === 4) to[x * 4 + 3] = transparency?.[index] ?? 255;
      }
    },
  };
}

/** One colour stands for transparency. */
function openKeyed({ depth, transparency = new Uint8Array(0) }: PngColours, samples: 1 | 3): PngSamples {
  const key = Array.from(
    { length: samples },
    (_, at) => ((transparency[at * 2] ?? 0) << 8) | (transparency[at * 2 + 1] ?? 0),
  );
  const scale = 255 / ((1 << depth) - 1);
  const sample = (row: Uint8Array, at: number): number => {
    if (depth === 16) return ((row[at * 2] ?? 0) << 8) | (row[at * 2 + 1] ?? 0);
    if (depth === 8) return row[at] ?? 0;
    const bit = at * depth;
    return ((row[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
  };
  return {
    channels: 4,
    expand(row, columns, to) {
      for (let x = 0; x < columns; x += 1) {
        let isKey = true;
        for (let channel = 0; channel < 3; channel += 1) {
          const value = sample(row, x * samples + Math.min(channel, samples - 1));
          isKey &&= value === key[Math.min(channel, samples - 1)];
          to[x * 4 + channel] = Math.round(value * scale);
        }
        to[x * 4 + 3] = isKey ? 0 : 255;
      }
    },
  };
}

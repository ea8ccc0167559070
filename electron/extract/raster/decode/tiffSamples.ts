/** TIFF's samples, whatever they stand for, as 8 bits of grey or of red, green and blue. */
import { TIFF } from '../../formats/picture/tiffDirectory.ts';
import type { Raster } from '../raster.ts';
import { unsupported } from './decoding.ts';
import type { TiffLayout } from './tiff.ts';

export interface TiffSamples {
  channels: Raster['channels'];
  /** Row `row` of a band whose planes these are. */
  expand(planes: Uint8Array[], row: number, to: Uint8Array): void;
}

const WHITE_IS_ZERO = 0;
const BLACK_IS_ZERO = 1;
const RGB = 2;
const PALETTE = 3;
const CMYK = 5;
const YCBCR = 6;
const JPEG = 7;

export function openTiffSamples(layout: TiffLayout): TiffSamples {
  const { width, photometric, samplesPerPixel, compression } = layout;
  // A JPEG's colours were turned into RGB by its decoder.
  const kind = compression === JPEG && photometric === YCBCR ? RGB : photometric;
  const sample = openSampleReader(layout);
  if (kind === WHITE_IS_ZERO || kind === BLACK_IS_ZERO) {
    const flip = kind === WHITE_IS_ZERO ? 255 : 0;
    return {
      channels: 1,
      expand(planes, row, to) {
        for (let x = 0; x < width; x += 1) to[x] = sample(planes, row, x, 0) ^ flip;
      },
    };
  }
  if (kind === RGB && samplesPerPixel >= 3) return openRgb(layout, sample);
  if (kind === PALETTE) return openPalette(layout, sample);
  if (kind === CMYK && samplesPerPixel >= 4) {
    return {
      channels: 3,
      expand(planes, row, to) {
        for (let x = 0; x < width; x += 1) {
          const light = 255 - sample(planes, row, x, 3);
          for (let channel = 0; channel < 3; channel += 1)
            to[x * 3 + channel] = ((255 - sample(planes, row, x, channel)) * light) / 255;
        }
      },
    };
  }
  throw unsupported('with these colours in a TIFF');
}

type SampleReader = (planes: Uint8Array[], row: number, x: number, sample: number) => number;

/** Samples below 8 bits are stretched to the whole range, except where they are indexes of a palette. */
function openSampleReader(layout: TiffLayout): SampleReader {
  const { width, blockWidth, samplesPerPixel, bitsPerSample, isPlanar, directory, photometric } = layout;
  const perPixel = isPlanar ? 1 : samplesPerPixel;
  const blockStride = Math.ceil((blockWidth * perPixel * bitsPerSample) / 8);
  const stride = blockStride * Math.ceil(width / blockWidth);
  const mask = (1 << bitsPerSample) - 1;
  const scale = photometric === PALETTE ? 1 : 255 / mask;
  const highByte = directory.littleEndian ? 1 : 0;
  return (planes, row, x, sample) => {
    const plane = planes[isPlanar ? sample : 0] ?? new Uint8Array(0);
    const start = row * stride + Math.floor(x / blockWidth) * blockStride;
    const at = (x % blockWidth) * perPixel + (isPlanar ? 0 : sample);
    if (bitsPerSample === 8) return plane[start + at] ?? 0;
    if (bitsPerSample === 16) return plane[start + at * 2 + highByte] ?? 0;
    const bit = at * bitsPerSample;
    const value = ((plane[start + (bit >> 3)] ?? 0) >> (8 - bitsPerSample - (bit & 7))) & mask;
    return Math.round(value * scale);
  };
}

function openRgb({ width, samplesPerPixel, directory }: TiffLayout, sample: SampleReader): TiffSamples {
  const extra = directory.numbers.get(TIFF.extraSamples)?.[0];
  const hasAlpha = samplesPerPixel >= 4 && (extra === 1 || extra === 2);
  const channels = hasAlpha ? 4 : 3;
  return {
    channels,
    expand(planes, row, to) {
      for (let x = 0; x < width; x += 1) {
        for (let channel = 0; channel < channels; channel += 1)
          to[x * channels + channel] = sample(planes, row, x, channel);
      }
    },
  };
}

/** The map holds all reds, then all greens, then all blues, of 16 bits each. */
function openPalette({ width, bitsPerSample, directory }: TiffLayout, sample: SampleReader): TiffSamples {
  const map = directory.numbers.get(TIFF.colourMap) ?? [];
  const colours = 1 << Math.min(8, bitsPerSample);
  return {
    channels: 3,
    expand(planes, row, to) {
      for (let x = 0; x < width; x += 1) {
        const index = sample(planes, row, x, 0);
        for (let channel = 0; channel < 3; channel += 1)
          to[x * 3 + channel] = (map[channel * colours + index] ?? 0) >> 8;
      }
    },
  };
}

/** Windows bitmaps of every depth, run-length coded ones included. */
import type { Raster } from '../raster.ts';
import { openRowSink, shrinkRaster } from '../shrink.ts';
import { checkHeldPixels, checkPixels, type Decoding, damaged, unsupported, warnOfMissingRows } from './decoding.ts';
import { unpackBits } from './unpackBits.ts';

interface BmpHeader {
  width: number;
  height: number;
  topDown: boolean;
  depth: number;
  compression: number;
  pixelsAt: number;
  /** Three bytes a colour, blue first, every `paletteStep` bytes. */
  palette: Uint8Array;
  paletteStep: number;
  masks: number[];
}

const FILE_HEADER_BYTES = 14;
const CORE_HEADER_BYTES = 12;
const RLE8 = 1;
const RLE4 = 2;
const BIT_FIELDS = [3, 6];

export function decodeBmp({ bytes, limits, maxPixels, warn }: Decoding): Raster {
  const header = readHeader(bytes);
  const { width, height, depth, compression } = header;
  if (compression === RLE8 || compression === RLE4) {
    checkHeldPixels(width, height, limits);
    const indexes = decodeRuns(bytes.subarray(header.pixelsAt), header);
    return shrinkRaster(coloured(indexes, header), maxPixels);
  }
  checkPixels(width, height, limits);
  const stride = Math.ceil((width * depth) / 32) * 4;
  const sink = openRowSink({ width, height, channels: 3 }, maxPixels);
  const line = new Uint8Array(width * 3);
  const complete = Math.min(height, Math.floor((bytes.byteLength - header.pixelsAt) / stride));
  if (complete <= 0) throw damaged();
  for (let y = 0; y < height; y += 1) {
    const stored = header.topDown ? y : height - 1 - y;
    // Stored from the bottom, a picture that breaks off lacks its upper rows.
    if (stored >= complete) line.fill(0x80);
    else expandRow(bytes.subarray(header.pixelsAt + stored * stride), header, line);
    sink.addRow(line);
  }
  warnOfMissingRows(complete, height, warn);
  return sink.finish();
}

function readHeader(bytes: Uint8Array): BmpHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerBytes = view.getUint32(FILE_HEADER_BYTES, true);
  const isCore = headerBytes === CORE_HEADER_BYTES;
  const signedHeight = isCore ? view.getUint16(20, true) : view.getInt32(22, true);
  const depth = view.getUint16(isCore ? 24 : 28, true);
  const compression = isCore ? 0 : view.getUint32(30, true);
  if (![1, 2, 4, 8, 16, 24, 32].includes(depth)) throw damaged();
  if (![0, RLE8, RLE4, ...BIT_FIELDS].includes(compression)) throw unsupported('of this kind of BMP');
  const hasMasks = BIT_FIELDS.includes(compression);
  const colours = isCore ? 0 : view.getUint32(46, true);
  const paletteAt = FILE_HEADER_BYTES + headerBytes + (hasMasks && headerBytes === 40 ? 12 : 0);
  const paletteStep = isCore ? 3 : 4;
  return {
    width: isCore ? view.getUint16(18, true) : view.getInt32(18, true),
    height: Math.abs(signedHeight),
    topDown: signedHeight < 0,
    depth,
    compression,
    pixelsAt: view.getUint32(10, true),
    palette:
      depth > 8
        ? new Uint8Array(0)
        : bytes.subarray(paletteAt, paletteAt + Math.min(256, colours || 256) * paletteStep),
    paletteStep,
    masks: hasMasks
      ? [54, 58, 62].map(at => view.getUint32(at, true))
      : depth === 16
        ? [0x7c00, 0x3e0, 0x1f]
        : [0xff0000, 0xff00, 0xff],
  };
}

function expandRow(row: Uint8Array, header: BmpHeader, to: Uint8Array): void {
  const { width, depth } = header;
  if (depth <= 8) {
    const indexes = new Uint8Array(width);
    unpackBits(row, depth, width, indexes, value => value);
    putColours(indexes, header, to);
    return;
  }
  if (depth === 24) {
    for (let x = 0; x < width * 3; x += 3) {
      to[x] = row[x + 2] ?? 0;
      to[x + 1] = row[x + 1] ?? 0;
      to[x + 2] = row[x] ?? 0;
    }
    return;
  }
  const bytes = depth >> 3;
  const fields = header.masks.map(maskReader);
  for (let x = 0; x < width; x += 1) {
    const at = x * bytes;
    const low = (row[at] ?? 0) | ((row[at + 1] ?? 0) << 8);
    const value = bytes === 2 ? low : (low | ((row[at + 2] ?? 0) << 16) | ((row[at + 3] ?? 0) << 24)) >>> 0;
    for (let channel = 0; channel < 3; channel += 1) to[x * 3 + channel] = fields[channel]?.(value) ?? 0;
  }
}

function maskReader(mask: number): (value: number) => number {
  if (mask === 0) return () => 0;
  const shift = 31 - Math.clz32(mask & -mask);
  const max = mask >>> shift;
  return value => Math.round((((value & mask) >>> shift) * 255) / max);
}

function putColours(indexes: Uint8Array, { palette, paletteStep }: BmpHeader, to: Uint8Array): void {
  for (let at = 0; at < indexes.length; at += 1) {
    const from = (indexes[at] ?? 0) * paletteStep;
    for (let channel = 0; channel < 3; channel += 1) to[at * 3 + channel] = palette[from + 2 - channel] ?? 0;
  }
}

function coloured(indexes: Uint8Array, header: BmpHeader): Raster {
  const data = new Uint8Array(indexes.length * 3);
  putColours(indexes, header, data);
  return { width: header.width, height: header.height, channels: 3, data };
}

/** Runs of one or two colours, literal stretches, jumps and ends of lines; from the bottom up. */
function decodeRuns(runs: Uint8Array, { width, height, compression }: BmpHeader): Uint8Array {
  const indexes = new Uint8Array(width * height);
  const half = compression === RLE4;
  let x = 0;
  let y = height - 1;
  const put = (value: number) => {
    if (x < width && y >= 0) indexes[y * width + x] = value;
    x += 1;
  };
  for (let at = 0; at + 1 < runs.length && y >= 0; ) {
    const count = runs[at] ?? 0;
    const value = runs[at + 1] ?? 0;
    at += 2;
    if (count > 0) {
      for (let index = 0; index < count; index += 1) put(half ? (index & 1 ? value & 15 : value >> 4) : value);
    } else if (value === 0) {
      x = 0;
      y -= 1;
    } else if (value === 1) break;
    else if (value === 2) {
      x += runs[at] ?? 0;
      y -= runs[at + 1] ?? 0;
      at += 2;
    } else {
      for (let index = 0; index < value; index += 1) {
        const byte = runs[at + (half ? index >> 1 : index)] ?? 0;
        put(half ? (index & 1 ? byte & 15 : byte >> 4) : byte);
      }
      const literal = half ? Math.ceil(value / 2) : value;
      at += literal + (literal & 1);
    }
  }
  return indexes;
}

/** PNG, row by row as it inflates: what a stream holds beyond the rows that its header announces is never inflated. */
import { Unzlib } from 'fflate';
import type { Raster } from '../raster.ts';
import { openRowSink, shrinkRaster } from '../shrink.ts';
import { checkHeldPixels, checkPixels, type Decoding, damaged, warnOfMissingRows } from './decoding.ts';
import { openUnfilter } from './pngRows.ts';
import { openPngSamples, type PngColours } from './pngSamples.ts';

export interface PngHeader extends PngColours {
  width: number;
  height: number;
  interlaced: boolean;
}

const SIGNATURE_BYTES = 8;
const CHANNELS: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const INFLATE_STEP_BYTES = 16 * 1024;
/** Adam7: where each pass begins and how far apart its pixels are. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

export function decodePng({ bytes, limits, maxPixels, warn }: Decoding): Raster {
  const { header, data } = readChunks(bytes);
  if (header.interlaced) {
    checkHeldPixels(header.width, header.height, limits);
    return shrinkRaster(decodeInterlaced(header, data, warn), maxPixels);
  }
  checkPixels(header.width, header.height, limits);
  const samples = openPngSamples(header);
  const sink = openRowSink({ ...header, channels: samples.channels }, maxPixels);
  const line = new Uint8Array(header.width * samples.channels);
  const rows = openUnfilter(bytesOf(header.width, header), pixelBytes(header), row => {
    samples.expand(row, header.width, line);
    sink.addRow(line);
    return sink.rowsSoFar() < header.height;
  });
  inflate(data, rows.add);
  warnOfMissingRows(sink.rowsSoFar(), header.height, warn);
  return sink.finish();
}

function decodeInterlaced(header: PngHeader, data: Uint8Array[], warn: Decoding['warn']): Raster {
  const { width, height } = header;
  const samples = openPngSamples(header);
  const { channels } = samples;
  const raster: Raster = { width, height, channels, data: new Uint8Array(width * height * channels) };
  const line = new Uint8Array(width * channels);
  const passes = PASSES.map(([left, top, across, down]) => ({
    left,
    top,
    across,
    down,
    columns: Math.ceil((width - left) / across),
    rows: Math.ceil((height - top) / down),
  })).filter(pass => pass.columns > 0 && pass.rows > 0);
  let at = 0;
  let row = 0;
  const open = (): ReturnType<typeof openUnfilter> | undefined => {
    const pass = passes[at];
    if (pass === undefined) return undefined;
    row = 0;
    return openUnfilter(bytesOf(pass.columns, header), pixelBytes(header), bytes => {
      samples.expand(bytes, pass.columns, line);
      const y = pass.top + row * pass.down;
      for (let column = 0; column < pass.columns; column += 1) {
        const to = (y * width + pass.left + column * pass.across) * channels;
        raster.data.set(line.subarray(column * channels, (column + 1) * channels), to);
      }
      row += 1;
      return row < pass.rows;
    });
  };
  let rows = open();
  inflate(data, piece => {
    for (let rest: Uint8Array = piece; rows !== undefined; ) {
      const left = rows.add(rest);
      if (left === null) return null;
      rest = left;
      at += 1;
      rows = open();
    }
    return new Uint8Array(0);
  });
  if (at === 0 && row === 0) throw damaged();
  if (at < passes.length) warn('The picture breaks off before its last pass; it is coarser than it should be.');
  return raster;
}

/** `take` answers null as long as it wants more. */
function inflate(data: Uint8Array[], take: (piece: Uint8Array) => Uint8Array | null): void {
  let wantsMore = true;
  const inflater = new Unzlib(piece => {
    if (wantsMore && piece.byteLength > 0) wantsMore = take(piece) === null;
  });
  try {
    for (const piece of data) {
      for (let at = 0; at < piece.byteLength && wantsMore; at += INFLATE_STEP_BYTES)
        inflater.push(piece.subarray(at, at + INFLATE_STEP_BYTES));
    }
    if (wantsMore) inflater.push(new Uint8Array(0), true);
  } catch (error) {
    // A damaged stream: the rows before it stand, and the caller says how many are missing.
    if (!isOfInflater(error)) throw error;
  }
}

/** fflate's errors carry a number. */
function isOfInflater(error: unknown): boolean {
  return error instanceof Error && typeof (error as { code?: unknown }).code === 'number';
}

function readChunks(bytes: Uint8Array): { header: PngHeader; data: Uint8Array[] } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data: Uint8Array[] = [];
  let header: PngHeader | undefined;
  for (let at = SIGNATURE_BYTES; at + 8 <= bytes.byteLength; ) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const content = bytes.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') header ??= readHeader(content);
    else if (type === 'PLTE' && header !== undefined) header.palette ??= content;
    else if (type === 'tRNS' && header !== undefined) header.transparency ??= content;
    else if (type === 'IDAT') data.push(content);
    else if (type === 'IEND') break;
    at += 12 + length;
  }
  if (header === undefined || data.length === 0) throw damaged();
  return { header, data };
}

function readHeader(content: Uint8Array): PngHeader {
  if (content.byteLength < 13) throw damaged();
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const depth = view.getUint8(8);
  const colourType = view.getUint8(9);
  const allowed = colourType === 0 ? [1, 2, 4, 8, 16] : colourType === 3 ? [1, 2, 4, 8] : [8, 16];
  if (CHANNELS[colourType] === undefined || !allowed.includes(depth) || view.getUint8(10) !== 0) throw damaged();
  return {
    width: view.getUint32(0),
    height: view.getUint32(4),
    depth,
    colourType,
    interlaced: view.getUint8(12) === 1,
  };
}

function bytesOf(columns: number, { depth, colourType }: PngColours): number {
  return Math.ceil((columns * depth * (CHANNELS[colourType] ?? 1)) / 8);
}

function pixelBytes({ depth, colourType }: PngColours): number {
  return Math.max(1, (depth * (CHANNELS[colourType] ?? 1)) >> 3);
}

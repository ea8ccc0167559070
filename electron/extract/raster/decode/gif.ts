/** The first frame of a GIF; and, without decoding, how many there are and what is written beside them. */
import type { Raster } from '../raster.ts';
import { shrinkRaster } from '../shrink.ts';
import { checkHeldPixels, type Decoding, damaged, warnOfMissingRows } from './decoding.ts';

export interface GifFrame {
  left: number;
  top: number;
  width: number;
  height: number;
  interlaced: boolean;
  palette: Uint8Array;
  transparent: number | null;
  minCodeBits: number;
  /** Where the frame's blocks of codes begin. */
  codesAt: number;
}

export interface GifFacts {
  width: number;
  height: number;
  frameCount: number;
  first: GifFrame | null;
  comments: string[];
}

const MAX_COMMENTS = 20;
const MAX_COMMENT_CHARS = 4000;
const IMAGE = 0x2c;
const EXTENSION = 0x21;
const GRAPHIC_CONTROL = 0xf9;
const COMMENT = 0xfe;

/** Walks the blocks; a million frames take as long as reading past them. */
export function readGif(bytes: Uint8Array): GifFacts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const facts: GifFacts = {
    width: view.getUint16(6, true),
    height: view.getUint16(8, true),
    frameCount: 0,
    first: null,
    comments: [],
  };
  const flags = view.getUint8(10);
  let at = 13;
  const shared = paletteAt(bytes, at, flags);
  at += shared.byteLength;
  let transparent: number | null = null;
  while (at < bytes.byteLength) {
    if (bytes[at] === EXTENSION) {
      const label = bytes[at + 1];
      if (label === GRAPHIC_CONTROL && facts.first === null)
        transparent = ((bytes[at + 3] ?? 0) & 1) !== 0 ? (bytes[at + 6] ?? 0) : null;
      if (label === COMMENT && facts.comments.length < MAX_COMMENTS) facts.comments.push(readComment(bytes, at + 2));
      at = afterBlocks(bytes, at + 2);
    } else if (bytes[at] === IMAGE && at + 10 < bytes.byteLength) {
      const own = bytes[at + 9] ?? 0;
      const palette = paletteAt(bytes, at + 10, own);
      const codesAt = at + 10 + palette.byteLength;
      facts.frameCount += 1;
      facts.first ??= {
        left: view.getUint16(at + 1, true),
        top: view.getUint16(at + 3, true),
        width: view.getUint16(at + 5, true),
        height: view.getUint16(at + 7, true),
        interlaced: (own & 0x40) !== 0,
        palette: palette.byteLength > 0 ? palette : shared,
        transparent,
        minCodeBits: bytes[codesAt] ?? 0,
        codesAt: codesAt + 1,
      };
      at = afterBlocks(bytes, codesAt + 1);
    } else break;
  }
  return facts;
}

export function decodeGif({ bytes, limits, maxPixels, warn }: Decoding): Raster {
  const { width, height, first } = readGif(bytes);
  if (first === null) throw damaged();
  checkHeldPixels(width, height, limits);
  checkHeldPixels(first.width, first.height, limits);
  const indexes = new Uint8Array(first.width * first.height);
  const decoded = decodeCodes(bytes, first, indexes);
  warnOfMissingRows(Math.floor(decoded / first.width), first.height, warn);
  const data = new Uint8Array(width * height * 4);
  for (let row = 0; row < first.height; row += 1) {
    const y = first.top + (first.interlaced ? interlacedRow(row, first.height) : row);
    if (y >= height) continue;
    for (let column = 0; column < first.width && first.left + column < width; column += 1) {
      const from = row * first.width + column;
      const index = indexes[from] ?? 0;
      if (from >= decoded || index === first.transparent) continue;
      const to = (y * width + first.left + column) * 4;
      for (let channel = 0; channel < 3; channel += 1) data[to + channel] = first.palette[index * 3 + channel] ?? 0;
      data[to + 3] = 255;
    }
  }
  return shrinkRaster({ width, height, channels: 4, data }, maxPixels);
}

function paletteAt(bytes: Uint8Array, at: number, flags: number): Uint8Array {
  return (flags & 0x80) === 0 ? new Uint8Array(0) : bytes.subarray(at, at + 3 * (2 << (flags & 7)));
}

function afterBlocks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.byteLength && bytes[at] !== 0) at += 1 + (bytes[at] ?? 0);
  return at + 1;
}

function readComment(bytes: Uint8Array, from: number): string {
  let text = '';
  for (let at = from; at < bytes.byteLength && bytes[at] !== 0 && text.length < MAX_COMMENT_CHARS; ) {
    const length = bytes[at] ?? 0;
    text += new TextDecoder().decode(bytes.subarray(at + 1, at + 1 + length));
    at += 1 + length;
  }
  return text;
}

/** Which row of the picture comes as the `row`th: every eighth, then those between, and so on. */
function interlacedRow(row: number, height: number): number {
  let before = 0;
  for (const [first, step] of [
    [0, 8],
    [4, 8],
    [2, 4],
    [1, 2],
  ] as const) {
    const rows = Math.max(0, Math.ceil((height - first) / step));
    if (row < before + rows) return first + (row - before) * step;
    before += rows;
  }
  return height;
}

/** LZW with codes of growing length, the first bits lowest. Returns how many pixels came out. */
function decodeCodes(bytes: Uint8Array, { minCodeBits, codesAt }: GifFrame, to: Uint8Array): number {
  if (minCodeBits < 1 || minCodeBits > 11) throw damaged();
  const clear = 1 << minCodeBits;
  const end = clear + 1;
  const prefix = new Uint16Array(4096);
  const suffix = new Uint8Array(4096);
  const stack = new Uint8Array(4097);
  for (let code = 0; code < clear; code += 1) suffix[code] = code;
  let codeBits = minCodeBits + 1;
  let next = end + 1;
  let previous = -1;
  let first = 0;
  let written = 0;
  let buffer = 0;
  let bits = 0;
  for (let block = codesAt; block < bytes.byteLength && bytes[block] !== 0; block += 1 + (bytes[block] ?? 0)) {
    const blockEnd = Math.min(bytes.byteLength, block + 1 + (bytes[block] ?? 0));
    for (let at = block + 1; at < blockEnd; at += 1) {
      buffer |= (bytes[at] ?? 0) << bits;
      bits += 8;
      while (bits >= codeBits) {
        const code = buffer & ((1 << codeBits) - 1);
        buffer >>>= codeBits;
        bits -= codeBits;
        if (code === clear) {
          codeBits = minCodeBits + 1;
          next = end + 1;
          previous = -1;
          continue;
        }
        if (code === end || code > next || (code === next && previous < 0)) return written;
        let depth = 0;
        let walk = code;
        if (code === next) {
          stack[depth++] = first;
          walk = previous;
        }
        // Each step leads to an earlier code, so it ends.
        while (walk > end) {
          stack[depth++] = suffix[walk] ?? 0;
          walk = prefix[walk] ?? 0;
        }
        first = suffix[walk] ?? 0;
        stack[depth++] = first;
        while (depth > 0 && written < to.length) to[written++] = stack[--depth] ?? 0;
        if (written >= to.length) return written;
        if (previous >= 0 && next < 4096) {
          prefix[next] = previous;
          suffix[next] = first;
          next += 1;
          if (next === 1 << codeBits && codeBits < 12) codeBits += 1;
        }
        previous = code;
      }
    }
  }
  return written;
}

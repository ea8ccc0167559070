/** A page as the extractor's process drew it: its PNG read again, within bounds, and only of the kind that we write ourselves. */
import { inflateSync } from 'node:zlib';
import type { DrawnPicture } from '../../extract/protocol.ts';

export interface DrawnPage {
  width: number;
  height: number;
  /** 1: grey, 3: RGB. 8 bits each, rows from the top without padding. */
  channels: 1 | 3;
  data: Uint8Array;
}

const SIGNATURE_BYTES = 8;
const HEADER_BYTES = 25;

/** @throws Error where it is not such a PNG: the process that made it lies */
export function readDrawnPage({ png, width, height }: DrawnPicture, maxPixels: number): DrawnPage {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const depth = png[24];
  const colour = png[25];
  if (view.getUint32(16) !== width || view.getUint32(20) !== height || width * height > maxPixels) throw malformed();
  const channels = colour === 0 ? 1 : colour === 2 ? 3 : colour === 6 ? 4 : null;
  if (channels === null || (depth !== 8 && !(depth === 1 && channels === 1))) throw malformed();
  const lineBytes = 1 + (depth === 1 ? Math.ceil(width / 8) : width * channels);
  const lines = inflateSync(pictureData(png, view), { maxOutputLength: lineBytes * height });
  if (lines.length !== lineBytes * height) throw malformed();
  const wide = depth === 1 ? unpacked(lines, width, height, lineBytes) : unfiltered(lines, width, height, channels);
  return { width, height, channels: channels === 1 ? 1 : 3, data: channels === 4 ? onWhite(wide) : wide };
}

function pictureData(png: Uint8Array, view: DataView): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let at = SIGNATURE_BYTES + HEADER_BYTES; at + 12 <= png.length; ) {
    const sizeBytes = view.getUint32(at);
    const type = String.fromCharCode(...png.subarray(at + 4, at + 8));
    if (type === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + sizeBytes));
    at += 12 + sizeBytes;
  }
  return Buffer.concat(parts);
}

/** Lines are as they are, or differences from the left: the two filters that our own writer uses. */
function unfiltered(lines: Uint8Array, width: number, height: number, channels: number): Uint8Array {
  const stride = width * channels;
  const data = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    const from = y * (stride + 1);
    const filter = lines[from];
    if (filter !== 0 && filter !== 1) throw malformed();
    data.set(lines.subarray(from + 1, from + 1 + stride), y * stride);
    if (filter === 1)
      for (let at = y * stride + channels; at < (y + 1) * stride; at += 1)
        data[at] = (data[at] ?? 0) + (data[at - channels] ?? 0);
  }
  return data;
}

function unpacked(lines: Uint8Array, width: number, height: number, lineBytes: number): Uint8Array {
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    if (lines[y * lineBytes] !== 0) throw malformed();
    for (let x = 0; x < width; x += 1)
      data[y * width + x] = ((lines[y * lineBytes + 1 + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1 ? 255 : 0;
  }
  return data;
}

function onWhite(rgba: Uint8Array): Uint8Array {
  const rgb = new Uint8Array((rgba.length / 4) * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    const alpha = (rgba[from + 3] ?? 255) / 255;
    for (let channel = 0; channel < 3; channel += 1)
      rgb[to + channel] = Math.round((rgba[from + channel] ?? 0) * alpha + 255 * (1 - alpha));
  }
  return rgb;
}

function malformed(): Error {
  return new Error('the drawing of a page is not as it should be');
}

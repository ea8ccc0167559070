/** Writes a raster as PNG: one bit a pixel where it is black and white only, otherwise 8 bits a channel. */
import { zlibSync } from 'fflate';
import type { Raster } from './raster.ts';
import { joinBytes } from '../../../shared/kernel/joinBytes.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const COLOUR_TYPES = { 1: 0, 3: 2, 4: 6 } as const;
const LEVEL = 6;

export function encodePng(raster: Raster): Uint8Array {
  const { width, height, channels } = raster;
  const isBilevel = channels === 1 && isBlackAndWhite(raster.data);
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([isBilevel ? 1 : 8, COLOUR_TYPES[channels]], 8);
  return joinBytes([
    Uint8Array.from(SIGNATURE),
    chunk('IHDR', header),
    chunk('IDAT', deflateRows(raster, isBilevel)),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

/**
 * In one piece. Subtle: fflate 0.8.3 deflates in several pieces wrongly, it refers back to zeros before the beginning
 * where a picture begins with zeros.
 */
function deflateRows(raster: Raster, isBilevel: boolean): Uint8Array {
  const stride = raster.width * raster.channels;
  const lineBytes = 1 + (isBilevel ? Math.ceil(raster.width / 8) : stride);
  const lines = new Uint8Array(raster.height * lineBytes);
  for (let y = 0; y < raster.height; y += 1) {
    const from = raster.data.subarray(y * stride, (y + 1) * stride);
    const to = lines.subarray(y * lineBytes, (y + 1) * lineBytes);
    if (isBilevel) packBits(from, to);
    else filterLine(from, to, raster.channels);
  }
  return zlibSync(lines, { level: LEVEL });
}

function packBits(from: Uint8Array, to: Uint8Array): void {
  for (let x = 0; x < from.length; x += 1) {
    if (from[x] !== 0) to[1 + (x >> 3)] = (to[1 + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
  }
}

/** Unfiltered or as differences from the left, whichever has the smaller values: flat areas and photographs differ. */
function filterLine(from: Uint8Array, to: Uint8Array, channels: number): void {
  if (!differsLess(from, channels)) {
    to.set(from, 1);
    return;
  }
  to[0] = 1;
  to.set(from.subarray(0, channels), 1);
  for (let at = channels; at < from.length; at += 1) to[1 + at] = (from[at] ?? 0) - (from[at - channels] ?? 0);
}

/** By every seventh sample, which is enough to tell. */
function differsLess(from: Uint8Array, channels: number): boolean {
  let plain = 0;
  let differing = 0;
  for (let at = channels; at < from.length; at += 7) {
    const value = from[at] ?? 0;
    plain += Math.min(value, 256 - value);
    differing += Math.abs(value - (from[at - channels] ?? 0));
  }
  return differing < plain;
}

function isBlackAndWhite(grey: Uint8Array): boolean {
  for (const value of grey) if (value !== 0 && value !== 255) return false;
  return true;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const whole = new Uint8Array(12 + data.byteLength);
  const view = new DataView(whole.buffer);
  view.setUint32(0, data.byteLength);
  for (let index = 0; index < 4; index += 1) whole[4 + index] = type.charCodeAt(index);
  whole.set(data, 8);
  view.setUint32(8 + data.byteLength, crc32(whole.subarray(4, 8 + data.byteLength)));
  return whole;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

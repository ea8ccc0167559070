/** JPEG: what its frame says, checked, and then PDFium's decoder. */
import type { Raster } from '../raster.ts';
import { shrunkSize } from '../shrink.ts';
import { checkPixels, type Decoding, damaged, unsupported } from './decoding.ts';
import { drawCoded } from './pdfiumPicture.ts';

export interface JpegFrame {
  width: number;
  height: number;
  componentIds: number[];
  precision: number;
  /** The marker's second byte: C0 baseline, C1 extended, C2 progressive; others are not drawn. */
  coding: number;
  hasAdobeMark: boolean;
  scanCount: number;
  isWhole: boolean;
}

/** Real progressive pictures have about ten; each costs a pass over all pixels, which thousands of empty ones abuse. */
const MAX_SCANS = 200;

/** Null where there is no frame to be found. */
export function readJpegFrame(bytes: Uint8Array): JpegFrame | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let frame: JpegFrame | null = null;
  let hasAdobeMark = false;
  let isWhole = false;
  for (let at = 2; at + 2 <= bytes.byteLength; ) {
    const marker = bytes[at + 1] ?? 0;
    // Also the coded data of a scan, in which FF is followed by 0 or a restart marker.
    if (bytes[at] !== 0xff || marker === 0xff || marker === 0 || marker === 1 || (marker >= 0xd0 && marker <= 0xd8)) {
      const next = bytes.indexOf(0xff, at + 1);
      if (next < 0) break;
      at = next;
      continue;
    }
    if (marker === 0xd9) {
      isWhole = true;
      break;
    }
    if (at + 4 > bytes.byteLength) break;
    const length = view.getUint16(at + 2);
    if (marker === 0xee && isAdobe(bytes, at + 4)) hasAdobeMark = true;
    // Start of frame, of any coding; C4, C8 and CC are tables.
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      if (at + 10 > bytes.byteLength) break;
      frame ??= {
        precision: view.getUint8(at + 4),
        height: view.getUint16(at + 5),
        width: view.getUint16(at + 7),
        componentIds: Array.from(
          { length: Math.min(4, view.getUint8(at + 9)) },
          (_, index) => bytes[at + 10 + index * 3] ?? 0,
        ),
        coding: marker,
        hasAdobeMark: false,
        scanCount: 0,
        isWhole,
      };
    }
    if (marker === 0xda && frame !== null) frame.scanCount += 1;
    at += 2 + Math.max(2, length);
  }
  return frame === null ? null : { ...frame, hasAdobeMark, isWhole };
}

function isAdobe(bytes: Uint8Array, at: number): boolean {
  return [0x41, 0x64, 0x6f, 0x62, 0x65].every((byte, index) => bytes[at + index] === byte);
}

export async function decodeJpeg(
  { bytes, limits, maxPixels, assets, warn }: Decoding,
  isRgb?: boolean,
): Promise<Raster> {
  const frame = readJpegFrame(bytes);
  if (frame === null) throw damaged();
  checkPixels(frame.width, frame.height, limits);
  if (frame.precision !== 8 || frame.coding > 0xc2) throw unsupported('in this rare kind of JPEG');
  if (frame.scanCount > MAX_SCANS || frame.scanCount === 0) throw damaged();
  if (!frame.isWhole) warn('The picture breaks off before its end.');
  return drawCoded(
    {
      bytes,
      width: frame.width,
      height: frame.height,
      dictionary: dictionaryOf(frame, isRgb),
      isGrey: frame.componentIds.length === 1,
    },
    shrunkSize(frame.width, frame.height, maxPixels),
    assets,
  );
}

function dictionaryOf({ componentIds, hasAdobeMark }: JpegFrame, isRgb?: boolean): string {
  const filter = '/BitsPerComponent 8/Filter/DCTDecode';
  if (componentIds.length === 1) return `/ColorSpace/DeviceGray${filter}`;
  // Photoshop writes inks inverted, and says so by its mark alone.
  if (componentIds.length === 4)
    return `/ColorSpace/DeviceCMYK${filter}${hasAdobeMark ? '/Decode[1 0 1 0 1 0 1 0]' : ''}`;
  const namesRgb = String.fromCharCode(...componentIds) === 'RGB';
  const plain = isRgb ?? (namesRgb && !hasAdobeMark);
  return `/ColorSpace/DeviceRGB${filter}${plain ? '/DecodeParms<</ColorTransform 0>>' : ''}`;
}

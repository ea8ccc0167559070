/** Reads the headers of PNG, JPEG, GIF, WebP, BMP and TIFF. */
import type { ByteReader } from '../../byteReader.ts';
import { type Exif, parseTiff, readTiff, type TiffFrame } from './tiff.ts';

export interface PictureFacts {
  frames: TiffFrame[];
  exif: Exif;
}

/** Camera files keep their EXIF, with its thumbnail, in front. */
const HEAD_BYTES = 512 * 1024;

export async function readPicture(source: ByteReader, mediaType: string): Promise<PictureFacts> {
  if (mediaType === 'image/tiff') return readTiff(source);
  const head = await source.read(0, HEAD_BYTES);
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  try {
    switch (mediaType) {
      case 'image/png':
        return readPng(head, view);
      case 'image/jpeg':
        return readJpeg(head, view);
      case 'image/gif':
        return single(view.getUint16(6, true), view.getUint16(8, true));
      case 'image/bmp':
        return single(Math.abs(view.getInt32(18, true)), Math.abs(view.getInt32(22, true)));
      case 'image/webp':
        return readWebp(head, view);
      default:
        return { frames: [], exif: {} };
    }
  } catch (error) {
    // Reading past the end: the file is cut short.
    if (error instanceof RangeError) return { frames: [], exif: {} };
    throw error;
  }
}

function single(widthPx: number, heightPx: number, exif: Exif = {}, dpi?: number): PictureFacts {
  return widthPx > 0 && heightPx > 0 ? { frames: [{ widthPx, heightPx, dpi }], exif } : { frames: [], exif };
}

function readPng(head: Uint8Array, view: DataView): PictureFacts {
  const frame = { widthPx: view.getUint32(16), heightPx: view.getUint32(20), dpi: undefined as number | undefined };
  let exif: Exif = {};
  for (let at = 8; at + 12 <= head.byteLength; ) {
    const length = view.getUint32(at);
    const type = ascii(head, at + 4, 4);
    const data = head.subarray(at + 8, at + 8 + length);
    if (type === 'pHYs' && data[8] === 1) frame.dpi = Math.round(view.getUint32(at + 8) * 0.0254) || undefined;
    if (type === 'eXIf') exif = { ...exif, ...parseTiff(data).exif };
    if (type === 'tEXt') exif = { ...exif, ...pngText(data) };
    if (type === 'IEND') break;
    at += 12 + length;
  }
  return single(frame.widthPx, frame.heightPx, exif, frame.dpi);
}

const PNG_KEYS: Record<string, keyof Exif> = {
  Author: 'artist',
  Software: 'software',
  'Creation Time': 'taken',
  Title: 'title',
  Description: 'description',
  Copyright: 'copyright',
};

function pngText(data: Uint8Array): Exif {
  const [key = '', value = ''] = ascii(data, 0, Math.min(data.byteLength, 4096)).split('\0');
  const known = PNG_KEYS[key];
  return known === undefined ? {} : { [known]: value };
}

function readJpeg(head: Uint8Array, view: DataView): PictureFacts {
  let exif: Exif = {};
  let dpi: number | undefined;
  let rotation: TiffFrame['rotation'];
  for (let at = 2; at + 4 <= head.byteLength; ) {
    if (head[at] !== 0xff) break;
    const marker = head[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 1 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += 2;
      continue;
    }
    const length = view.getUint16(at + 2);
    const data = head.subarray(at + 4, at + 2 + length);
    if (marker === 0xe0 && ascii(data, 0, 4) === 'JFIF' && data[7] === 1) dpi = view.getUint16(at + 12) || undefined;
    if (marker === 0xe1 && ascii(data, 0, 4) === 'Exif') {
      const tiff = parseTiff(data.subarray(6));
      exif = tiff.exif;
      rotation = tiff.frames[0]?.rotation;
      dpi ??= tiff.frames[0]?.dpi;
    }
    // Start of frame, of any coding; C4, C8 and CC are tables.
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      const facts = single(view.getUint16(at + 7), view.getUint16(at + 5), exif, dpi);
      return { ...facts, frames: facts.frames.map(frame => ({ ...frame, rotation })) };
    }
    at += 2 + length;
  }
  return { frames: [], exif };
}

function readWebp(head: Uint8Array, view: DataView): PictureFacts {
  let size: [number, number] | undefined;
  let exif: Exif = {};
  for (let at = 12; at + 8 <= head.byteLength; ) {
    const type = ascii(head, at, 4);
    const length = view.getUint32(at + 4, true);
    const data = at + 8;
    if (type === 'VP8X') size = [uint24(view, data + 4) + 1, uint24(view, data + 7) + 1];
    else if (type === 'VP8 ')
      size ??= [view.getUint16(data + 6, true) & 0x3fff, view.getUint16(data + 8, true) & 0x3fff];
    else if (type === 'VP8L') {
      const bits = view.getUint32(data + 1, true);
      size ??= [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
    } else if (type === 'EXIF') exif = parseTiff(head.subarray(data, data + length)).exif;
    at = data + length + (length & 1);
  }
  return size === undefined ? { frames: [], exif } : single(size[0], size[1], exif);
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}

function ascii(bytes: Uint8Array, at: number, length: number): string {
  return new TextDecoder('latin1').decode(bytes.subarray(at, at + length));
}

/** JPEG 2000: its size from the codestream's header, then PDFium's decoder. */
import type { Raster } from '../raster.ts';
import { shrunkSize } from '../shrink.ts';
import { checkPixels, type Decoding, damaged } from './decoding.ts';
import { drawCoded } from './pdfiumPicture.ts';

const HEADER_WITHIN = 64 * 1024;

/** The SIZ segment, which follows the start of the codestream wherever its box lies. */
export function readJp2Size(bytes: Uint8Array): { width: number; height: number } | null {
  const head = bytes.subarray(0, HEADER_WITHIN);
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  for (let at = head.indexOf(0xff); at >= 0 && at + 24 <= head.byteLength; at = head.indexOf(0xff, at + 1)) {
    if (view.getUint32(at) !== 0xff4fff51) continue;
    const [right, bottom, left, top] = [8, 12, 16, 20].map(offset => view.getUint32(at + offset));
    const width = (right ?? 0) - (left ?? 0);
    const height = (bottom ?? 0) - (top ?? 0);
    return width > 0 && height > 0 ? { width, height } : null;
  }
  return null;
}

export async function decodeJp2({ bytes, limits, maxPixels, assets }: Decoding): Promise<Raster> {
  const size = readJp2Size(bytes);
  if (size === null) throw damaged();
  checkPixels(size.width, size.height, limits);
  const picture = { bytes, ...size, dictionary: '/Filter/JPXDecode', isGrey: false };
  return drawCoded(picture, shrunkSize(size.width, size.height, maxPixels), assets);
}

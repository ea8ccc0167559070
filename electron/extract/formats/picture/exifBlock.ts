/** Where a picture file keeps its EXIF, and the two numbers of it that decide how the picture is shown. */
import { byteReaderOver } from '../../byteReader.ts';
import { readTiffDirectories, TIFF, type TiffDirectory, tiffNumber } from './tiffDirectory.ts';

/** EXIF's own directory, which is made like a TIFF; null where there is none. */
export function findExif(bytes: Uint8Array, mediaType: string): Uint8Array | null {
  switch (mediaType) {
    case 'image/jpeg':
      return findInJpeg(bytes);
    case 'image/png':
    case 'image/apng':
      return findChunk(bytes, { firstAt: 8, type: 'eXIf', isLittleEndian: false });
    case 'image/webp':
      return withoutName(findChunk(bytes, { firstAt: 12, type: 'EXIF', isLittleEndian: true }));
    default:
      return null;
  }
}

/** 1 where the file says nothing. */
export async function readOrientation(bytes: Uint8Array, mediaType: string): Promise<number> {
  const directory = await readExifDirectory(bytes, mediaType);
  return directory === null ? 1 : tiffNumber(directory, TIFF.orientation, 1);
}

export async function readExifDirectory(bytes: Uint8Array, mediaType: string): Promise<TiffDirectory | null> {
  const exif = findExif(bytes, mediaType);
  if (exif === null) return null;
  return (await readTiffDirectories(byteReaderOver(exif), 0))[0] ?? null;
}

/** Pixels an inch, if a directory states it in a believable way. */
export function resolutionOf(directory: TiffDirectory): number | undefined {
  const resolution = tiffNumber(directory, TIFF.xResolution, 0);
  const perInch = tiffNumber(directory, TIFF.resolutionUnit, 2) === 3 ? resolution * 2.54 : resolution;
  return perInch >= 1 && perInch < 100_000 ? Math.round(perInch) : undefined;
}

function findInJpeg(bytes: Uint8Array): Uint8Array | null {
  for (let at = 2; at + 4 <= bytes.byteLength && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    // Coded pixels follow.
    if (marker === 0xda) return null;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    if (marker === 0xe1 && startsWith(bytes, at + 4, 'Exif\0\0')) return bytes.subarray(at + 10, at + 2 + length);
    at += 2 + Math.max(2, length);
  }
  return null;
}

function findChunk(
  bytes: Uint8Array,
  { firstAt, type, isLittleEndian }: { firstAt: number; type: string; isLittleEndian: boolean },
): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = firstAt; at + 8 <= bytes.byteLength; ) {
    const nameAt = isLittleEndian ? at : at + 4;
    const length = view.getUint32(isLittleEndian ? at + 4 : at, isLittleEndian);
    if (startsWith(bytes, nameAt, type)) return bytes.subarray(at + 8, at + 8 + length);
    at += isLittleEndian ? 8 + length + (length & 1) : 12 + length;
  }
  return null;
}

/** Some writers of WebP begin with the name that belongs to JPEG. */
function withoutName(exif: Uint8Array | null): Uint8Array | null {
  return exif !== null && startsWith(exif, 0, 'Exif\0\0') ? exif.subarray(6) : exif;
}

function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  return [...text].every((char, index) => bytes[at + index] === char.charCodeAt(0));
}

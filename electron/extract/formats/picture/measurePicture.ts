/** How many pages a picture has and how large each is, without decoding a pixel. */
import type { ByteReader } from '../../byteReader.ts';
import type { ExtractLimits } from '../../limits.ts';
import { readGif } from '../../raster/decode/gif.ts';
import { openHeic } from '../../raster/decode/heic.ts';
import { readJp2Size } from '../../raster/decode/jp2.ts';
import { readJpegFrame } from '../../raster/decode/jpeg.ts';
import { readWebpSize } from '../../raster/decode/webp.ts';
import { readExifDirectory, resolutionOf } from './exifBlock.ts';
import { readTiffDirectories, TIFF, tiffNumber } from './tiffDirectory.ts';

export interface PictureFrame {
  widthPx: number;
  heightPx: number;
  dpi?: number;
  /** As EXIF counts, 1 to 8. */
  orientation?: number;
}

export interface PictureMeasures {
  frames: PictureFrame[];
  /** Of a moving picture, whose first alone is a page. */
  movingFrames?: number;
  comments: string[];
}

const NOTHING: PictureMeasures = { frames: [], comments: [] };

/** @param head the beginning of the file, or all of it for formats that need that (GIF, HEIC) */
export async function measurePicture(
  source: ByteReader,
  head: Uint8Array,
  mediaType: string,
  limits: ExtractLimits,
): Promise<PictureMeasures> {
  if (mediaType === 'image/tiff') return measureTiff(source, limits);
  try {
    const directory = await readExifDirectory(head, mediaType);
    const fromExif = {
      dpi: directory === null ? undefined : resolutionOf(directory),
      orientation: directory === null ? undefined : tiffNumber(directory, TIFF.orientation, 1),
    };
    const measures = await measureHead(head, mediaType);
    return { ...measures, frames: measures.frames.filter(isReal).map(frame => withoutGaps({ ...fromExif, ...frame })) };
  } catch (error) {
    // Reading past the end: the file is cut short.
    if (error instanceof RangeError) return NOTHING;
    throw error;
  }
}

async function measureHead(head: Uint8Array, mediaType: string): Promise<PictureMeasures> {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  switch (mediaType) {
    case 'image/png':
    case 'image/apng':
      return single({ widthPx: view.getUint32(16), heightPx: view.getUint32(20), dpi: pngResolution(view) });
    case 'image/jpeg': {
      const frame = readJpegFrame(head);
      return frame === null
        ? NOTHING
        : single({ widthPx: frame.width, heightPx: frame.height, dpi: jfifResolution(view) });
    }
    case 'image/webp':
      return ofSize(readWebpSize(head));
    case 'image/jp2':
      return ofSize(readJp2Size(head));
    case 'image/bmp':
      return measureBmp(view);
    case 'image/gif': {
      const { width, height, frameCount, comments } = readGif(head);
      return { ...single({ widthPx: width, heightPx: height }), movingFrames: frameCount, comments };
    }
    default:
      return measureHeic(head, mediaType);
  }
}

async function measureHeic(bytes: Uint8Array, mediaType: string): Promise<PictureMeasures> {
  const heic = await openHeic(bytes, mediaType === 'image/avif' ? 'AV1' : 'HEVC');
  const frames = heic.sizes.map(({ width, height }) => ({ widthPx: width, heightPx: height }));
  heic.close();
  return { frames, comments: [] };
}

async function measureTiff(source: ByteReader, limits: ExtractLimits): Promise<PictureMeasures> {
  const directories = await readTiffDirectories(source, limits.maxPages);
  const frames = directories.map(directory =>
    withoutGaps({
      widthPx: tiffNumber(directory, TIFF.width, 0),
      heightPx: tiffNumber(directory, TIFF.height, 0),
      dpi: resolutionOf(directory),
      orientation: tiffNumber(directory, TIFF.orientation, 1),
    }),
  );
  // A directory without a size is kept, so that pages are counted as they are drawn.
  return frames.some(isReal) ? { frames, comments: [] } : NOTHING;
}

function measureBmp(view: DataView): PictureMeasures {
  if (view.getUint32(14, true) === 12)
    return single({ widthPx: view.getUint16(18, true), heightPx: view.getUint16(20, true) });
  const perMetre = view.byteLength >= 42 ? view.getInt32(38, true) : 0;
  return single({
    widthPx: view.getInt32(18, true),
    heightPx: Math.abs(view.getInt32(22, true)),
    dpi: perInch(perMetre),
  });
}

function pngResolution(view: DataView): number | undefined {
  for (let at = 8; at + 21 <= view.byteLength; at += 12 + view.getUint32(at)) {
    const type = view.getUint32(at + 4);
    // IDAT: what describes the picture comes before it.
    if (type === 0x49444154) return undefined;
    // pHYs, by the metre
    if (type === 0x70485973 && view.getUint8(at + 16) === 1) return perInch(view.getUint32(at + 8));
  }
  return undefined;
}

function jfifResolution(view: DataView): number | undefined {
  // APP0 right after the start, "JFI"; 1 is by the inch, 2 by the centimetre.
  if (view.byteLength < 20 || view.getUint16(2) !== 0xffe0 || view.getUint32(6) !== 0x4a464946) return undefined;
  const unit = view.getUint8(13);
  const density = view.getUint16(14);
  if (density < 2 || (unit !== 1 && unit !== 2)) return undefined;
  return unit === 1 ? density : Math.round(density * 2.54);
}

function perInch(perMetre: number): number | undefined {
  return Math.round(perMetre * 0.0254) || undefined;
}

function ofSize(size: { width: number; height: number } | null): PictureMeasures {
  return size === null ? NOTHING : single({ widthPx: size.width, heightPx: size.height });
}

function single(frame: PictureFrame): PictureMeasures {
  return { frames: [withoutGaps(frame)], comments: [] };
}

/** So that what one place does not state can come from another. */
function withoutGaps({ widthPx, heightPx, dpi, orientation }: PictureFrame): PictureFrame {
  return {
    widthPx,
    heightPx,
    ...(dpi === undefined ? {} : { dpi }),
    ...(orientation === undefined ? {} : { orientation }),
  };
}

function isReal({ widthPx, heightPx }: PictureFrame): boolean {
  return widthPx > 0 && heightPx > 0;
}

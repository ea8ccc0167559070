/** Opens a picture for drawing, whatever its format. */
import { type ByteReader, byteReaderOver } from '../byteReader.ts';
import { ExtractionFailure } from '../extractionFailure.ts';
import type { ExtractorAssets } from '../extractor.ts';
import { readTiffDirectories, TIFF, tiffNumber } from '../formats/picture/tiffDirectory.ts';
import { readOrientation } from '../formats/picture/exifBlock.ts';
import type { ExtractLimits } from '../limits.ts';
import { decodeBmp } from './decode/bmp.ts';
import { type Decoding, unsupported } from './decode/decoding.ts';
import { decodeGif } from './decode/gif.ts';
import { openHeic } from './decode/heic.ts';
import { decodeJp2 } from './decode/jp2.ts';
import { decodeJpeg } from './decode/jpeg.ts';
import { decodePng } from './decode/png.ts';
import { decodeTiff } from './decode/tiff.ts';
import { decodeWebp } from './decode/webp.ts';
import type { Raster } from './raster.ts';
import { asGreyIfGrey, orientationOf, putOnGround, turnUpright } from './turn.ts';

export interface OpenPicture {
  readonly pageCount: number;
  draw(pageIndex: number, maxPixels: number, warn: Decoding['warn']): Promise<Raster>;
  close(): void;
}

export interface PictureToOpen {
  source: ByteReader;
  mediaType: string;
  limits: ExtractLimits;
  assets: ExtractorAssets;
}

type Decode = (decoding: Decoding) => Raster | Promise<Raster>;

const DECODERS: Record<string, Decode> = {
  'image/png': decodePng,
  'image/apng': decodePng,
  'image/jpeg': decodeJpeg,
  'image/gif': decodeGif,
  'image/webp': decodeWebp,
  'image/bmp': decodeBmp,
  'image/jp2': decodeJp2,
};
const HEIF = /^image\/(heic|heif|heic-sequence|heif-sequence|avif)$/;

export async function openPicture({ source, mediaType, limits, assets }: PictureToOpen): Promise<OpenPicture> {
  const bytes = await source.readAll();
  if (HEIF.test(mediaType)) {
    const heic = await openHeic(bytes, mediaType === 'image/avif' ? 'AV1' : 'HEVC');
    return {
      pageCount: heic.sizes.length,
      draw: (index, maxPixels) => heic.decode(index, { limits, maxPixels }),
      close: heic.close,
    };
  }
  if (mediaType === 'image/tiff') return openTiff(bytes, limits, assets);
  const decode = DECODERS[mediaType];
  if (decode === undefined) throw unsupported(`of the type ${mediaType}`);
  return {
    pageCount: 1,
    async draw(index, maxPixels, warn) {
      if (index > 0) throw noSuchPage(index);
      const raster = await decode({ bytes, limits, maxPixels, assets, warn });
      return finished(raster, await readOrientation(bytes, mediaType));
    },
    close: () => {},
  };
}

async function openTiff(bytes: Uint8Array, limits: ExtractLimits, assets: ExtractorAssets): Promise<OpenPicture> {
  const directories = await readTiffDirectories(byteReaderOver(bytes), limits.maxPages);
  return {
    pageCount: directories.length,
    async draw(index, maxPixels, warn) {
      const directory = directories[index];
      if (directory === undefined) throw noSuchPage(index);
      const raster = await decodeTiff({ bytes, limits, maxPixels, assets, warn }, directory);
      return finished(raster, tiffNumber(directory, TIFF.orientation, 1));
    },
    close: () => {},
  };
}

function noSuchPage(index: number): ExtractionFailure {
  return new ExtractionFailure('unreadable', `The picture has no page ${index + 1}.`);
}

function finished(raster: Raster, orientation: number): Raster {
  return turnUpright(asGreyIfGrey(putOnGround(raster)), orientationOf(orientation));
}

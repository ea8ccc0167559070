/** Decodes a picture once, small, for the hash by which copies are found, and looks at its thumbnail with the same eyes. */
import { pictureDistance, pictureHash } from '../../../../shared/domain/pictureHash.ts';
import { byteReaderOver } from '../../byteReader.ts';
import { ExtractionFailure } from '../../extractionFailure.ts';
import type { ExtractContext } from '../../extractor.ts';
import { openPicture, type PictureToOpen } from '../../raster/openPicture.ts';
import type { Raster } from '../../raster/raster.ts';
import { orientationOf, turnUpright } from '../../raster/turn.ts';
import type { PictureMeasures } from './measurePicture.ts';

/** Decoding takes about 30 ms a megapixel, and importing a folder of photographs waits for it. */
const MAX_HASHED_PIXELS = 40_000_000;
/** Four pixels in each direction for one of the hash's miniature. */
const DRAWN_PIXELS = 128 * 128;
/** Halfway between a copy and a stranger. */
const OTHER_PICTURE = 20;

export async function hashPicture(
  context: ExtractContext,
  { frames }: PictureMeasures,
  thumbnail: Uint8Array | null,
): Promise<string | null> {
  const [first] = frames;
  if (first === undefined || first.widthPx * first.heightPx > context.limits.maxPixels) return null;
  if (first.widthPx * first.heightPx > MAX_HASHED_PIXELS) {
    context.warn('The picture is so large that it was not compared with other pictures.');
    return null;
  }
  const { source, detected, limits, assets } = context;
  const raster = await drawSmall({ source, mediaType: detected.mediaType, limits, assets }, context.warn);
  if (raster === null) return null;
  const hash = pictureHash(raster);
  if (hash !== null && thumbnail !== null) await compareThumbnail(context, raster, hash, thumbnail, first.orientation);
  return hash;
}

/** Null, with a warning, where it cannot be drawn: its metadata are worth having all the same. */
async function drawSmall(picture: PictureToOpen, warn: (sentence: string) => void): Promise<Raster | null> {
  try {
    const open = await openPicture(picture);
    try {
      return await open.draw(0, DRAWN_PIXELS, warn);
    } finally {
      open.close();
    }
  } catch (error) {
    warn(
      error instanceof ExtractionFailure
        ? error.problem.detail
        : 'The picture is damaged: its pixels cannot be decoded.',
    );
    return null;
  }
}

/** Programs that change a picture often leave the old thumbnail in it. */
async function compareThumbnail(
  { limits, assets, warn }: ExtractContext,
  raster: Raster,
  hash: string,
  thumbnail: Uint8Array,
  orientation: number | undefined,
): Promise<void> {
  const small = await drawSmall(
    { source: byteReaderOver(thumbnail), mediaType: 'image/jpeg', limits, assets },
    () => {},
  );
  if (small === null) return;
  const upright = turnUpright(small, orientationOf(orientation));
  // Cameras put bars beside pictures of another shape; that makes them look different without any change.
  const sameShape = Math.abs(upright.width / upright.height - raster.width / raster.height) < 0.05;
  const other = sameShape ? pictureHash(upright) : null;
  if (other !== null && pictureDistance(hash, other) > OTHER_PICTURE)
    warn(
      'The small preview inside the file shows something else than the picture, as happens when a picture is changed.',
    );
}

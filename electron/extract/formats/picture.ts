/**
 * Pictures: size of each page, what the camera or program wrote into the file, the place it claims, and a hash by which
 * copies are found. The pages have no text; they are what OCR will be offered for.
 */
import { ExtractionFailure } from '../extractionFailure.ts';
import type { ExtractContext, Extractor } from '../extractor.ts';
import { checkPageCount } from '../limits.ts';
import { orientationOf } from '../raster/turn.ts';
import { claimedPlaceOf } from './picture/claimedPlace.ts';
import { hashPicture } from './picture/hashPicture.ts';
import { measurePicture, type PictureFrame } from './picture/measurePicture.ts';
import { gatherMetadata } from './picture/metadataBlocks.ts';
import { describePicture, titleOf } from './picture/pictureFacts.ts';
import { readTags } from './picture/readTags.ts';

/** Of a screen, where the picture does not state its own. */
const DEFAULT_DPI = 96;
/** Clockwise, to be upright, by EXIF's orientation; mirroring is told in the metadata. */
const ROTATIONS = { 1: 0, 2: 0, 3: 180, 4: 180, 5: 270, 6: 90, 7: 90, 8: 270 } as const;

export const extractPicture: Extractor = async context => {
  const { source, limits, detected } = context;
  const blocks = await gatherMetadata(source, detected.mediaType);
  const measures = await measurePicture(source, blocks.bytes, detected.mediaType, limits);
  if (measures.frames.length === 0)
    throw new ExtractionFailure('unreadable', 'The picture is damaged: its size cannot be read.');
  checkPageCount(measures.frames.length, limits);
  await addPages(context, measures.frames);
  const tags = readTags(blocks.bytes);
  const places = claimedPlaceOf(tags.exif, context.warn);
  return {
    engine: 'probatum-picture',
    engineVersion: '2',
    title: titleOf(tags),
    metadata: describePicture(measures, tags, blocks.marks),
    places,
    pictureHash: await hashPicture(context, measures, tags.thumbnail),
  };
};

async function addPages(context: ExtractContext, frames: PictureFrame[]): Promise<void> {
  for (const { widthPx, heightPx, dpi = DEFAULT_DPI, orientation } of frames) {
    if (widthPx * heightPx > context.limits.maxPixels)
      context.warn(`A picture of ${widthPx} × ${heightPx} pixels is too large to be drawn.`);
    await context.addPage({
      text: '',
      method: 'none',
      widthPt: points(widthPx, dpi),
      heightPt: points(heightPx, dpi),
      rotation: ROTATIONS[orientationOf(orientation)],
    });
  }
}

function points(pixels: number, dpi: number): number {
  return Math.min(1_000_000, Math.round((pixels * 72 * 100) / dpi) / 100);
}

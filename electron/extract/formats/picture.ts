/**
 * Pictures: size, and what the camera or program wrote into the file. No pixel is decoded. The page has no text; it is
 * what OCR will be offered for.
 */

import { ExtractionFailure } from '../extractionFailure.ts';
import type { Extractor } from '../extractor.ts';
import { checkPageCount } from '../limits.ts';
import { type PictureFacts, readPicture } from './picture/readPicture.ts';

/** Of a screen, where the picture does not state its own. */
const DEFAULT_DPI = 96;

export const extractPicture: Extractor = async context => {
  const { limits, detected } = context;
  const facts = await readPicture(context.source, detected.mediaType);
  const first = facts.frames[0];
  if (first === undefined)
    throw new ExtractionFailure('unreadable', 'The picture is damaged: its size cannot be read.');
  checkPageCount(facts.frames.length, limits);
  for (const frame of facts.frames) {
    if (frame.widthPx * frame.heightPx > limits.maxPixels)
      context.warn(`A picture of ${frame.widthPx} × ${frame.heightPx} pixels is too large to be drawn.`);
    const dpi = frame.dpi ?? DEFAULT_DPI;
    await context.addPage({
      text: '',
      method: 'none',
      widthPt: points(frame.widthPx, dpi),
      heightPt: points(frame.heightPx, dpi),
      rotation: frame.rotation ?? 0,
    });
  }
  return {
    engine: 'probatum-picture',
    engineVersion: '1',
    title: facts.exif.title ?? null,
    metadata: metadataOf(facts),
  };
};

function points(pixels: number, dpi: number): number {
  return Math.min(1_000_000, Math.round((pixels * 72 * 100) / dpi) / 100);
}

function metadataOf({ frames, exif }: PictureFacts): Record<string, string | undefined> {
  const [first] = frames;
  return {
    widthPx: String(first?.widthPx),
    heightPx: String(first?.heightPx),
    frames: frames.length > 1 ? String(frames.length) : undefined,
    ...exif,
  };
}

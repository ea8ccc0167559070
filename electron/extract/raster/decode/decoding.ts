/** What every decoder of pictures is given, and the checks that come before a pixel is decoded. */
import { ExtractionFailure } from '../../extractionFailure.ts';
import type { ExtractorAssets } from '../../extractor.ts';
import type { ExtractLimits } from '../../limits.ts';

export interface Decoding {
  bytes: Uint8Array;
  limits: Pick<ExtractLimits, 'maxPixels'>;
  /** The result is to have no more than this. */
  maxPixels: number;
  assets: ExtractorAssets;
  /** One plain sentence on what of the picture could not be decoded. */
  warn(sentence: string): void;
}

/** Where a decoder has to hold all pixels at once, it takes no more than this: about 400 MB as RGBA. */
const MAX_HELD_PIXELS = 100_000_000;

/** @throws too-large, or unreadable where a side is missing */
export function checkPixels(width: number, height: number, limits: Decoding['limits']): void {
  if (!(width > 0 && height > 0)) throw damaged();
  if (width * height > limits.maxPixels) {
    throw new ExtractionFailure('too-large', `A picture of ${width} × ${height} pixels is too large to be drawn.`);
  }
}

export function checkHeldPixels(width: number, height: number, limits: Decoding['limits']): void {
  checkPixels(width, height, { maxPixels: Math.min(limits.maxPixels, MAX_HELD_PIXELS) });
}

export function damaged(): ExtractionFailure {
  return new ExtractionFailure('unreadable', 'The picture is damaged: its pixels cannot be decoded.');
}

export function unsupported(what: string): ExtractionFailure {
  return new ExtractionFailure('unsupported-type', `Pictures ${what} cannot be drawn.`);
}

/** Said where a picture ends too soon; its missing rows are grey. */
export function warnOfMissingRows(rows: number, height: number, warn: Decoding['warn']): void {
  if (rows === 0) throw damaged();
  if (rows < height) warn(`The picture breaks off after ${rows} of its ${height} rows.`);
}

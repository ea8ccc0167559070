/** Recognises the words of a page's pixels. */
import type { ExtractorAssets, NewPage } from '../extractor.ts';
import type { Raster } from '../raster/raster.ts';

export interface Recogniser {
  /** Text in reading order, a box and confidence for each word, in fractions of the raster. */
  recognise(raster: Raster): Promise<NewPage>;
  close(): void;
}

export async function openRecogniser(_options: { models: string[]; assets: ExtractorAssets }): Promise<Recogniser> {
  throw new Error('to be written');
}

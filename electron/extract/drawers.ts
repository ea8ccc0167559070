/** Which drawer makes pixels of which type's pages: for showing what Chromium cannot draw, and for OCR. */
import type { DetectedType } from '../../shared/domain/extraction.ts';
import type { ByteReader } from './byteReader.ts';
import type { ExtractorAssets } from './extractor.ts';
import type { ExtractLimits } from './limits.ts';
import type { Raster } from './raster/raster.ts';

export interface DrawContext {
  source: ByteReader;
  detected: DetectedType;
  fileName: string;
  password?: string;
  limits: ExtractLimits;
  assets: ExtractorAssets;
}

export interface DrawOptions {
  maxPixels: number;
  dpi?: number;
  /** With the places of its characters, where it has a text layer. */
  withGlyphs?: boolean;
}

export interface PageDrawer {
  readonly pageCount: number;
  /**
   * The page upright as it is shown (its own rotation applied), as sharp as `dpi` asks (a picture: its own pixels) and no
   * larger than `maxPixels`. @throws ExtractionFailure
   */
  draw(pageIndex: number, options: DrawOptions): Promise<Raster>;
  close(): void;
}

export type OpenDrawer = (context: DrawContext) => Promise<PageDrawer>;
type Load = () => Promise<OpenDrawer>;

const pdf: Load = async () => (await import('./raster/drawPdf.ts')).openPdfDrawer;
const picture: Load = async () => (await import('./raster/drawPicture.ts')).openPictureDrawer;

const DRAWERS: ReadonlyMap<string, Load> = new Map([
  ['application/pdf', pdf],
  ['image/png', picture],
  ['image/jpeg', picture],
  ['image/gif', picture],
  ['image/webp', picture],
  ['image/tiff', picture],
  ['image/bmp', picture],
  ['image/heic', picture],
  ['image/heif', picture],
  ['image/heic-sequence', picture],
  ['image/heif-sequence', picture],
  ['image/avif', picture],
  ['image/apng', picture],
  ['image/jp2', picture],
]);

export function drawerFor(mediaType: string): Load | undefined {
  return DRAWERS.get(mediaType);
}

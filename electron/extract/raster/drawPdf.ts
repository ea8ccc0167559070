/** Draws the pages of a PDF by PDFium: grey and as sharp as asked for OCR, in colour for being looked at. */
import type { OpenDrawer, PageDrawer } from '../drawers.ts';
import { ExtractionFailure } from '../extractionFailure.ts';
import { openPdf } from '../formats/pdf/openPdf.ts';
import { allocate, discardPdfium, loadPdfium } from '../formats/pdf/pdfium.ts';
import type { DrawingPdfium } from './drawingPdfium.ts';
import { glyphsOfPage } from './glyphsOfPage.ts';
import type { Raster } from './raster.ts';
import { asGreyIfGrey } from './turn.ts';

const FORMAT_GREY = 1;
const FORMAT_BGRX = 3;
const DRAW_ANNOTATIONS = 0x01;
const DRAW_GREY = 0x08;
const WHITE = 0xffffffff;
const POINTS_PER_INCH = 72;
/** Beyond this a page that is looked at does not get clearer. */
const MAX_SHOWN_DPI = 300;
const MAX_SIDE = 65_000;

export const openPdfDrawer: OpenDrawer = async context => {
  const module = (await loadPdfium(context.assets)) as DrawingPdfium;
  const pdf = await openPdf(module, context).catch((error: unknown) => {
    if (!(error instanceof ExtractionFailure)) discardPdfium();
    throw error;
  });
  const pageCount = module.FPDF_GetPageCount(pdf.document);
  return {
    pageCount,
    async draw(pageIndex, options) {
      if (pageIndex >= pageCount) {
        throw new ExtractionFailure('unreadable', `The PDF has no page ${pageIndex + 1}.`);
      }
      const page = module.FPDF_LoadPage(pdf.document, pageIndex);
      if (page === 0) {
        throw new ExtractionFailure('unreadable', `Page ${pageIndex + 1} is damaged and could not be drawn.`);
      }
      try {
        const raster = drawPage(module, page, options);
        return options.withGlyphs
          ? { ...raster, glyphs: glyphsOfPage(module, page, pageIndex, context.limits) }
          : raster;
      } catch (error) {
        // After an abort inside WebAssembly its memory cannot be trusted.
        if (!(error instanceof ExtractionFailure)) discardPdfium();
        throw error;
      } finally {
        module.FPDF_ClosePage(page);
      }
    },
    close: () => pdf.close(),
  } satisfies PageDrawer;
};

function drawPage(module: DrawingPdfium, page: number, options: { maxPixels: number; dpi?: number }): Raster {
  const { width, height } = sizeInPixels(module.FPDF_GetPageWidthF(page), module.FPDF_GetPageHeightF(page), options);
  const isGrey = options.dpi !== undefined;
  const stride = width * (isGrey ? 1 : 4);
  const buffer = allocate(module, stride * height);
  const bitmap = module.FPDFBitmap_CreateEx(width, height, isGrey ? FORMAT_GREY : FORMAT_BGRX, buffer, stride);
  try {
    if (bitmap === 0) throw new RangeError('out of memory');
    module.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    module.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, DRAW_ANNOTATIONS | (isGrey ? DRAW_GREY : 0));
    // Subtle: HEAPU8 is another object after WebAssembly's memory has grown.
    const pixels = module.pdfium.HEAPU8.subarray(buffer, buffer + stride * height);
    const rotation = ((module.FPDFPage_GetRotation(page) & 3) * 90) as 0 | 90 | 180 | 270;
    const raster: Raster = isGrey
      ? { width, height, channels: 1, data: pixels.slice() }
      : asGreyIfGrey({ width, height, channels: 3, data: rgbOf(pixels, width * height) });
    return { ...raster, rotation };
  } finally {
    if (bitmap !== 0) module.FPDFBitmap_Destroy(bitmap);
    module.pdfium.wasmExports.free(buffer);
  }
}

/** A page may claim to be a point or a mile wide: never more pixels than allowed, and at least one. */
export function sizeInPixels(
  widthPt: number,
  heightPt: number,
  { maxPixels, dpi }: { maxPixels: number; dpi?: number },
): { width: number; height: number } {
  const across = Number.isFinite(widthPt) ? Math.max(widthPt, 1) : 1;
  const down = Number.isFinite(heightPt) ? Math.max(heightPt, 1) : 1;
  const scale = Math.min(
    (dpi ?? MAX_SHOWN_DPI) / POINTS_PER_INCH,
    Math.sqrt(maxPixels / (across * down)),
    MAX_SIDE / across,
    MAX_SIDE / down,
  );
  const width = Math.max(1, Math.min(Math.floor(across * scale), maxPixels));
  return { width, height: Math.max(1, Math.min(Math.floor(down * scale), Math.floor(maxPixels / width))) };
}

function rgbOf(bgrx: Uint8Array, pixels: number): Uint8Array {
  const rgb = new Uint8Array(pixels * 3);
  for (let pixel = 0, from = 0, to = 0; pixel < pixels; pixel += 1, from += 4, to += 3) {
    rgb[to] = bgrx[from + 2] ?? 0;
    rgb[to + 1] = bgrx[from + 1] ?? 0;
    rgb[to + 2] = bgrx[from] ?? 0;
  }
  return rgb;
}

/** Where each character of a PDF page's text layer is drawn, on the page as it is seen: so that words can be painted over. */
import { withMemory } from '../formats/pdf/pdfium.ts';
import { checkPageText, type ExtractLimits } from '../limits.ts';
import type { DrawingPdfium } from './drawingPdfium.ts';
import type { Glyphs } from './raster.ts';

/** PDFium tells places on a device in whole numbers: a device so large makes them fine enough. */
const DEVICE = 100_000;
const RECT_BYTES = 16;
const POINT_BYTES = 8;

export function glyphsOfPage(module: DrawingPdfium, page: number, index: number, limits: ExtractLimits): Glyphs {
  const text = module.FPDFText_LoadPage(page);
  if (text === 0) return { text: '', boxes: new Float32Array(0) };
  try {
    const count = Math.max(0, module.FPDFText_CountChars(text));
    checkPageText(count, index, limits);
    const boxes: number[] = [];
    let letters = '';
    withMemory(module, RECT_BYTES + POINT_BYTES, memory => {
      for (let at = 0; at < count; at += 1) {
        const letter = letterAt(module, text, at);
        // The loose box holds the whole height of the font, whatever the letter.
        const box = module.FPDFText_GetLooseCharBox(text, at, memory) ? boxIn(module, page, memory) : [0, 0, 0, 0];
        letters += letter;
        for (let unit = 0; unit < letter.length; unit += 1) boxes.push(...box);
      }
    });
    return { text: letters, boxes: Float32Array.from(boxes) };
  } finally {
    module.FPDFText_ClosePage(text);
  }
}

function letterAt(module: DrawingPdfium, text: number, at: number): string {
  const code = module.FPDFText_GetUnicode(text, at);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
}

/** Of a rectangle on the page (left, top, right, bottom): x, y, width, height as shares of the drawn page. */
function boxIn(module: DrawingPdfium, page: number, memory: number): number[] {
  const view = () => new DataView(module.pdfium.HEAPU8.buffer, memory);
  const [left = 0, top = 0, right = 0, bottom = 0] = [0, 4, 8, 12].map(offset => view().getFloat32(offset, true));
  const [x1, y1] = onDevice(module, page, left, top, memory + RECT_BYTES);
  const [x2, y2] = onDevice(module, page, right, bottom, memory + RECT_BYTES);
  return [Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1)];
}

function onDevice(module: DrawingPdfium, page: number, x: number, y: number, point: number): [number, number] {
  if (!module.FPDF_PageToDevice(page, 0, 0, DEVICE, DEVICE, 0, x, y, point, point + 4)) return [0, 0];
  const view = new DataView(module.pdfium.HEAPU8.buffer, point);
  return [view.getInt32(0, true) / DEVICE, view.getInt32(4, true) / DEVICE];
}

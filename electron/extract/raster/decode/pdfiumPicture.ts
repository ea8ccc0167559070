/**
 * JPEG, JPEG 2000 and fax codes by PDFium's decoders, which know them all and run in WebAssembly under a bound of memory:
 * the coded bytes become the only picture on the only page of a PDF that is made here and drawn at the size asked for.
 */
import { ExtractionFailure } from '../../extractionFailure.ts';
import type { ExtractorAssets } from '../../extractor.ts';
import { allocate, discardPdfium, loadPdfium } from '../../formats/pdf/pdfium.ts';
import type { DrawingPdfium } from '../drawingPdfium.ts';
import type { Raster } from '../raster.ts';
import { damaged } from './decoding.ts';

export interface CodedPicture {
  bytes: Uint8Array;
  width: number;
  height: number;
  /** The entries of the picture's dictionary beside its size: `/Filter /DCTDecode …`. */
  dictionary: string;
  isGrey: boolean;
}

const FORMAT_BGR = 2;
const REVERSE_BYTE_ORDER = 0x10;
/** Not black, not white, and not a colour that a picture is made of: where it stays, nothing was drawn. */
const UNTOUCHED = [0x01, 0xfe, 0x02] as const;
const UNTOUCHED_COLOUR = 0xff01fe02;
/** WebAssembly's memory grows and never shrinks; above this a fresh one is cheaper than keeping it. */
const KEPT_MEMORY_BYTES = 192 * 1024 * 1024;

export async function drawCoded(
  picture: CodedPicture,
  to: { width: number; height: number },
  assets: ExtractorAssets,
): Promise<Raster> {
  const module = (await loadPdfium(assets)) as DrawingPdfium;
  try {
    return drawIn(module, picture, to);
  } catch (error) {
    if (!(error instanceof ExtractionFailure)) discardPdfium();
    throw error;
  } finally {
    if (module.pdfium.HEAPU8.byteLength > KEPT_MEMORY_BYTES) discardPdfium();
  }
}

function drawIn(module: DrawingPdfium, picture: CodedPicture, to: { width: number; height: number }): Raster {
  const pieces = wrap(picture);
  const sizeBytes = pieces.reduce((sum, piece) => sum + piece.byteLength, 0);
  const pointer = allocate(module, sizeBytes);
  let document = 0;
  let page = 0;
  let bitmap = 0;
  try {
    let at = pointer;
    for (const piece of pieces) {
      module.pdfium.HEAPU8.set(piece, at);
      at += piece.byteLength;
    }
    const types: 'number'[] = ['number', 'number', 'number'];
    document = module.pdfium.ccall('FPDF_LoadMemDocument', 'number', types, [pointer, sizeBytes, 0]);
    page = document === 0 ? 0 : module.FPDF_LoadPage(document, 0);
    if (page === 0) throw damaged();
    bitmap = module.FPDFBitmap_CreateEx(to.width, to.height, FORMAT_BGR, 0, 0);
    if (bitmap === 0) throw new RangeError('out of memory');
    module.FPDFBitmap_FillRect(bitmap, 0, 0, to.width, to.height, UNTOUCHED_COLOUR);
    module.FPDF_RenderPageBitmap(bitmap, page, 0, 0, to.width, to.height, 0, REVERSE_BYTE_ORDER);
    return readBitmap(module, bitmap, to, picture.isGrey);
  } finally {
    if (bitmap !== 0) module.FPDFBitmap_Destroy(bitmap);
    if (page !== 0) module.FPDF_ClosePage(page);
    if (document !== 0) module.FPDF_CloseDocument(document);
    module.pdfium.wasmExports.free(pointer);
  }
}

function readBitmap(
  module: DrawingPdfium,
  bitmap: number,
  to: { width: number; height: number },
  isGrey: boolean,
): Raster {
  const stride = module.FPDFBitmap_GetStride(bitmap);
  const from = module.FPDFBitmap_GetBuffer(bitmap);
  const memory = module.pdfium.HEAPU8.subarray(from, from + stride * to.height);
  const channels = isGrey ? 1 : 3;
  const data = new Uint8Array(to.width * to.height * channels);
  const line = to.width * 3;
  for (let y = 0; y < to.height; y += 1) {
    const row = memory.subarray(y * stride, y * stride + line);
    if (!isGrey) data.set(row, y * line);
    else for (let x = 0; x < to.width; x += 1) data[y * to.width + x] = row[x * 3] ?? 0;
  }
  if (isUntouched(memory, (to.height - 1) * stride + line - 3)) throw damaged();
  return { width: to.width, height: to.height, channels, data };
}

/** A corner and the end suffice: the picture covers the page, or nothing of it was drawn. */
function isUntouched(memory: Uint8Array, lastPixel: number): boolean {
  // The fill was made in the order blue, green, red.
  const isFill = (at: number) =>
    memory[at] === UNTOUCHED[2] && memory[at + 1] === UNTOUCHED[1] && memory[at + 2] === UNTOUCHED[0];
  return isFill(0) && isFill(lastPixel);
}

function wrap({ bytes, width, height, dictionary }: CodedPicture): Uint8Array[] {
  const content = `${width} 0 0 ${height} 0 0 cm /P Do`;
  const objects: (string | Uint8Array)[][] = [
    ['<</Type/Catalog/Pages 2 0 R>>'],
    ['<</Type/Pages/Kids[3 0 R]/Count 1>>'],
    [`<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Contents 4 0 R/Resources<</XObject<</P 5 0 R>>>>>>`],
    [`<</Length ${content.length}>>stream\n${content}\nendstream`],
    [
      `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}${dictionary}/Length ${bytes.byteLength}>>stream\n`,
      bytes,
      '\nendstream',
    ],
  ];
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  const offsets: number[] = [];
  let length = 0;
  const put = (part: string | Uint8Array) => {
    const piece = typeof part === 'string' ? encoder.encode(part) : part;
    pieces.push(piece);
    length += piece.byteLength;
  };
  put('%PDF-1.5\n');
  for (const [index, parts] of objects.entries()) {
    offsets.push(length);
    put(`${index + 1} 0 obj\n`);
    for (const part of parts) put(part);
    put('\nendobj\n');
  }
  const tableAt = length;
  const lines = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`);
  put(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines.join('')}`);
  put(`trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${tableAt}\n%%EOF`);
  return pieces;
}

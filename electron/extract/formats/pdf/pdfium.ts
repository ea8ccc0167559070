/** PDFium as WebAssembly: only the functions that are used, its memory capped, and its strings read into ours. */
import { init } from '@embedpdf/pdfium';
import type { ExtractorAssets } from '../../extractor.ts';

type Handle = number;

/** What is used of the wrapped module; its own types rest on packages that are not installed. */
export interface Pdfium {
  pdfium: {
    HEAPU8: Uint8Array;
    wasmExports: { malloc(bytes: number): number; free(pointer: number): void };
    ccall(name: string, returns: 'number', types: 'number'[], values: number[]): number;
  };
  PDFiumExt_Init(): void;
  FPDF_GetLastError(): number;
  FPDF_CloseDocument(document: Handle): void;
  FPDF_GetPageCount(document: Handle): number;
  FPDF_GetPageLabel(document: Handle, page: number, buffer: number, bytes: number): number;
  FPDF_GetMetaText(document: Handle, key: string, buffer: number, bytes: number): number;
  FPDF_GetFileVersion(document: Handle, version: number): boolean;
  FPDF_LoadPage(document: Handle, index: number): Handle;
  FPDF_ClosePage(page: Handle): void;
  FPDF_GetPageWidthF(page: Handle): number;
  FPDF_GetPageHeightF(page: Handle): number;
  FPDFPage_GetRotation(page: Handle): number;
  FPDFPage_GetAnnotCount(page: Handle): number;
  FPDFPage_GetAnnot(page: Handle, index: number): Handle;
  FPDFPage_CloseAnnot(annotation: Handle): void;
  FPDFAnnot_GetSubtype(annotation: Handle): number;
  FPDFAnnot_GetStringValue(annotation: Handle, key: string, buffer: number, bytes: number): number;
  FPDFAnnot_GetFormFieldType(form: Handle, annotation: Handle): number;
  FPDFAnnot_GetFormFieldValue(form: Handle, annotation: Handle, buffer: number, bytes: number): number;
  FPDFAnnot_GetFlags(annotation: Handle): number;
  EPDFAnnot_HasAppearanceStream(annotation: Handle, mode: number): boolean;
  /** A new document whose only page is how the annotation looks. */
  EPDFAnnot_ExportAppearanceAsDocument(annotation: Handle): Handle;
  FPDF_GetFormType(document: Handle): number;
  PDFiumExt_OpenFormFillInfo(): Handle;
  PDFiumExt_CloseFormFillInfo(info: Handle): void;
  PDFiumExt_InitFormFillEnvironment(document: Handle, info: Handle): Handle;
  PDFiumExt_ExitFormFillEnvironment(form: Handle): void;
  FPDFText_LoadPage(page: Handle): Handle;
  FPDFText_ClosePage(text: Handle): void;
  FPDFText_CountChars(text: Handle): number;
  FPDFText_GetText(text: Handle, start: number, count: number, buffer: number): number;
  FPDFBookmark_GetFirstChild(document: Handle, bookmark: Handle): Handle;
  FPDFBookmark_GetNextSibling(document: Handle, bookmark: Handle): Handle;
  FPDFBookmark_GetTitle(bookmark: Handle, buffer: number, bytes: number): number;
  FPDFBookmark_GetDest(document: Handle, bookmark: Handle): Handle;
  FPDFBookmark_GetAction(bookmark: Handle): Handle;
  FPDFAction_GetDest(document: Handle, action: Handle): Handle;
  FPDFDest_GetDestPageIndex(document: Handle, destination: Handle): number;
  FPDFDoc_GetAttachmentCount(document: Handle): number;
  FPDFDoc_GetAttachment(document: Handle, index: number): Handle;
  FPDFAttachment_GetName(attachment: Handle, buffer: number, bytes: number): number;
  FPDFAttachment_GetFile(attachment: Handle, buffer: number, bytes: number, actualBytes: number): boolean;
  FPDFCatalog_GetLanguage(document: Handle, buffer: number, bytes: number): number;
}

/** 1 GiB: a quarter of it holds the largest document, the rest is for what PDFium unpacks of it. */
const MAX_WASM_PAGES = 16_384;
const MEMORY_SECTION = 5;

let loading: Promise<Pdfium> | undefined;

/** One for the process: it is stateless between documents, and loading takes 25 ms and 18 MB. */
export function loadPdfium(assets: ExtractorAssets): Promise<Pdfium> {
  loading ??= startPdfium(assets);
  return loading;
}

/** After an abort inside WebAssembly its memory cannot be trusted; the next document gets a new one. */
export function discardPdfium(): void {
  loading = undefined;
}

async function startPdfium(assets: ExtractorAssets): Promise<Pdfium> {
  const wasmBinary = capMemory(await assets.shipped('pdfium.wasm'));
  const silent = () => {};
  const module = (await init({ wasmBinary, print: silent, printErr: silent } as never)) as unknown as Pdfium;
  module.PDFiumExt_Init();
  return module;
}

/**
 * Lowers the maximum in the module's memory section. This holds on every system and cannot be talked around from within;
 * allocation then fails as PDFium expects it to.
 */
export function capMemory(wasm: Uint8Array): Uint8Array<ArrayBuffer> {
  const capped = new Uint8Array(wasm);
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = capped[at] ?? 0;
      at += 1;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  };
  while (at < capped.byteLength) {
    const section = capped[at];
    at += 1;
    const end = number() + at;
    if (section === MEMORY_SECTION) {
      number();
      const hasMaximum = (number() & 1) !== 0;
      number();
      const from = at;
      if (hasMaximum && number() > MAX_WASM_PAGES) writeNumber(capped, from, at - from, MAX_WASM_PAGES);
      return capped;
    }
    at = end;
  }
  return capped;
}

/** LEB128, filled up to the length that the old number had so that no offset moves. */
function writeNumber(bytes: Uint8Array, at: number, length: number, value: number): void {
  for (let index = 0; index < length; index += 1) {
    const more = index < length - 1 ? 0x80 : 0;
    bytes[at + index] = ((value >>> (7 * index)) & 0x7f) | more;
  }
}

const utf16 = new TextDecoder('utf-16le');
const MAX_STRING_BYTES = 64 * 1024;

/** PDFium's way of returning strings: told the size first, then filled; UTF-16 with a NUL at the end. */
export function readString(module: Pdfium, fill: (buffer: number, bytes: number) => number): string {
  const bytes = Math.min(fill(0, 0), MAX_STRING_BYTES);
  if (bytes <= 2) return '';
  return withMemory(module, bytes, buffer => {
    fill(buffer, bytes);
    return utf16.decode(module.pdfium.HEAPU8.subarray(buffer, buffer + bytes)).replace(/\0[\s\S]*$/, '');
  });
}

export function withMemory<T>(module: Pdfium, bytes: number, use: (pointer: number) => T): T {
  const pointer = allocate(module, bytes);
  try {
    return use(pointer);
  } finally {
    module.pdfium.wasmExports.free(pointer);
  }
}

export function allocate(module: Pdfium, bytes: number): number {
  const pointer = module.pdfium.wasmExports.malloc(bytes);
  if (pointer === 0) throw new RangeError('out of memory');
  return pointer;
}

/** PDFium as WebAssembly: only the functions that are used, its memory capped, and its strings read into ours. */
import { init } from '@embedpdf/pdfium';
import type { ExtractorAssets } from '../../extractor.ts';
import { capMemory } from '../../wasmMemory.ts';

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
  FPDFDoc_GetJavaScriptActionCount(document: Handle): number;
  FPDFDoc_GetJavaScriptAction(document: Handle, index: number): Handle;
  FPDFDoc_CloseJavaScriptAction(script: Handle): void;
  FPDFJavaScriptAction_GetName(script: Handle, buffer: number, bytes: number): number;
  FPDFJavaScriptAction_GetScript(script: Handle, buffer: number, bytes: number): number;
  FPDFLink_Enumerate(page: Handle, position: number, link: number): boolean;
  FPDFLink_GetAction(link: Handle): Handle;
  FPDFAction_GetType(action: Handle): number;
  FPDFCatalog_GetLanguage(document: Handle, buffer: number, bytes: number): number;
}

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

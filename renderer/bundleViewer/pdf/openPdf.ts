/**
 * Opens a PDF with pdf.js on the page's own thread. From disk no worker may be started, so its half is part of this
 * script; and nothing may be fetched, so character maps, fonts and decoders come through scripts as well.
 */
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { pdfAssetKey } from '../../../shared/domain/bundle/bundlePaths.ts';
import { decodeBase64 } from '../content/decodeBase64.ts';
import { loadContent } from '../content/receiver.ts';

const FOLDERS: Record<string, string> = { cMapUrl: 'cmaps', standardFontDataUrl: 'standard_fonts', wasmUrl: 'wasm' };

class ScriptDataFactory {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const folder = FOLDERS[kind];
    if (folder === undefined) throw new Error(`pdf.js asks for data of an unknown kind: ${kind}`);
    return decodeBase64(await loadContent(pdfAssetKey(`${folder}/${filename}`)));
  }
}

/** The bytes are handed over: pdf.js empties the array that it is given, so the caller keeps a copy where it needs one. */
export function openPdf(bytes: Uint8Array<ArrayBuffer>): Promise<PDFDocumentProxy> {
  return getDocument({
    data: bytes,
    BinaryDataFactory: ScriptDataFactory,
    // Never fetched; pdf.js asks its factory only where an address is set.
    cMapUrl: 'cmaps/',
    standardFontDataUrl: 'standard_fonts/',
    wasmUrl: 'wasm/',
    useWorkerFetch: false,
    // The same page looks alike on every machine.
    useSystemFonts: false,
    enableXfa: false,
    verbosity: 0,
  }).promise;
}

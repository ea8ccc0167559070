/** Where PDFium's WebAssembly lies: beside the built worker, or in its package when run from source. */
export function pdfiumWasmCandidates(workerUrl: string): URL[] {
  return [
    new URL('./pdfium.wasm', workerUrl),
    new URL('../../node_modules/@embedpdf/pdfium/dist/pdfium.wasm', workerUrl),
  ];
}

/** Files that extractors load at run time: beside the built worker, or in their packages when run from source. */

/** Where each lies relative to the worker once built, and where it comes from (relative to the project). */
export const SHIPPED_FILES = {
  'pdfium.wasm': 'node_modules/@embedpdf/pdfium/dist/pdfium.wasm',
  'libarchive.wasm': 'node_modules/libarchive-wasm/dist/libarchive.wasm',
  'ocr/tesseract-core-simd-lstm.wasm': 'node_modules/tesseract.js-core/tesseract-core-simd-lstm.wasm',
  'ocr/eng.traineddata.gz': 'node_modules/@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz',
  'ocr/kor.traineddata.gz': 'node_modules/@tesseract.js-data/kor/4.0.0_best_int/kor.traineddata.gz',
  'ocr/chi_sim.traineddata.gz': 'node_modules/@tesseract.js-data/chi_sim/4.0.0_best_int/chi_sim.traineddata.gz',
  'ocr/chi_tra.traineddata.gz': 'node_modules/@tesseract.js-data/chi_tra/4.0.0_best_int/chi_tra.traineddata.gz',
  'ocr/jpn.traineddata.gz': 'node_modules/@tesseract.js-data/jpn/4.0.0_best_int/jpn.traineddata.gz',
  'ocr/rus.traineddata.gz': 'build/models/rus.traineddata.gz',
} as const;
export type ShippedFile = keyof typeof SHIPPED_FILES;

/** The places to look in, in order. */
export function shippedFileCandidates(name: ShippedFile, workerUrl: string): URL[] {
  return [new URL(`./${name}`, workerUrl), new URL(`../../${SHIPPED_FILES[name]}`, workerUrl)];
}

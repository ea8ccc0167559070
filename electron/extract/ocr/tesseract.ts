/**
 * Tesseract as WebAssembly, driven directly in this process: no worker threads, no downloads, no files but those in its own
 * memory. Loading takes 20 ms, a model 40 to 100 ms, so both are kept from one document to the next.
 */
import { gunzipSync } from 'fflate';
import load, { type TessBaseApi, type TesseractModule } from 'tesseract.js-core/tesseract-core-simd-lstm.js';
import { isModelName, type ModelName } from '../../../shared/domain/recognition.ts';
import { ExtractionFailure } from '../extractionFailure.ts';
import type { ExtractorAssets } from '../extractor.ts';
import { capMemory } from '../wasmMemory.ts';
import { withoutNode } from '../withoutNode.ts';

export interface Tesseract {
  module: TesseractModule;
  api: TessBaseApi;
}

const NEURAL_NETWORK_ONLY = 1;

let loaded: { models: string; tesseract: Tesseract } | undefined;

/** @throws ExtractionFailure for a model that does not ship */
export async function loadTesseract(assets: ExtractorAssets, models: readonly string[]): Promise<Tesseract> {
  const names = models.map(requireModel);
  const wanted = names.join('+');
  if (loaded?.models === wanted) return loaded.tesseract;
  const module = loaded?.tesseract.module ?? (await startModule(assets));
  loaded?.tesseract.api.End();
  loaded = undefined;
  for (const name of names) {
    module.FS.writeFile(`/${name}.traineddata`, gunzipSync(await assets.shipped(`ocr/${name}.traineddata.gz`)));
  }
  const api = new module.TessBaseAPI();
  if (api.Init('/', wanted, NEURAL_NETWORK_ONLY) !== 0) throw new Error('a model that ships could not be loaded');
  // The network holds what it needs of them.
  for (const name of names) module.FS.unlink(`/${name}.traineddata`);
  const tesseract = { module, api };
  loaded = { models: wanted, tesseract };
  return tesseract;
}

/** After an abort inside WebAssembly its memory cannot be trusted; the next document gets a new one. */
export function discardTesseract(): void {
  loaded = undefined;
}

function requireModel(name: string): ModelName {
  if (isModelName(name)) return name;
  throw new ExtractionFailure('unsupported-type', `There is no model for recognising “${name}” in this version.`);
}

async function startModule(assets: ExtractorAssets): Promise<TesseractModule> {
  const wasmBinary = capMemory(await assets.shipped('ocr/tesseract-core-simd-lstm.wasm'));
  const silent = () => {};
  return withoutNode(() => load({ wasmBinary, print: silent, printErr: silent, TesseractProgress: silent }));
}

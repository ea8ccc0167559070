/** WebP by Leptonica, which comes inside Tesseract's WebAssembly; the picture is read out of its memory. */
import type { ExtractorAssets } from '../../extractor.ts';
import { capMemory } from '../../wasmMemory.ts';
import type { Raster } from '../raster.ts';
import { shrinkRaster } from '../shrink.ts';
import { checkHeldPixels, type Decoding, damaged } from './decoding.ts';
import { withoutNode } from '../../withoutNode.ts';

/** What is used of Tesseract's module here: Leptonica's reader of pictures, which it exports. */
interface Leptonica {
  _malloc(bytes: number): number;
  _free(pointer: number): void;
  _pixReadMem(pointer: number, bytes: number): number;
  _pixDestroy(pointerToPointer: number): void;
}

type StartLeptonica = (options: {
  instantiateWasm(
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ): object;
  print(): void;
  printErr(): void;
}) => Promise<Leptonica>;

interface Loaded {
  module: Leptonica;
  memory: WebAssembly.Memory;
}

/** Leptonica's `Pix`, in words of 32 bits: width, height, depth, samples a pixel, words a line … the pixels' address. */
const PIX = { width: 0, height: 1, depth: 2, samples: 3, wordsPerLine: 4, data: 12 } as const;
const PIX_BYTES = 52;
const KEPT_MEMORY_BYTES = 192 * 1024 * 1024;

let loading: Promise<Loaded> | undefined;

export async function decodeWebp({ bytes, limits, maxPixels, assets }: Decoding): Promise<Raster> {
  const size = readWebpSize(bytes);
  if (size === null) throw damaged();
  checkHeldPixels(size.width, size.height, limits);
  loading ??= load(assets);
  const { module, memory } = await loading;
  const pointer = module._malloc(bytes.byteLength);
  let pix = 0;
  try {
    if (pointer === 0) throw new RangeError('out of memory');
    new Uint8Array(memory.buffer).set(bytes, pointer);
    pix = module._pixReadMem(pointer, bytes.byteLength);
    if (pix === 0) throw damaged();
    return shrinkRaster(readPix(memory, pix), maxPixels);
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) loading = undefined;
    throw error;
  } finally {
    if (memory.buffer.byteLength > KEPT_MEMORY_BYTES) loading = undefined;
    if (loading !== undefined) {
      if (pix !== 0) destroyPix(module, memory, pix);
      module._free(pointer);
    }
  }
}

async function load(assets: ExtractorAssets): Promise<Loaded> {
  const { default: tesseract } = await import('tesseract.js-core/tesseract-core-simd-lstm.js');
  const start = tesseract as unknown as StartLeptonica;
  const compiled = await WebAssembly.compile(capMemory(await assets.shipped('ocr/tesseract-core-simd-lstm.wasm')));
  let memory: WebAssembly.Memory | undefined;
  const silent = () => {};
  const module = await withoutNode(() =>
    start({
      instantiateWasm(imports, done) {
        void WebAssembly.instantiate(compiled, imports).then(started => {
          // Its own glue keeps the memory to itself.
          memory = Object.values(started.exports).find(value => value instanceof WebAssembly.Memory);
          done(started, compiled);
        });
        return {};
      },
      print: silent,
      printErr: silent,
    }),
  );
  if (memory === undefined) throw new Error('Tesseract exports no memory.');
  return { module, memory };
}

function readPix(memory: WebAssembly.Memory, pix: number): Raster {
  const bytes = new DataView(memory.buffer);
  const field = (index: number) => bytes.getUint32(pix + index * 4, true);
  const [width, height] = [field(PIX.width), field(PIX.height)];
  if (pix + PIX_BYTES > memory.buffer.byteLength || field(PIX.depth) !== 32) throw damaged();
  const channels = field(PIX.samples) === 4 ? 4 : 3;
  const stride = field(PIX.wordsPerLine) * 4;
  const pixels = new Uint8Array(memory.buffer, field(PIX.data), stride * height);
  const data = new Uint8Array(width * height * channels);
  let to = 0;
  for (let y = 0; y < height; y += 1) {
    // Red is in the highest byte of each little-endian word.
    for (let from = y * stride; from < y * stride + width * 4; from += 4) {
      for (let channel = 0; channel < channels; channel += 1) data[to + channel] = pixels[from + 3 - channel] ?? 0;
      to += channels;
    }
  }
  return { width, height, channels, data };
}

function destroyPix(module: Leptonica, memory: WebAssembly.Memory, pix: number): void {
  const holder = module._malloc(4);
  if (holder === 0) return;
  new DataView(memory.buffer).setUint32(holder, pix, true);
  module._pixDestroy(holder);
  module._free(holder);
}

/** From the first header that states it: the extended one, the lossy or the lossless picture. */
export function readWebpSize(bytes: Uint8Array): { width: number; height: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 30) return null;
  const type = String.fromCharCode(...bytes.subarray(12, 16));
  const data = 20;
  if (type === 'VP8X') return { width: uint24(view, data + 4) + 1, height: uint24(view, data + 7) + 1 };
  if (type === 'VP8 ')
    return { width: view.getUint16(data + 6, true) & 0x3fff, height: view.getUint16(data + 8, true) & 0x3fff };
  if (type !== 'VP8L') return null;
  const bits = view.getUint32(data + 1, true);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}

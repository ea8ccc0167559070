/** HEIC by libheif, in WebAssembly. Turning is part of the format, so what comes out stands upright. */
import type { HeifImage, Libheif } from 'libheif-js/libheif-wasm/libheif-bundle.mjs';
import type { Raster } from '../raster.ts';
import { shrinkRaster } from '../shrink.ts';
import { asGreyIfGrey, putOnGround } from '../turn.ts';
import { checkHeldPixels, type Decoding, damaged, unsupported } from './decoding.ts';

export interface OpenHeic {
  sizes: { width: number; height: number }[];
  decode(index: number, options: Pick<Decoding, 'limits' | 'maxPixels'>): Promise<Raster>;
  close(): void;
}

const MAX_PICTURES = 1000;

let loading: Promise<Libheif> | undefined;

/** @param codec `AV1` where the pictures are coded in a way that this build has no decoder for. */
export async function openHeic(bytes: Uint8Array, codec: 'HEVC' | 'AV1'): Promise<OpenHeic> {
  loading ??= import('libheif-js/libheif-wasm/libheif-bundle.mjs').then(({ default: init }) =>
    init({ print: () => {}, printErr: () => {} }),
  );
  const library = await loading;
  const decoder = new library.HeifDecoder();
  let images: HeifImage[];
  try {
    images = await quietly(async () => decoder.decode(bytes));
  } catch (error) {
    // After an abort its memory cannot be trusted.
    loading = undefined;
    throw error;
  }
  images = [...images.filter(image => image.is_primary()), ...images.filter(image => !image.is_primary())];
  return {
    sizes: images.slice(0, MAX_PICTURES).map(image => ({ width: image.get_width(), height: image.get_height() })),
    async decode(index, { limits, maxPixels }) {
      const image = images[index];
      if (image === undefined) throw damaged();
      const width = image.get_width();
      const height = image.get_height();
      checkHeldPixels(width, height, limits);
      const data = new Uint8Array(width * height * 4);
      const shown = await quietly(() => new Promise(resolve => image.display({ data, width, height }, resolve)));
      if (shown === null) throw codec === 'AV1' ? unsupported('of the type AVIF') : damaged();
      const shrunk = shrinkRaster({ width, height, channels: 4, data }, maxPixels);
      return asGreyIfGrey(putOnGround(shrunk));
    },
    close() {
      for (const image of images) image.free();
      if (decoder.decoder) library.heif_context_free(decoder.decoder);
    },
  };
}

/** The library tells its failures to the console; a worker in which it did so ended with the document after. */
async function quietly<T>(call: () => Promise<T>): Promise<T> {
  const { log } = console;
  console.log = () => {};
  try {
    return await call();
  } finally {
    console.log = log;
  }
}

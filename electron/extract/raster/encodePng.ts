import type { Raster } from './raster.ts';

export function encodePng(_raster: Raster): Uint8Array {
  throw new Error('to be written');
}

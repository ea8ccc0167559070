/** Files that extractors load at run time: beside the built worker, or in their packages when run from source. */
import SHIPPED from './shippedFiles.json' with { type: 'json' };

/**
 * Where each lies relative to the worker once built, and where it comes from (relative to the project). JSON, since the build
 * reads it too, in whatever Node the project is started with.
 */
export const SHIPPED_FILES = SHIPPED;
export type ShippedFile = keyof typeof SHIPPED_FILES;

/** The places to look in, in order. */
export function shippedFileCandidates(name: ShippedFile, workerUrl: string): URL[] {
  return [new URL(`./${name}`, workerUrl), new URL(`../../${SHIPPED_FILES[name]}`, workerUrl)];
}

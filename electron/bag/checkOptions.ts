import type { KnownKeys } from './signature.ts';

export interface CheckOptions {
  signal?: AbortSignal;
  onProgress?: (done: { files: number; bytes: number }) => void;
  /** Whose keys the caller knows; without it, a signature says only which key it is by. */
  knownAs?: KnownKeys;
}

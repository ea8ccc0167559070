import type { KnownKeys } from './signature.ts';

export interface CheckOptions {
  signal?: AbortSignal;
  onProgress?: (done: { files: number; bytes: number }) => void;
  /** Hears each file as it is read, under its path in the bag; a piece is to be copied by who keeps it. */
  onPiece?: (path: string, piece: Uint8Array) => void;
  /** Whose keys the caller knows; without it, a signature says only which key it is by. */
  knownAs?: KnownKeys;
}

/** What goes between `sealFile` and the thread that encrypts and writes for it. */

/** Handed over at its start. */
export interface Sealing {
  /** Made anew; a file that is there already is an error. */
  path: string;
  /** The header and the nonce: what stands before the payload. */
  head: Uint8Array;
  /** Of the payload. */
  key: Uint8Array;
}

/** Where in the content a digest begins or ends, told before the byte behind it is handed over. */
export type DigestMark = { type: 'digest-from'; offset: number } | { type: 'digest-to'; offset: number; id: number };

export type ToSealer =
  | DigestMark
  /** Lent with its buffer, which comes back as `free`. */
  | { type: 'piece'; buffer: ArrayBuffer; length: number }
  | { type: 'end' }
  | { type: 'stop' };

export type FromSealer =
  | { type: 'free'; buffer: ArrayBuffer }
  | { type: 'digest'; id: number; sha256: string }
  | { type: 'sealed'; file: SealedFile }
  /** In the words of the system, such as "ENOSPC: no space left on device, write". */
  | { type: 'failed'; problem: string };

export interface SealedFile {
  /** Of the sealed bytes, as `sha256sum` prints it. */
  sha256: string;
  sizeBytes: number;
}

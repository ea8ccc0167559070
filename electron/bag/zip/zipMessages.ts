/** What goes between `ZipInThread` and the thread that packs, hashes and writes for it. */
import type { Algorithm, Digests } from '../bagContents.ts';
import type { WrittenZip, ZipEntry } from './zipWriter.ts';

/** Handed over at its start. */
export interface Zipping {
  /** Made anew; a file that is there already is an error. */
  path: string;
}

export type ToZip =
  | { type: 'entry'; entry: Omit<ZipEntry, 'bytes'> }
  /** Told before the first piece of an entry whose digests are wanted. */
  | { type: 'digests'; algorithms: readonly Algorithm[] }
  /** Lent with its buffer, which comes back as `free`. */
  | { type: 'piece'; buffer: ArrayBuffer; length: number }
  | { type: 'entry-end' }
  | { type: 'end' }
  | { type: 'stop' };

export type FromZip =
  | { type: 'free'; buffer: ArrayBuffer }
  /** Of one entry after the other, as they were wanted. */
  | { type: 'digests'; digests: Digests }
  | { type: 'written'; zip: WrittenZip }
  /** In the words of the system, such as "ENOSPC: no space left on device, write". */
  | { type: 'failed'; problem: string };

/** Reads what libarchive knows: 7z, RAR, CAB, LHA, ISO 9660, cpio, ar. The archive lies whole in the module's memory. */
import type { ByteReader } from '../../byteReader.ts';
import type { ExtractorAssets } from '../../extractor.ts';
import { type Libarchive, loadLibarchive, textAt } from './libarchiveWasm.ts';

export interface LibarchiveEntry {
  /** Null where it is not written in an encoding that libarchive can read. */
  name: string | null;
  kind: 'file' | 'folder' | 'link' | 'device';
  sizeBytes: number;
  modifiedSeconds: number;
  isEncrypted: boolean;
}

export interface LibarchiveReader {
  /** Null at the end. What was not read of the entry before is skipped. @throws LibarchiveError */
  next(): LibarchiveEntry | null;
  /** The next piece of the entry's data; null at its end. Only good until the next call. @throws LibarchiveError */
  read(mostBytes?: number): Uint8Array | null;
}

/** Its message is libarchive's, for telling causes apart; never for people. */
export class LibarchiveError extends Error {
  override readonly name = 'LibarchiveError';
}

const READ_BYTES = 256 * 1024;
const TYPE_MASK = 0o170000;
const [REGULAR, FOLDER, SYMLINK] = [0o100000, 0o040000, 0o120000];

/** A member cannot be had because of its name; with names taken for ASCII it can, without its name. */
export class NameError extends LibarchiveError {}

export interface LibarchiveOptions {
  /** Bytes that are put before those of the source. */
  before?: Uint8Array;
  isAscii?: boolean;
}

export async function openLibarchive(
  source: ByteReader,
  assets: ExtractorAssets,
  { before = new Uint8Array(0), isAscii = false }: LibarchiveOptions = {},
): Promise<LibarchiveReader> {
  const library = await loadLibarchive(assets, isAscii);
  const sizeBytes = before.byteLength + source.sizeBytes;
  const pointer = allocate(library, sizeBytes);
  library.heap().set(before, pointer);
  for await (const { offset, bytes } of source.chunks())
    library.heap().set(bytes, pointer + before.byteLength + offset);
  return openLoaded(library, pointer, sizeBytes);
}

function openLoaded(library: Libarchive, pointer: number, sizeBytes: number): LibarchiveReader {
  const archive = library.readNew();
  const failed = () => new LibarchiveError(textAt(library, library.errorString(archive)) ?? 'unknown');
  library.supportAllFilters(archive);
  library.supportAllFormats(archive);
  if (library.openMemory(archive, pointer, sizeBytes) !== 0) throw failed();
  const buffer = allocate(library, READ_BYTES);

  return {
    next() {
      const entry = library.nextEntry(archive);
      if (entry === 0) {
        const problem = textAt(library, library.errorString(archive));
        if (problem !== null && problem !== '') throw new LibarchiveError(problem);
        // Subtle: an entry with something wrong comes back as none, too. Only the end refuses to be asked again.
        library.nextEntry(archive);
        if (!/'eof'/.test(textAt(library, library.errorString(archive)) ?? '')) throw new NameError();
        return null;
      }
      const isLink = library.entrySymlink(entry) !== 0 || library.entryHardlink(entry) !== 0;
      return {
        name: textAt(library, library.entryPathname(entry)),
        kind: isLink ? 'link' : kindOf(library.entryFiletype(entry) & TYPE_MASK),
        sizeBytes: library.entrySize(entry) >>> 0,
        modifiedSeconds: library.entryMtime(entry),
        isEncrypted: library.entryIsEncrypted(entry) > 0,
      };
    },
    read(mostBytes = READ_BYTES) {
      const length = library.readData(archive, buffer, Math.min(mostBytes, READ_BYTES));
      if (length < 0) throw failed();
      return length === 0 ? null : library.heap().subarray(buffer, buffer + length);
    },
  };
}

function kindOf(type: number): LibarchiveEntry['kind'] {
  if (type === REGULAR || type === 0) return 'file';
  if (type === FOLDER) return 'folder';
  return type === SYMLINK ? 'link' : 'device';
}

function allocate(library: Libarchive, bytes: number): number {
  const pointer = library.malloc(Math.max(1, bytes));
  if (pointer === 0) throw new RangeError('out of memory');
  return pointer;
}

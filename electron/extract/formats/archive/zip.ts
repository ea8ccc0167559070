/** ZIP, read member by member out of the source: its directory first, then each member where it stands. */
import { configure, type Entry, Reader, ZipReader } from '@zip.js/zip.js/lib/zip-core-native.js';
import type { ByteReader } from '../../byteReader.ts';
import { ExtractionFailure } from '../../extractionFailure.ts';
import type { ExtractContext } from '../../extractor.ts';
import { isUtf8 } from '../../text/unicodeForm.ts';
import { findZipEnd } from '../../zipDirectory.ts';
import { checkMemberCount } from './expansionMeter.ts';
import { memberLabel, readNames } from './memberNames.ts';
import { LINK_MEMBER, type OpenArchive } from './members.ts';
import { openWithLibarchive } from './solid.ts';
import { dosTime, utcTime, windowsTime } from './times.ts';
import { readEntry } from './zipEntry.ts';
import { checkZipPassword } from './zipPassword.ts';

const READ_BYTES = 256 * 1024;
configure({ useWebWorkers: false, chunkSize: READ_BYTES });

const METHODS: Record<number, string> = {
  1: 'Shrink',
  2: 'Reduce',
  3: 'Reduce',
  4: 'Reduce',
  5: 'Reduce',
  6: 'Implode',
  10: 'PKWARE Implode',
  12: 'bzip2',
  14: 'LZMA',
  19: 'LZ77',
  93: 'Zstandard',
  94: 'MP3',
  95: 'XZ',
  96: 'JPEG',
  97: 'WavPack',
  98: 'PPMd',
};
const READABLE_METHODS = new Set([0, 8, 9]);

/** Methods that libarchive reads and zip.js does not. */
const LIBARCHIVE_METHODS = new Set([12, 14, 95, 98]);

/** @throws ExtractionFailure */
export async function openZip(context: ExtractContext): Promise<OpenArchive> {
  const { source, password, warn } = context;
  const entries = await listEntries(context);
  if (entries === null) {
    warn('The archive has no directory that can be read, as when it is cut short; members were looked for one by one.');
    return openWithLibarchive(context, { format: 'ZIP', hasZone: false });
  }
  checkOverlaps(entries, source.sizeBytes);
  if (isForLibarchive(entries, context)) return openWithLibarchive(context, { format: 'ZIP', hasZone: false });
  const { names, warning } = readNames(
    entries.map(entry => entry.name),
    context.encoding,
  );
  if (warning !== undefined) warn(warning);
  const keys = await checkZipPassword(entries, () => readDirectory(source), password);
  if (keys.warning !== undefined) warn(keys.warning);
  return {
    engine: 'zip.js',
    format: 'ZIP',
    members: entries.map((entry, index) => ({
      name: memberLabel(names[index] ?? '', index),
      isFolder: entry.isFolder,
      sizeBytes: entry.sizeBytes,
      packedBytes: entry.packedBytes,
      modifiedAt: entry.modifiedAt,
      obstacle: entry.obstacle ?? (entry.isEncrypted ? keys.obstacle : null),
    })),
    isTested: false,
    async *contents() {
      let index = 0;
      for await (const entry of readDirectory(source)) {
        if (index >= entries.length) return;
        if (!entry.directory) yield { index, read: () => readEntry(entry, password) };
        index += 1;
      }
    },
  };
}

/** zip.js keeps ten kilobytes for an entry; so much is kept of each, and the directory is gone through anew for the data. */
export interface ListedEntry {
  /** Text where the archive says that it is UTF-8. */
  name: string | Uint8Array;
  isFolder: boolean;
  isEncrypted: boolean;
  isReadByLibarchive: boolean;
  offset: number;
  sizeBytes: number;
  packedBytes: number;
  modifiedAt: string | null;
  obstacle: string | null;
}

/** Null: there is no directory that can be read. */
async function listEntries({ source, limits, warn }: ExtractContext): Promise<ListedEntry[] | null> {
  const end = await findZipEnd(source);
  if (end?.isSpanned === true || (end === null && (await isFirstVolume(source)))) {
    throw new ExtractionFailure(
      'unreadable',
      'This is one volume of a ZIP archive that was split over several; join the volumes and admit the whole archive.',
    );
  }
  // Quickly, before a directory of a million members is read into memory.
  checkMemberCount(end?.entryCount ?? 0, limits);
  const entries: ListedEntry[] = [];
  const warnings = new Set<string>();
  try {
    for await (const entry of readDirectory(source, warnings)) {
      entries.push(listedEntry(entry));
      if (entries.length > limits.maxParts * 2) checkMemberCount(entries.length, limits);
    }
  } catch (error) {
    if (error instanceof ExtractionFailure) throw error;
    if (entries.length === 0) return null;
    warn('The directory of the archive is damaged; members after the damage are missing.');
  }
  if (warnings.has('prepended data')) {
    warn('Other data stand before the archive, as in programs that unpack themselves; they were not read.');
  }
  return entries;
}

async function* readDirectory(source: ByteReader, warnings = new Set<string>()): AsyncGenerator<Entry> {
  const reader = new ZipReader(new SourceReader(source), { strictness: 'tolerant' });
  yield* reader.getEntriesGenerator();
  const { warnings: found = [] } = reader as { warnings?: { reason: string }[] };
  for (const { reason } of found) warnings.add(reason);
}

function listedEntry(entry: Entry): ListedEntry {
  return {
    name: rawName(entry),
    isFolder: entry.directory,
    isEncrypted: entry.encrypted,
    isReadByLibarchive: LIBARCHIVE_METHODS.has(entry.compressionMethod),
    offset: entry.offset,
    sizeBytes: entry.uncompressedSize,
    packedBytes: entry.compressedSize,
    modifiedAt: timeOf(entry),
    obstacle: obstacleOf(entry),
  };
}

async function isFirstVolume(source: ByteReader): Promise<boolean> {
  return new TextDecoder('latin1').decode(await source.read(0, 4)) === 'PK\x07\x08';
}

/** It takes the archive whole: where all names and members are such that nothing of them is lost by it. */
function isForLibarchive(entries: readonly ListedEntry[], { source, limits }: ExtractContext): boolean {
  return (
    source.sizeBytes <= limits.maxParseBytes &&
    entries.some(entry => entry.isReadByLibarchive) &&
    entries.every(({ isEncrypted, name }) => !isEncrypted && (typeof name === 'string' || isUtf8(name, false)))
  );
}

class SourceReader extends Reader<ByteReader> {
  readonly #source: ByteReader;
  constructor(source: ByteReader) {
    super(source);
    this.#source = source;
    this.size = source.sizeBytes;
  }
  override readUint8Array(offset: number, length: number): Promise<Uint8Array> {
    return this.#source.read(offset, length);
  }
}

/** Members that share their data unpack a small archive to any size (Fifield's zip bomb), within every other limit. */
function checkOverlaps(entries: readonly ListedEntry[], sizeBytes: number): void {
  const ranges = entries
    .filter(entry => !entry.isFolder && entry.packedBytes > 0)
    .map(entry => ({ from: entry.offset, to: entry.offset + entry.packedBytes }))
    .sort((a, b) => a.from - b.from);
  let reached = 0;
  for (const { from, to } of ranges) {
    if (from < reached) {
      throw new ExtractionFailure(
        'too-large',
        'Members of this archive share the same data, as archive bombs do; it was not unpacked.',
      );
    }
    // Beyond the end of the file there is nothing to share; such a member is damaged and will be left out.
    reached = Math.min(to, sizeBytes);
  }
}

/** Text where the archive says that it is UTF-8: by flag, or in Info-ZIP's own field. */
function rawName(entry: Entry): string | Uint8Array {
  const unicode = entry.extraFieldUnicodePath;
  if (unicode?.valid === true && entry.filename !== '') return entry.filename;
  if (entry.bitFlag?.languageEncodingFlag === true) return new TextDecoder().decode(entry.rawFilename);
  // A copy: the bytes that zip.js gives are a piece of the entry's whole record.
  return entry.rawFilename.slice();
}

function timeOf(entry: Entry): string | null {
  const ntfs = entry.extraFieldNTFS;
  if (ntfs !== undefined && typeof entry.rawLastModDate === 'bigint') return windowsTime(entry.rawLastModDate);
  if (entry.extraFieldExtendedTimestamp !== undefined) return utcTime(entry.lastModDate.getTime() / 1000);
  const raw = Number(entry.rawLastModDate);
  return dosTime((raw >>> 16) & 0xffff, raw & 0xffff);
}

function obstacleOf(entry: Entry): string | null {
  if (entry.symlink) return LINK_MEMBER;
  if (READABLE_METHODS.has(entry.compressionMethod)) return null;
  const method = METHODS[entry.compressionMethod] ?? `number ${entry.compressionMethod}`;
  return `It is packed by a method that is not read here (${method}).`;
}

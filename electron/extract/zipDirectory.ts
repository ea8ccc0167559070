/**
 * Reads a ZIP's central directory and inflates single members under limits. Sizes that the directory states are checked
 * before anything is inflated, and what really comes out is checked while it does.
 */
import { Inflate } from 'fflate';
import type { ByteReader } from './byteReader.ts';
import { ExtractionFailure } from './extractionFailure.ts';
import { checkExpansion, type ExtractLimits } from './limits.ts';

export interface ZipEntry {
  name: string;
  method: number;
  encrypted: boolean;
  packedBytes: number;
  expandedBytes: number;
  headerOffset: number;
}

const END_RECORD = 0x06054b50;
const END_RECORD_BYTES = 22;
const MAX_COMMENT_BYTES = 0xffff;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_LOCATOR_BYTES = 20;
const ZIP64_END = 0x06064b50;
const ZIP64_END_BYTES = 56;
const ZIP64_EXTRA = 1;
const DIRECTORY_ENTRY = 0x02014b50;
const DIRECTORY_ENTRY_BYTES = 46;
const USUAL_ENTRY_BYTES = 160;
const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_BYTES = 30;
const MAX_DIRECTORY_BYTES = 64 * 1024 * 1024;
/** No office document has so many members; archives are listed by their own reader. */
const MAX_ENTRIES = 100_000;
/** Input is inflated piece by piece, so that a bomb is noticed after one piece and not after its whole output. */
const INFLATE_STEP_BYTES = 16 * 1024;

function damaged(): ExtractionFailure {
  return new ExtractionFailure('unreadable', 'The document is a damaged ZIP container: its directory cannot be read.');
}

export interface ZipEnd {
  entryCount: number;
  directoryBytes: number;
  /** Where the directory really lies: junk before the archive shifts all offsets that it states. */
  directoryOffset: number;
  shift: number;
  isSpanned: boolean;
}

/** What the record at the archive's end states, Zip64 included. Null: there is none, as in an archive that is cut short. */
export async function findZipEnd(source: ByteReader): Promise<ZipEnd | null> {
  const tailOffset = Math.max(0, source.sizeBytes - END_RECORD_BYTES - MAX_COMMENT_BYTES - ZIP64_LOCATOR_BYTES);
  const tail = viewOf(await source.read(tailOffset, source.sizeBytes - tailOffset));
  // The length of the comment, the last two bytes, is cut off in some files; nothing here needs it.
  let end = tail.byteLength - END_RECORD_BYTES + 2;
  while (end >= 0 && tail.getUint32(end, true) !== END_RECORD) end -= 1;
  if (end < 0) return null;
  const endOffset = tailOffset + end;
  const locator = end - ZIP64_LOCATOR_BYTES;
  if (locator >= 0 && tail.getUint32(locator, true) === ZIP64_LOCATOR) {
    const large = await readZip64End(source, Number(tail.getBigUint64(locator + 8, true)), endOffset);
    if (large !== null) return large;
  }
  const directoryBytes = tail.getUint32(end + 12, true);
  const directoryOffset = endOffset - directoryBytes;
  return {
    entryCount: tail.getUint16(end + 10, true),
    directoryBytes,
    directoryOffset,
    shift: directoryOffset - tail.getUint32(end + 16, true),
    isSpanned: isVolume(tail.getUint16(end + 4, true), tail.getUint16(end + 6, true)),
  };
}

async function readZip64End(source: ByteReader, stated: number, endOffset: number): Promise<ZipEnd | null> {
  for (const offset of [stated, endOffset - ZIP64_LOCATOR_BYTES - ZIP64_END_BYTES]) {
    if (!Number.isSafeInteger(offset) || offset < 0) continue;
    const record = viewOf(await source.read(offset, ZIP64_END_BYTES));
    if (record.byteLength < ZIP64_END_BYTES || record.getUint32(0, true) !== ZIP64_END) continue;
    const directoryBytes = Number(record.getBigUint64(40, true));
    const directoryOffset = offset - directoryBytes;
    return {
      entryCount: Number(record.getBigUint64(32, true)),
      directoryBytes,
      directoryOffset,
      shift: directoryOffset - Number(record.getBigUint64(48, true)),
      isSpanned: isVolume(record.getUint32(16, true), record.getUint32(20, true)),
    };
  }
  return null;
}

/** 0xFFFF and 0xFFFFFFFF mean that the number stands elsewhere. */
function isVolume(thisDisk: number, directoryDisk: number): boolean {
  return [thisDisk, directoryDisk].some(disk => disk !== 0 && disk !== 0xffff && disk !== 0xffffffff);
}

/** @param maxEntries how many are looked at; a directory may list millions */
export async function readZipDirectory(source: ByteReader, maxEntries = MAX_ENTRIES): Promise<ZipEntry[]> {
  const end = await findZipEnd(source);
  if (end === null) throw damaged();
  const { directoryBytes, directoryOffset, entryCount, shift } = end;
  const wanted = entryCount <= maxEntries ? directoryBytes : Math.min(directoryBytes, maxEntries * USUAL_ENTRY_BYTES);
  if (directoryOffset < 0 || wanted > MAX_DIRECTORY_BYTES) throw damaged();
  const directory = await source.read(directoryOffset, wanted);
  return parseEntries(directory, Math.min(entryCount, maxEntries), shift);
}

function parseEntries(directory: Uint8Array, count: number, shift: number): ZipEntry[] {
  const view = viewOf(directory);
  const entries: ZipEntry[] = [];
  for (let at = 0, index = 0; index < count && at + DIRECTORY_ENTRY_BYTES <= view.byteLength; index += 1) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw damaged();
    const nameBytes = view.getUint16(at + 28, true);
    const extraBytes = view.getUint16(at + 30, true);
    const nameAt = at + DIRECTORY_ENTRY_BYTES;
    const stated = {
      expandedBytes: view.getUint32(at + 24, true),
      packedBytes: view.getUint32(at + 20, true),
      headerOffset: view.getUint32(at + 42, true),
    };
    const sizes = largeSizes(directory.subarray(nameAt + nameBytes, nameAt + nameBytes + extraBytes), stated);
    entries.push({
      name: new TextDecoder().decode(directory.subarray(nameAt, nameAt + nameBytes)),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) !== 0,
      packedBytes: sizes.packedBytes,
      expandedBytes: sizes.expandedBytes,
      headerOffset: sizes.headerOffset + shift,
    });
    at = nameAt + nameBytes + extraBytes + view.getUint16(at + 32, true);
  }
  return entries;
}

type Sizes = Pick<ZipEntry, 'expandedBytes' | 'packedBytes' | 'headerOffset'>;

/** Numbers that do not fit 32 bits stand in an extra field, in this order, each only where the short one is full. */
function largeSizes(extra: Uint8Array, stated: Sizes): Sizes {
  const keys = (['expandedBytes', 'packedBytes', 'headerOffset'] as const).filter(key => stated[key] === 0xffffffff);
  if (keys.length === 0) return stated;
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= view.byteLength; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== ZIP64_EXTRA) continue;
    const sizes = { ...stated };
    for (const [position, key] of keys.entries()) {
      const from = at + 4 + position * 8;
      if (from + 8 <= view.byteLength) sizes[key] = Number(view.getBigUint64(from, true));
    }
    return sizes;
  }
  return stated;
}

/** Refuses a bomb by what its directory says, before a byte is inflated. */
export function checkDirectory(entries: ZipEntry[], limits: ExtractLimits): void {
  let total = 0;
  for (const entry of entries) {
    total += entry.expandedBytes;
    checkExpansion(entry.packedBytes, entry.expandedBytes, total, limits);
  }
}

/** Inflates members one after another and keeps count of what they come to together. */
export function openZipReader(source: ByteReader, limits: ExtractLimits) {
  let total = 0;

  async function read(entry: ZipEntry): Promise<Uint8Array> {
    if (entry.encrypted)
      throw new ExtractionFailure(
        'password-needed',
        'The document is encrypted in a way that is not supported; ask for an unprotected copy.',
      );
    const header = viewOf(await source.read(entry.headerOffset, LOCAL_HEADER_BYTES));
    if (header.byteLength < LOCAL_HEADER_BYTES || header.getUint32(0, true) !== LOCAL_HEADER) throw damaged();
    const dataOffset =
      entry.headerOffset + LOCAL_HEADER_BYTES + header.getUint16(26, true) + header.getUint16(28, true);
    const packed = await source.read(dataOffset, entry.packedBytes);
    if (entry.method === 0) return count(packed, packed.byteLength);
    if (entry.method !== 8) throw damaged();
    return inflate(packed);
  }

  function count(bytes: Uint8Array, packedBytes: number): Uint8Array {
    total += bytes.byteLength;
    checkExpansion(packedBytes, bytes.byteLength, total, limits);
    return bytes;
  }

  function inflate(packed: Uint8Array): Uint8Array {
    const pieces: Uint8Array[] = [];
    let expanded = 0;
    const inflater = new Inflate(piece => {
      expanded += piece.byteLength;
      checkExpansion(packed.byteLength, expanded, total + expanded, limits);
      pieces.push(piece);
    });
    for (let at = 0; at < packed.byteLength; at += INFLATE_STEP_BYTES) {
      const step = packed.subarray(at, at + INFLATE_STEP_BYTES);
      inflater.push(step, at + INFLATE_STEP_BYTES >= packed.byteLength);
    }
    total += expanded;
    const whole = new Uint8Array(expanded);
    let at = 0;
    for (const piece of pieces) {
      whole.set(piece, at);
      at += piece.byteLength;
    }
    return whole;
  }

  return { read };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

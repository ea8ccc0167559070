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
const DIRECTORY_ENTRY = 0x02014b50;
const DIRECTORY_ENTRY_BYTES = 46;
const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_BYTES = 30;
const MAX_DIRECTORY_BYTES = 64 * 1024 * 1024;
/** Input is inflated piece by piece, so that a bomb is noticed after one piece and not after its whole output. */
const INFLATE_STEP_BYTES = 16 * 1024;

function damaged(): ExtractionFailure {
  return new ExtractionFailure('unreadable', 'The document is a damaged ZIP container: its directory cannot be read.');
}

export async function readZipDirectory(source: ByteReader): Promise<ZipEntry[]> {
  const tailOffset = Math.max(0, source.sizeBytes - END_RECORD_BYTES - MAX_COMMENT_BYTES);
  const tail = viewOf(await source.read(tailOffset, source.sizeBytes));
  let end = tail.byteLength - END_RECORD_BYTES;
  while (end >= 0 && tail.getUint32(end, true) !== END_RECORD) end -= 1;
  if (end < 0) throw damaged();
  const count = tail.getUint16(end + 10, true);
  const size = tail.getUint32(end + 12, true);
  // Junk before the archive shifts all offsets; the directory lies right before its end record, wherever that is.
  const directoryOffset = tailOffset + end - size;
  const shift = directoryOffset - tail.getUint32(end + 16, true);
  if (directoryOffset < 0 || size > MAX_DIRECTORY_BYTES) throw damaged();
  const directory = await source.read(directoryOffset, size);
  return parseEntries(directory, count, shift);
}

function parseEntries(directory: Uint8Array, count: number, shift: number): ZipEntry[] {
  const view = viewOf(directory);
  const entries: ZipEntry[] = [];
  for (let at = 0, index = 0; index < count && at + DIRECTORY_ENTRY_BYTES <= view.byteLength; index += 1) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw damaged();
    const nameBytes = view.getUint16(at + 28, true);
    const nameAt = at + DIRECTORY_ENTRY_BYTES;
    entries.push({
      name: new TextDecoder().decode(directory.subarray(nameAt, nameAt + nameBytes)),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) !== 0,
      packedBytes: view.getUint32(at + 20, true),
      expandedBytes: view.getUint32(at + 24, true),
      headerOffset: view.getUint32(at + 42, true) + shift,
    });
    at = nameAt + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
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

/** Reads the headers of a TAR: ustar, POSIX pax and GNU's long names, with the sizes and times they overrule. */
import { DEVICE_MEMBER, LINK_MEMBER } from './members.ts';
import type { TarInput } from './tarInput.ts';

export interface TarEntry {
  /** Text where the archive says that it is UTF-8 (pax). */
  name: string | Uint8Array;
  isFolder: boolean;
  sizeBytes: number;
  modifiedSeconds: number;
  obstacle: string | null;
}

export type TarStep =
  | { kind: 'entry'; entry: TarEntry }
  /** Why nothing more is read, as a sentence; null at a proper end. */
  | { kind: 'end'; problem: string | null };

const BLOCK_BYTES = 512;
/** A long name or a set of pax records; real ones have a few kilobytes. */
const MAX_EXTENSION_BYTES = 1024 * 1024;
/** Headers that only say something of the next one; a chain of them is an attack. */
const MAX_EXTENSIONS = 16;

const DAMAGED = 'The archive is damaged; members after the damage could not be found.';
const MORE = 'Other data follow the end of the archive; they were not read.';
const NO_END = 'The archive has no end mark; it may be cut short.';
const CUT = 'The archive is cut short; members after its end are missing.';

export async function nextTarEntry(input: TarInput): Promise<TarStep> {
  let longName: Uint8Array | null = null;
  let records = new Map<string, string>();
  let isPastEnd = false;
  for (let extensions = 0; extensions <= MAX_EXTENSIONS; ) {
    const header = await input.read(BLOCK_BYTES);
    if (header.byteLength === 0) return { kind: 'end', problem: isPastEnd ? null : NO_END };
    if (header.byteLength < BLOCK_BYTES) return { kind: 'end', problem: isPastEnd ? null : CUT };
    if (header.every(byte => byte === 0)) {
      // The end, after which another archive may have been appended.
      isPastEnd = true;
      continue;
    }
    if (!isTarHeader(header)) return { kind: 'end', problem: isPastEnd ? MORE : DAMAGED };
    extensions += 1;
    const type = String.fromCharCode(header[156] ?? 0);
    const sizeBytes = numberAt(header, 124, 12);
    if (!/[xgXLK]/.test(type)) return { kind: 'entry', entry: entryOf(header, type, longName, records) };
    if (sizeBytes > MAX_EXTENSION_BYTES) return { kind: 'end', problem: DAMAGED };
    const content = await input.read(paddedSize(sizeBytes));
    if (content.byteLength < sizeBytes) return { kind: 'end', problem: CUT };
    if (type === 'L') longName = upToNul(content.subarray(0, sizeBytes));
    else if (type === 'x' || type === 'X') records = paxRecords(content.subarray(0, sizeBytes));
    // Global records ('g') name the program that packed; long link targets ('K') are not shown.
  }
  return { kind: 'end', problem: DAMAGED };
}

export function paddedSize(sizeBytes: number): number {
  return Math.ceil(sizeBytes / BLOCK_BYTES) * BLOCK_BYTES;
}

/** By its checksum, over bytes as signed or unsigned numbers: both were written. */
export function isTarHeader(block: Uint8Array): boolean {
  if (block.byteLength < BLOCK_BYTES) return false;
  let unsigned = 0;
  let signed = 0;
  for (let at = 0; at < BLOCK_BYTES; at += 1) {
    const byte = at >= 148 && at < 156 ? 0x20 : (block[at] ?? 0);
    unsigned += byte;
    signed += byte < 0x80 ? byte : byte - 256;
  }
  const stated = numberAt(block, 148, 8);
  return unsigned > 8 * 0x20 && (stated === unsigned || stated === signed);
}

function entryOf(
  header: Uint8Array,
  type: string,
  longName: Uint8Array | null,
  records: Map<string, string>,
): TarEntry {
  const name = records.get('path') ?? longName ?? shortName(header);
  const statedSize = Number(records.get('size') ?? numberAt(header, 124, 12));
  const isFolder = type === '5' || (/[0\0]/.test(type) && endsInSlash(name));
  const obstacle = obstacleOf(type, records);
  return {
    name,
    isFolder,
    // Links and devices state the size of what they stand for and bring no data. Hard links of pax may.
    sizeBytes: /[1-6]/.test(type) || !Number.isSafeInteger(statedSize) || statedSize < 0 ? 0 : statedSize,
    modifiedSeconds: Number(records.get('mtime') ?? numberAt(header, 136, 12)),
    obstacle: isFolder ? null : obstacle,
  };
}

function obstacleOf(type: string, records: Map<string, string>): string | null {
  if (type === '1' || type === '2') return LINK_MEMBER;
  if (type === '3' || type === '4' || type === '6') return DEVICE_MEMBER;
  const isSparse = type === 'S' || [...records.keys()].some(key => key.startsWith('GNU.sparse.'));
  if (isSparse) return 'It is a sparse file, stored with gaps, which is not read here.';
  if (type === 'M') return 'It is the rest of a file that begins in another volume.';
  return /[0\0]|7/.test(type) ? null : `It is of a kind (“${type}”) that is not a file.`;
}

function shortName(header: Uint8Array): Uint8Array {
  const name = upToNul(header.subarray(0, 100));
  const isPosix = new TextDecoder('latin1').decode(header.subarray(257, 263)) === 'ustar\0';
  const prefix = isPosix ? upToNul(header.subarray(345, 500)) : new Uint8Array(0);
  return prefix.byteLength === 0 ? name.slice() : Uint8Array.from([...prefix, 0x2f, ...name]);
}

function endsInSlash(name: string | Uint8Array): boolean {
  return name.at(-1) === '/' || name.at(-1) === 0x2f;
}

function upToNul(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
}

/** Octal digits, or a binary number where the first bit is set, as GNU writes what does not fit. NaN is read as 0. */
function numberAt(header: Uint8Array, at: number, length: number): number {
  const field = header.subarray(at, at + length);
  const first = field[0] ?? 0;
  if (first === 0x80 || first === 0xff) {
    let value = 0;
    for (const byte of field.subarray(1)) value = value * 256 + byte;
    return first === 0xff ? value - 256 ** (length - 1) : value;
  }
  const digits = new TextDecoder('latin1')
    .decode(field)
    .replace(/\0[\s\S]*$/, '')
    .trim();
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : 0;
}

/** `length key=value\n`, where the length counts the whole record. */
function paxRecords(content: Uint8Array): Map<string, string> {
  const records = new Map<string, string>();
  const decoder = new TextDecoder();
  for (let at = 0; at < content.byteLength; ) {
    const space = content.indexOf(0x20, at);
    const length = Number.parseInt(decoder.decode(content.subarray(at, Math.max(at, space))), 10);
    if (space < 0 || !Number.isInteger(length) || length <= space - at || at + length > content.byteLength) break;
    const record = decoder.decode(content.subarray(space + 1, at + length)).replace(/\n$/, '');
    const equals = record.indexOf('=');
    if (equals > 0) records.set(record.slice(0, equals), record.slice(equals + 1));
    at += length;
  }
  return records;
}

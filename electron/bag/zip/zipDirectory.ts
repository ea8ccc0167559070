/** Finds and parses the central directory of a ZIP that may be damaged or hostile. */
import { type Findings, UnreadableFile } from '../bagVerdict.ts';
import type { ZipFile } from './zipFile.ts';
import { MAX_U16, MAX_U32, SIGNATURE } from './zipFormat.ts';

export interface ZipLimits {
  entries: number;
  directoryBytes: number;
  unpackedBytes: number;
  /** Unpacked against packed over the whole file, once more than a gibibyte would come out. */
  ratio: number;
}

export const ZIP_LIMITS: ZipLimits = {
  entries: 1_000_000,
  directoryBytes: 256 * 1024 * 1024,
  unpackedBytes: 2 ** 41,
  ratio: 200,
};

export interface ZipMember {
  name: string;
  flags: number;
  method: number;
  time: number;
  date: number;
  crc: number;
  compressedBytes: number;
  sizeBytes: number;
  offset: number;
}

export interface ZipDirectory {
  members: ZipMember[];
  /** Where the directory begins: entries must end here. */
  offset: number;
  comment: Buffer;
  /** Where the comment begins: what the seal covers ends here. */
  commentAt: number;
}

const END_BYTES = 22;

export async function readZipDirectory(file: ZipFile, findings: Findings, limits: ZipLimits): Promise<ZipDirectory> {
  const fileBytes = file.sizeBytes;
  const end = await findEnd(file);
  const commentAt = end.at + END_BYTES;
  if (commentAt + end.record.readUInt16LE(20) !== fileBytes) {
    findings.problem('zip-trailing', 'Bytes stand behind the end of the ZIP that belong to nothing.');
  }
  const comment = await file.readAt(commentAt, Math.min(end.record.readUInt16LE(20), fileBytes - commentAt));
  const place = await readPlace(file, end);
  if (place.entries > limits.entries || place.sizeBytes > limits.directoryBytes) {
    throw new UnreadableFile('zip-bomb', `the directory announces ${place.entries} entries, more than can be checked`);
  }
  if (place.offset + place.sizeBytes !== place.endsAt) {
    throw new UnreadableFile(
      'zip-truncated',
      'its directory is not where its end record says: bytes were lost or added',
    );
  }
  const bytes = await file.readAt(place.offset, place.sizeBytes);
  return { members: parseMembers(bytes, place.entries, findings), offset: place.offset, comment, commentAt };
}

/** The last end record whose comment fits into the file; a comment may hold the signature, hence the search backwards. */
async function findEnd(file: ZipFile): Promise<{ at: number; record: Buffer }> {
  const length = Math.min(file.sizeBytes, END_BYTES + MAX_U16);
  const from = file.sizeBytes - length;
  const tail = await file.readAt(from, length);
  for (let at = length - END_BYTES; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== SIGNATURE.endOfCentral) continue;
    if (at + END_BYTES + tail.readUInt16LE(at + 20) > length) continue;
    return { at: from + at, record: tail.subarray(at, at + END_BYTES) };
  }
  throw new UnreadableFile('zip-truncated', 'it has no end record: it was cut off, or it is no ZIP');
}

interface DirectoryPlace {
  entries: number;
  sizeBytes: number;
  offset: number;
  /** Where the directory must end for nothing to stand between it and its end records. */
  endsAt: number;
}

async function readPlace(file: ZipFile, end: { at: number; record: Buffer }): Promise<DirectoryPlace> {
  const { record } = end;
  if (record.readUInt16LE(4) !== 0 || record.readUInt16LE(6) !== 0) {
    throw new UnreadableFile('zip-unreadable', 'it is one part of a split ZIP; join the parts first');
  }
  const narrow = {
    entries: record.readUInt16LE(10),
    sizeBytes: record.readUInt32LE(12),
    offset: record.readUInt32LE(16),
  };
  const wide = narrow.entries === MAX_U16 || narrow.sizeBytes === MAX_U32 || narrow.offset === MAX_U32;
  if (!wide || end.at < 20) return { ...narrow, endsAt: end.at };
  const locator = await file.readAt(end.at - 20, 20);
  if (locator.readUInt32LE(0) !== SIGNATURE.zip64Locator) return { ...narrow, endsAt: end.at };
  const endsAt = toNumber(locator.readBigUInt64LE(8), 'its end record');
  const zip64 = await file.readAt(endsAt, 56);
  if (zip64.readUInt32LE(0) !== SIGNATURE.zip64End || endsAt + 56 + 20 !== end.at) {
    throw new UnreadableFile(
      'zip-truncated',
      'its 64-bit end record is not where it should be: bytes were lost or added',
    );
  }
  const field = (at: number): number => toNumber(zip64.readBigUInt64LE(at), 'its end record');
  return { entries: field(32), sizeBytes: field(40), offset: field(48), endsAt };
}

function parseMembers(bytes: Buffer, count: number, findings: Findings): ZipMember[] {
  const members: ZipMember[] = [];
  let at = 0;
  while (at + 46 <= bytes.length && bytes.readUInt32LE(at) === SIGNATURE.centralHeader) {
    const nameBytes = bytes.readUInt16LE(at + 28);
    const extraBytes = bytes.readUInt16LE(at + 30);
    const next = at + 46 + nameBytes + extraBytes + bytes.readUInt16LE(at + 32);
    if (next > bytes.length) break;
    members.push(parseMember(bytes, at, nameBytes, extraBytes, findings));
    at = next;
  }
  if (at !== bytes.length || members.length !== count) {
    throw new UnreadableFile('zip-truncated', `its directory breaks off after ${members.length} of ${count} entries`);
  }
  return members;
}

function parseMember(bytes: Buffer, at: number, nameBytes: number, extraBytes: number, findings: Findings): ZipMember {
  const flags = bytes.readUInt16LE(at + 8);
  const nameAt = at + 46;
  const member: ZipMember = {
    name: decodeName(bytes.subarray(nameAt, nameAt + nameBytes), flags, findings),
    flags,
    method: bytes.readUInt16LE(at + 10),
    time: bytes.readUInt16LE(at + 12),
    date: bytes.readUInt16LE(at + 14),
    crc: bytes.readUInt32LE(at + 16),
    compressedBytes: bytes.readUInt32LE(at + 20),
    sizeBytes: bytes.readUInt32LE(at + 24),
    offset: bytes.readUInt32LE(at + 42),
  };
  const extra = bytes.subarray(nameAt + nameBytes, nameAt + nameBytes + extraBytes);
  const wide = zip64Values(extra, `the directory entry of ${member.name}`);
  if (member.sizeBytes === MAX_U32) member.sizeBytes = wide.shift() ?? MAX_U32;
  if (member.compressedBytes === MAX_U32) member.compressedBytes = wide.shift() ?? MAX_U32;
  if (member.offset === MAX_U32) member.offset = wide.shift() ?? MAX_U32;
  return member;
}

/** The numbers of the ZIP64 extra field, in their order; empty where there is none. */
export function zip64Values(extra: Buffer, whose: string): number[] {
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(at + 2);
    const data = extra.subarray(at + 4, at + 4 + length);
    if (extra.readUInt16LE(at) === 0x0001) {
      return Array.from({ length: Math.floor(data.length / 8) }, (_, index) =>
        toNumber(data.readBigUInt64LE(index * 8), whose),
      );
    }
    at += 4 + length;
  }
  return [];
}

export function decodeName(bytes: Buffer, flags: number, findings: Findings): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const name = bytes.toString('latin1');
    const sentence = 'The name of an entry is not in UTF-8, so its letters can only be guessed.';
    if ((flags & 0x800) !== 0) findings.problem('zip-name', sentence, name);
    else findings.warn('zip-name', sentence, name);
    return name;
  }
}

function toNumber(value: bigint, whose: string): number {
  if (value > BigInt(Number.MAX_SAFE_INTEGER))
    throw new UnreadableFile('zip-unreadable', `${whose} states a size beyond all measure`);
  return Number(value);
}

/**
 * Where a ZIP of ours differs from what we would have written. The seal tells only that it does; but our writer has one way to
 * write each record and to pack each file, so writing again what the directory states shows the byte, and what it belongs to.
 */
import { Deflater } from './deflate.ts';
import type { ZipDirectory, ZipMember } from './zipDirectory.ts';
import type { ZipFile } from './zipFile.ts';
import { centralHeader, endRecords, localHeader, METHOD, type ZipRecord } from './zipFormat.ts';

export interface Alteration {
  /** The byte of the ZIP. */
  at: number;
  /** What it belongs to. */
  what: 'header' | 'packed content' | 'directory entry' | 'end record';
  /** As the ZIP names it; undefined for what belongs to no file. */
  name?: string;
}

/** The first difference, or undefined where there is none: then the seal itself was altered. */
export async function findAlteration(
  file: ZipFile,
  directory: ZipDirectory,
  places: ReadonlyMap<ZipMember, number>,
  read: (member: ZipMember) => AsyncIterable<Uint8Array>,
): Promise<Alteration | undefined> {
  const records: ZipRecord[] = [];
  const deflater = new Deflater();
  for (const member of directory.members) {
    const dataAt = places.get(member);
    if (dataAt === undefined) return { at: member.offset, what: 'header', name: member.name };
    const record = recordOf(member, dataAt);
    records.push(record);
    const header = await differenceAt(file, member.offset, localHeader(record));
    if (header !== undefined) return { at: header, what: 'header', name: member.name };
    if (member.method !== METHOD.deflate) continue;
    const packed = await packedDifference(file, dataAt, deflater.pack(read(member)));
    if (packed !== undefined) return { at: packed, what: 'packed content', name: member.name };
  }
  let at = directory.offset;
  for (const record of records) {
    const entry = centralHeader(record);
    const difference = await differenceAt(file, at, entry);
    if (difference !== undefined) return { at: difference, what: 'directory entry', name: record.name };
    at += entry.length;
  }
  const sizeBytes = at - directory.offset;
  const end = endRecords({
    entries: records.length,
    offset: directory.offset,
    sizeBytes,
    commentBytes: directory.comment.length,
  });
  const difference = await differenceAt(file, at, end);
  return difference === undefined ? undefined : { at: difference, what: 'end record' };
}

/** With room for 64 bits where the header is as long as that needs. */
function recordOf(member: ZipMember, dataAt: number): ZipRecord {
  const record = { ...member, zip64: true };
  return member.offset + localHeader(record).length === dataAt ? record : { ...record, zip64: false };
}

async function packedDifference(
  file: ZipFile,
  from: number,
  expected: AsyncIterable<Uint8Array>,
): Promise<number | undefined> {
  let at = from;
  for await (const piece of expected) {
    const difference = await differenceAt(file, at, piece);
    if (difference !== undefined) return difference;
    at += piece.length;
  }
  return undefined;
}

/** The first byte of the file from there on that is not the expected one. */
async function differenceAt(file: ZipFile, at: number, expected: Uint8Array): Promise<number | undefined> {
  const found = await file.readAt(at, expected.length);
  const index = found.findIndex((byte, place) => byte !== expected[place]);
  return index === -1 ? undefined : at + index;
}

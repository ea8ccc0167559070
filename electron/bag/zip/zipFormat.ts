/**
 * The records of a ZIP file as bytes (APPNOTE 6.3.3, sections 4.3.7 to 4.3.16), written in one fixed way so that the same
 * content makes the same bytes: fixed time, UTF-8 names, no extra field but ZIP64 where a size needs it.
 */

export const SIGNATURE = {
  localHeader: 0x04034b50,
  centralHeader: 0x02014b50,
  endOfCentral: 0x06054b50,
  zip64End: 0x06064b50,
  zip64Locator: 0x07064b50,
  dataDescriptor: 0x08074b50,
} as const;

export const METHOD = { store: 0, deflate: 8 } as const;

/** From here on a 32-bit field says "look into the ZIP64 field instead". */
export const MAX_U32 = 0xffffffff;
export const MAX_U16 = 0xffff;

/** 1 January 1980, 00:00: the earliest that a ZIP can say, and the same for every entry. */
const DOS_TIME = 0;
const DOS_DATE = 0x0021;
const FLAG_UTF8 = 1 << 11;
const VERSION_DEFLATE = 20;
const VERSION_ZIP64 = 45;
const MADE_BY_UNIX = 3 << 8;
/** A regular file that its owner may write and everybody may read. */
const UNIX_FILE_MODE = 0o100644;

export interface ZipRecord {
  name: string;
  method: number;
  crc: number;
  compressedBytes: number;
  sizeBytes: number;
  offset: number;
  /** The local header keeps room for 64-bit sizes. */
  zip64: boolean;
}

export function localHeader(record: ZipRecord): Buffer {
  const name = Buffer.from(record.name, 'utf8');
  const extra = record.zip64 ? zip64Extra([record.sizeBytes, record.compressedBytes]) : Buffer.alloc(0);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(SIGNATURE.localHeader, 0);
  writeCommonFields(head, 4, record, record.zip64);
  head.writeUInt32LE(record.zip64 ? MAX_U32 : record.compressedBytes, 18);
  head.writeUInt32LE(record.zip64 ? MAX_U32 : record.sizeBytes, 22);
  head.writeUInt16LE(name.length, 26);
  head.writeUInt16LE(extra.length, 28);
  return Buffer.concat([head, name, extra]);
}

export function centralHeader(record: ZipRecord): Buffer {
  const name = Buffer.from(record.name, 'utf8');
  const bigSizes = record.zip64;
  const bigOffset = record.offset >= MAX_U32;
  const wide = [...(bigSizes ? [record.sizeBytes, record.compressedBytes] : []), ...(bigOffset ? [record.offset] : [])];
  const extra = wide.length > 0 ? zip64Extra(wide) : Buffer.alloc(0);
  const head = Buffer.alloc(46);
  head.writeUInt32LE(SIGNATURE.centralHeader, 0);
  head.writeUInt16LE(MADE_BY_UNIX | VERSION_ZIP64, 4);
  writeCommonFields(head, 6, record, wide.length > 0);
  head.writeUInt32LE(bigSizes ? MAX_U32 : record.compressedBytes, 20);
  head.writeUInt32LE(bigSizes ? MAX_U32 : record.sizeBytes, 24);
  head.writeUInt16LE(name.length, 28);
  head.writeUInt16LE(extra.length, 30);
  head.writeUInt32LE((UNIX_FILE_MODE << 16) >>> 0, 38);
  head.writeUInt32LE(bigOffset ? MAX_U32 : record.offset, 42);
  return Buffer.concat([head, name, extra]);
}

export interface CentralDirectory {
  entries: number;
  offset: number;
  sizeBytes: number;
  commentBytes: number;
}

/** The records after the central directory, up to but without the comment. */
export function endRecords(directory: CentralDirectory): Buffer {
  const { entries, offset, sizeBytes } = directory;
  const wide = entries >= MAX_U16 || offset >= MAX_U32 || sizeBytes >= MAX_U32;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(SIGNATURE.endOfCentral, 0);
  end.writeUInt16LE(Math.min(entries, MAX_U16), 8);
  end.writeUInt16LE(Math.min(entries, MAX_U16), 10);
  end.writeUInt32LE(Math.min(sizeBytes, MAX_U32), 12);
  end.writeUInt32LE(Math.min(offset, MAX_U32), 16);
  end.writeUInt16LE(directory.commentBytes, 20);
  return wide ? Buffer.concat([zip64EndRecords(directory), end]) : end;
}

function zip64EndRecords({ entries, offset, sizeBytes }: CentralDirectory): Buffer {
  const records = Buffer.alloc(56 + 20);
  records.writeUInt32LE(SIGNATURE.zip64End, 0);
  records.writeBigUInt64LE(44n, 4);
  records.writeUInt16LE(MADE_BY_UNIX | VERSION_ZIP64, 12);
  records.writeUInt16LE(VERSION_ZIP64, 14);
  records.writeBigUInt64LE(BigInt(entries), 24);
  records.writeBigUInt64LE(BigInt(entries), 32);
  records.writeBigUInt64LE(BigInt(sizeBytes), 40);
  records.writeBigUInt64LE(BigInt(offset), 48);
  records.writeUInt32LE(SIGNATURE.zip64Locator, 56);
  records.writeBigUInt64LE(BigInt(offset + sizeBytes), 64);
  records.writeUInt32LE(1, 72);
  return records;
}

/** Version, flags, method, time, date and CRC stand in the same order in both headers. */
function writeCommonFields(head: Buffer, at: number, record: ZipRecord, wide: boolean): void {
  head.writeUInt16LE(wide ? VERSION_ZIP64 : VERSION_DEFLATE, at);
  head.writeUInt16LE(FLAG_UTF8, at + 2);
  head.writeUInt16LE(record.method, at + 4);
  head.writeUInt16LE(DOS_TIME, at + 6);
  head.writeUInt16LE(DOS_DATE, at + 8);
  head.writeUInt32LE(record.crc, at + 10);
}

function zip64Extra(values: number[]): Buffer {
  const extra = Buffer.alloc(4 + 8 * values.length);
  extra.writeUInt16LE(0x0001, 0);
  extra.writeUInt16LE(8 * values.length, 2);
  values.forEach((value, index) => {
    extra.writeBigUInt64LE(BigInt(value), 4 + 8 * index);
  });
  return extra;
}

/** Builds archives byte by byte, honest and lying ones, for tests. */
import { createCipheriv, createHash } from 'node:crypto';
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';

/** No Buffer: a piece of one would be sent between processes with all that it is a piece of. */
function joined(pieces: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces));
}

export interface ZipMemberSpec {
  name: string | Uint8Array;
  content?: Uint8Array | string;
  isStored?: boolean;
  /** Says that the name is UTF-8. */
  isUtf8?: boolean;
  method?: number;
  /** Instead of the true ones. */
  statedSize?: number;
  statedCrc?: number;
  isSymlink?: boolean;
}

const bytesOf = (value: Uint8Array | string): Uint8Array =>
  typeof value === 'string' ? new TextEncoder().encode(value) : value;

export function makeZip(members: ZipMemberSpec[]): Uint8Array {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const member of members) {
    const packed = packMember(member);
    pieces.push(packed.local, packed.data);
    directory.push(directoryEntry(member, packed, offset));
    offset += packed.local.length + packed.data.length;
  }
  return joined([...pieces, ...directory, zipEnd(members.length, Buffer.concat(directory).length, offset)]);
}

interface PackedMember {
  common: Buffer;
  name: Uint8Array;
  local: Buffer;
  data: Buffer;
}

function packMember(member: ZipMemberSpec): PackedMember {
  const content = bytesOf(member.content ?? '');
  const name = bytesOf(member.name);
  const data = member.isStored ? Buffer.from(content) : deflateRawSync(content);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE((member.isUtf8 ?? typeof member.name === 'string') ? 0x800 : 0, 2);
  common.writeUInt16LE(member.method ?? (member.isStored ? 0 : 8), 4);
  // 1 May 2021, 10:20:30.
  common.writeUInt16LE((10 << 11) | (20 << 5) | 15, 6);
  common.writeUInt16LE(((2021 - 1980) << 9) | (5 << 5) | 1, 8);
  common.writeUInt32LE(member.statedCrc ?? crc32(content), 10);
  common.writeUInt32LE(data.length, 14);
  common.writeUInt32LE(member.statedSize ?? content.length, 18);
  common.writeUInt16LE(name.length, 22);
  return { common, name, local: Buffer.concat([Buffer.from('PK\x03\x04'), common, name]), data };
}

function directoryEntry(member: ZipMemberSpec, { common, name }: PackedMember, offset: number): Buffer {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(member.isSymlink ? (0o120777 << 16) >>> 0 : 0, 6);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 3]), common, rest, name]);
}

export function zipEnd(count: number, directoryBytes: number, directoryOffset: number, disk = 0): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(disk, 4);
  end.writeUInt16LE(disk, 6);
  end.writeUInt16LE(Math.min(count, 0xffff), 8);
  end.writeUInt16LE(Math.min(count, 0xffff), 10);
  end.writeUInt32LE(directoryBytes, 12);
  end.writeUInt32LE(directoryOffset, 16);
  return end;
}

/** Fifield's quoted overlap in its simplest form: all entries of the directory share one member's data. */
export function makeOverlappingZip(entries: number, content: Uint8Array): Uint8Array {
  const packed = packMember({ name: 'a', content });
  const directory = Array.from({ length: entries }, () => directoryEntry({ name: 'a' }, packed, 0));
  const offset = packed.local.length + packed.data.length;
  return joined([packed.local, packed.data, ...directory, zipEnd(entries, Buffer.concat(directory).length, offset)]);
}

/** A directory of empty members, with the Zip64 records that so many need. */
export function makeCrowdedZip(count: number): Uint8Array {
  const packed = packMember({ name: 'a', isStored: true });
  const entry = directoryEntry({ name: 'a' }, packed, 0);
  const directory = Buffer.alloc(entry.length * count, entry);
  const offset = packed.local.length;
  const zip64 = Buffer.alloc(56);
  zip64.write('PK\x06\x06', 'latin1');
  zip64.writeBigUInt64LE(44n, 4);
  zip64.writeBigUInt64LE(BigInt(count), 24);
  zip64.writeBigUInt64LE(BigInt(count), 32);
  zip64.writeBigUInt64LE(BigInt(directory.length), 40);
  zip64.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07', 'latin1');
  locator.writeBigUInt64LE(BigInt(offset + directory.length), 8);
  locator.writeUInt32LE(1, 16);
  return joined([packed.local, directory, zip64, locator, zipEnd(count, directory.length, offset)]);
}

export interface TarMemberSpec {
  name: string | Uint8Array;
  content?: Uint8Array | string;
  type?: string;
  target?: string;
  statedSize?: number;
}

const PACKED_AT = 1_619_864_430;

export function makeTar(members: TarMemberSpec[]): Uint8Array {
  const blocks = members.flatMap(({ name, content = '', type = '0', target = '', statedSize }) => {
    const data = bytesOf(content);
    const header = Buffer.alloc(512);
    Buffer.from(bytesOf(name)).copy(header, 0, 0, 100);
    header.write('0000644\0', 100);
    header.write(`${(statedSize ?? data.length).toString(8).padStart(11, '0')}\0`, 124);
    header.write(`${PACKED_AT.toString(8).padStart(11, '0')}\0`, 136);
    header.write(type, 156);
    header.write(target, 157);
    header.write('ustar\x0000', 257, 'latin1');
    header.fill(0x20, 148, 156);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return [header, Buffer.from(data), Buffer.alloc((512 - (data.length % 512)) % 512)];
  });
  return joined([...blocks, Buffer.alloc(1024)]);
}

export function paxRecord(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`;
  const bytes = Buffer.byteLength(rest);
  for (let digits = 1; ; digits += 1) {
    const length = bytes + digits;
    if (String(length).length === digits) return `${length}${rest}`;
  }
}

/** `gigabytes` of zeros: the same small gzip member over and over, each of 64 MiB. */
export function makeGzipBomb(gigabytes: number): Uint8Array {
  const member = gzipSync(new Uint8Array(64 * 1024 * 1024), { level: 9 });
  return joined(Array.from({ length: gigabytes * 16 }, () => member));
}

export interface SevenZipOptions {
  password?: string;
  /** Encrypts the directory too, as `7z a -mhe` does. */
  hidesNames?: boolean;
}

/** A 7z archive whose members are stored as they are, as `7z a -m0=Copy` writes it, or encrypted. */
export function makeSevenZip(
  members: { name: string; content: string }[],
  { password, hidesNames = false }: SevenZipOptions = {},
): Uint8Array {
  const contents = members.map(({ content }) => Buffer.from(content));
  const plain = Buffer.concat(contents);
  const packed = password === undefined ? plain : encryptSevenZip(plain, password);
  const coder = password === undefined ? [0x01, 0x00] : CIPHER;
  const names = Buffer.concat(members.map(({ name }) => Buffer.from(`${name}\0`, 'utf16le')));
  const header = Buffer.concat([
    Buffer.from([0x01, 0x04]), // header, streams
    packedStream(0, packed.length, plain.length, coder),
    Buffer.from([0x00]),
    Buffer.from([0x08, 0x0d]), // streams within it
    number(members.length),
    ...(members.length > 1
      ? [Buffer.from([0x09]), ...contents.slice(0, -1).map(content => number(content.length))]
      : []),
    Buffer.from([0x0a, 0x01]),
    ...contents.map(content => uint32(crc32(content))),
    Buffer.from([0x00, 0x00]),
    Buffer.from([0x05]), // files
    number(members.length),
    Buffer.from([0x11]),
    number(names.length + 1),
    Buffer.from([0x00]),
    names,
    Buffer.from([0x00, 0x00]),
  ]);
  if (!hidesNames || password === undefined) return sevenZip(packed, header);
  const hidden = encryptSevenZip(header, password);
  const encoded = Buffer.concat([
    Buffer.from([0x17]),
    packedStream(packed.length, hidden.length, header.length, CIPHER),
    Buffer.from([0x0a, 0x01]),
    uint32(crc32(header)),
    Buffer.from([0x00, 0x00]),
  ]);
  return sevenZip(Buffer.concat([packed, hidden]), encoded);
}

function sevenZip(packed: Buffer, header: Buffer): Uint8Array {
  const start = Buffer.alloc(20);
  start.writeBigUInt64LE(BigInt(packed.length), 0);
  start.writeBigUInt64LE(BigInt(header.length), 8);
  start.writeUInt32LE(crc32(header), 16);
  const signature = Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]);
  return joined([signature, uint32(crc32(start)), start, packed, header]);
}

/** One stream in one folder of one coder. */
function packedStream(offset: number, packedBytes: number, plainBytes: number, coder: number[]): Buffer {
  return Buffer.concat([
    Buffer.from([0x06]),
    number(offset),
    Buffer.from([0x01, 0x09]),
    number(packedBytes),
    Buffer.from([0x00, 0x07, 0x0b, 0x01, 0x00, 0x01, ...coder, 0x0c]),
    number(plainBytes),
  ]);
}

const SALT = [1, 2, 3, 4];
const VECTOR = [9, 8, 7, 6, 5, 4, 3, 2];
/** So few rounds make a fast test; 7-Zip takes 2^19. */
const ROUNDS_POWER = 4;
/** AES-256 and its properties: rounds, lengths of salt and vector, both. */
const CIPHER = [
  ...[0x24, 0x06, 0xf1, 0x07, 0x01, 2 + SALT.length + VECTOR.length],
  ...[0xc0 | ROUNDS_POWER, ((SALT.length - 1) << 4) | (VECTOR.length - 1)],
  ...[...SALT, ...VECTOR],
];

function encryptSevenZip(plain: Buffer, password: string): Buffer {
  const hash = createHash('sha256');
  for (let round = 0; round < 2 ** ROUNDS_POWER; round += 1) {
    const counter = Buffer.alloc(8);
    counter.writeUInt32LE(round);
    hash.update(Buffer.from(SALT)).update(Buffer.from(password, 'utf16le')).update(counter);
  }
  const cipher = createCipheriv('aes-256-cbc', hash.digest(), Buffer.from([...VECTOR, ...new Array(8).fill(0)]));
  cipher.setAutoPadding(false);
  const padded = Buffer.concat([plain, Buffer.alloc((16 - (plain.length % 16)) % 16)]);
  return Buffer.concat([cipher.update(padded), cipher.final()]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** 7z's numbers: up to 14 bits will do here. */
function number(value: number): Buffer {
  return value < 0x80 ? Buffer.from([value]) : Buffer.from([0x80 | (value >> 8), value & 0xff]);
}

/** An LHA archive of level 0 whose members are stored as they are. */
export function makeLha(members: { name: Uint8Array | string; content: string }[]): Uint8Array {
  const pieces = members.flatMap(({ name, content }) => {
    const [label, data] = [Buffer.from(bytesOf(name)), Buffer.from(content)];
    const header = Buffer.alloc(24);
    header.write('-lh0-', 2);
    header.writeUInt32LE(data.length, 7);
    header.writeUInt32LE(data.length, 11);
    header.writeUInt16LE((10 << 11) | (20 << 5) | 15, 15);
    header.writeUInt16LE((41 << 9) | (5 << 5) | 1, 17);
    header[19] = 0x20;
    header[21] = label.length;
    const whole = Buffer.concat([header.subarray(0, 22), label, Buffer.alloc(2)]);
    whole.writeUInt16LE(crc16(data), whole.length - 2);
    whole[0] = whole.length - 2;
    whole[1] = whole.subarray(2).reduce((total, byte) => (total + byte) & 0xff, 0);
    return [whole, data];
  });
  return joined([...pieces, Buffer.from([0])]);
}

function crc16(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 0 ? crc >> 1 : (crc >> 1) ^ 0xa001;
  }
  return crc;
}

/** A cabinet of one uncompressed folder. */
export function makeCab(members: { name: string; content: string }[]): Uint8Array {
  const data = Buffer.from(members.map(({ content }) => content).join(''));
  let offset = 0;
  const entries = members.map(({ name, content }) => {
    const entry = Buffer.alloc(16);
    entry.writeUInt32LE(content.length, 0);
    entry.writeUInt32LE(offset, 4);
    entry.writeUInt16LE((41 << 9) | (5 << 5) | 1, 10);
    entry.writeUInt16LE((10 << 11) | (20 << 5) | 15, 12);
    entry.writeUInt16LE(0xa0, 14);
    offset += content.length;
    return Buffer.concat([entry, Buffer.from(`${name}\0`)]);
  });
  const list = Buffer.concat(entries);
  const header = Buffer.alloc(44);
  header.write('MSCF', 0);
  header.writeUInt32LE(44 + list.length + 8 + data.length, 8);
  header.writeUInt32LE(44, 16);
  header.writeUInt16LE(0x0103, 24);
  header.writeUInt16LE(1, 26);
  header.writeUInt16LE(members.length, 28);
  header.writeUInt32LE(44 + list.length, 36);
  header.writeUInt16LE(1, 40);
  const block = Buffer.alloc(8);
  block.writeUInt16LE(data.length, 4);
  block.writeUInt16LE(data.length, 6);
  return joined([header, list, block, data]);
}

/**
 * The part of a 7z header that tells how its data are packed, read and written again: enough to take a coder out. What
 * follows it (sizes of members, names, times) is kept as it stands.
 */
import { addToCrc32 } from './crc32.ts';

export interface Coder {
  /** The method's number, as its bytes. */
  method: Uint8Array;
  inputs: number;
  outputs: number;
  properties: Uint8Array;
}

export interface Folder {
  coders: Coder[];
  binds: { input: number; output: number }[];
  packedInputs: number[];
  unpackSizes: number[];
}

export interface PackedStreams {
  /** Where the first packed stream lies, counted from the end of the start header. */
  packOffset: number;
  packSizes: number[];
  folders: Folder[];
  /** Checksums of folders and all that follows, as they stand. */
  rest: Uint8Array;
}

export const START_HEADER_BYTES = 32;
const SIGNATURE = [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4];
const [END, PACK_INFO, UNPACK_INFO, SIZE, CRC, FOLDER, CODERS_UNPACK_SIZE] = [0, 6, 7, 9, 10, 11, 12];
/** 7-Zip itself writes four coders a folder at most, and one folder for many members. */
const MAX_CODERS = 32;
const MAX_STREAMS = 100_000;

/** The header is not built as it should be. */
export class SevenZipError extends Error {
  override readonly name = 'SevenZipError';
}

export interface StartHeader {
  headerOffset: number;
  headerBytes: number;
}

export function readStartHeader(bytes: Uint8Array): StartHeader {
  if (bytes.byteLength < START_HEADER_BYTES) throw new SevenZipError();
  const view = new DataView(bytes.buffer, bytes.byteOffset, START_HEADER_BYTES);
  return {
    headerOffset: START_HEADER_BYTES + Number(view.getBigUint64(12, true)),
    headerBytes: Number(view.getBigUint64(20, true)),
  };
}

/** An archive of these packed streams, which lie behind the start header, and this header. */
export function writeSevenZip(packed: Uint8Array, header: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(START_HEADER_BYTES + packed.byteLength + header.byteLength);
  const view = new DataView(bytes.buffer);
  bytes.set(SIGNATURE);
  view.setBigUint64(12, BigInt(packed.byteLength), true);
  view.setBigUint64(20, BigInt(header.byteLength), true);
  view.setUint32(28, addToCrc32(0, header), true);
  view.setUint32(8, addToCrc32(0, bytes.subarray(12, START_HEADER_BYTES)), true);
  bytes.set(packed, START_HEADER_BYTES);
  bytes.set(header, START_HEADER_BYTES + packed.byteLength);
  return bytes;
}

interface Cursor {
  byte(): number;
  number(): number;
  count(most: number): number;
  take(length: number): Uint8Array;
  expect(byte: number): void;
  rest(): Uint8Array;
}

function openCursor(bytes: Uint8Array): Cursor {
  let at = 0;
  const byte = () => {
    const value = bytes[at];
    if (value === undefined) throw new SevenZipError();
    at += 1;
    return value;
  };
  /** The leading ones of the first byte tell how many bytes follow, lowest first; its other bits are the highest. */
  const number = () => {
    const first = byte();
    let value = 0;
    let mask = 0x80;
    for (let index = 0; index < 8; index += 1, mask >>= 1) {
      if ((first & mask) === 0) return value + (first & (mask - 1)) * 256 ** index;
      value += byte() * 256 ** index;
    }
    return value;
  };
  return {
    byte,
    number,
    count(most) {
      const value = number();
      if (value > most) throw new SevenZipError();
      return value;
    },
    take(length) {
      if (length > bytes.byteLength - at) throw new SevenZipError();
      at += length;
      return bytes.subarray(at - length, at);
    },
    expect(wanted) {
      if (byte() !== wanted) throw new SevenZipError();
    },
    rest: () => bytes.subarray(at),
  };
}

/** @param bytes from the mark of the packing information on. @throws SevenZipError */
export function readPackedStreams(bytes: Uint8Array): PackedStreams {
  const cursor = openCursor(bytes);
  cursor.expect(PACK_INFO);
  const packOffset = cursor.number();
  const streams = cursor.count(MAX_STREAMS);
  let packSizes: number[] = [];
  for (let mark = cursor.byte(); mark !== END; mark = cursor.byte()) {
    if (mark === SIZE) packSizes = Array.from({ length: streams }, () => cursor.number());
    else if (mark === CRC) skipChecksums(cursor, streams);
    else throw new SevenZipError();
  }
  cursor.expect(UNPACK_INFO);
  cursor.expect(FOLDER);
  const count = cursor.count(MAX_STREAMS);
  // 1 would mean that the folders are described elsewhere, which nobody writes.
  cursor.expect(0);
  const folders = Array.from({ length: count }, () => readFolder(cursor));
  cursor.expect(CODERS_UNPACK_SIZE);
  for (const folder of folders) {
    const outputs = folder.coders.reduce((total, coder) => total + coder.outputs, 0);
    folder.unpackSizes = Array.from({ length: outputs }, () => cursor.number());
  }
  return { packOffset, packSizes, folders, rest: cursor.rest() };
}

function skipChecksums(cursor: Cursor, streams: number): void {
  if (cursor.byte() !== 0) {
    cursor.take(4 * streams);
    return;
  }
  let defined = 0;
  for (const bits of cursor.take(Math.ceil(streams / 8))) {
    for (let bit = 0; bit < 8; bit += 1) defined += (bits >> bit) & 1;
  }
  cursor.take(4 * defined);
}

function readFolder(cursor: Cursor): Folder {
  const coders = Array.from({ length: cursor.count(MAX_CODERS) }, () => readCoder(cursor));
  const inputs = coders.reduce((total, coder) => total + coder.inputs, 0);
  const outputs = coders.reduce((total, coder) => total + coder.outputs, 0);
  if (outputs === 0 || inputs < outputs - 1) throw new SevenZipError();
  const binds = Array.from({ length: outputs - 1 }, () => ({ input: cursor.number(), output: cursor.number() }));
  const packed = inputs - binds.length;
  const bound = new Set(binds.map(bind => bind.input));
  const packedInputs =
    packed === 1
      ? Array.from({ length: inputs }, (_, input) => input).filter(input => !bound.has(input))
      : Array.from({ length: packed }, () => cursor.number());
  return { coders, binds, packedInputs, unpackSizes: [] };
}

function readCoder(cursor: Cursor): Coder {
  const flags = cursor.byte();
  const method = cursor.take(flags & 15);
  const isSimple = (flags & 0x10) === 0;
  const inputs = isSimple ? 1 : cursor.count(MAX_CODERS);
  const outputs = isSimple ? 1 : cursor.count(MAX_CODERS);
  const properties = (flags & 0x20) === 0 ? new Uint8Array(0) : cursor.take(cursor.count(4096));
  return { method, inputs, outputs, properties };
}

export function writePackedStreams({ packOffset, packSizes, folders, rest }: PackedStreams): Uint8Array {
  const bytes: number[] = [PACK_INFO, ...numberBytes(packOffset), ...numberBytes(packSizes.length), SIZE];
  for (const size of packSizes) bytes.push(...numberBytes(size));
  bytes.push(END, UNPACK_INFO, FOLDER, ...numberBytes(folders.length), 0);
  for (const { coders, binds, packedInputs } of folders) {
    bytes.push(...numberBytes(coders.length));
    for (const { method, inputs, outputs, properties } of coders) {
      const isSimple = inputs === 1 && outputs === 1;
      bytes.push(method.byteLength | (isSimple ? 0 : 0x10) | (properties.byteLength > 0 ? 0x20 : 0), ...method);
      if (!isSimple) bytes.push(...numberBytes(inputs), ...numberBytes(outputs));
      if (properties.byteLength > 0) bytes.push(...numberBytes(properties.byteLength), ...properties);
    }
    for (const { input, output } of binds) bytes.push(...numberBytes(input), ...numberBytes(output));
    if (packedInputs.length > 1) for (const input of packedInputs) bytes.push(...numberBytes(input));
  }
  bytes.push(CODERS_UNPACK_SIZE);
  for (const { unpackSizes } of folders) for (const size of unpackSizes) bytes.push(...numberBytes(size));
  const whole = new Uint8Array(bytes.length + rest.byteLength);
  whole.set(bytes);
  whole.set(rest, bytes.length);
  return whole;
}

/** Always in the longest form, which every reader takes. */
function numberBytes(value: number): number[] {
  const bytes = [0xff];
  for (let index = 0; index < 8; index += 1) bytes.push(Math.floor(value / 256 ** index) % 256);
  return bytes;
}

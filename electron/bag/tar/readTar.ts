/**
 * Reads a TAR as a stream, file by file: flat memory, nothing believed. Links, devices, unsafe or doubled names, false
 * checksums, missing ends and bytes behind the end are refused with an UnreadableFile, whose message goes on from "The TAR …".
 */
import { UnreadableFile } from '../bagVerdict.ts';
import { PieceReader } from './pieceReader.ts';
import { BLOCK_BYTES, KIND, paddingBytes } from './tarFormat.ts';
import { type PaxValues, parseHeader, parsePax, type TarHeader } from './tarHeader.ts';
import { TarPaths } from './tarPaths.ts';

export interface TarMember {
  path: string;
  sizeBytes: number;
  /** To be read before the next member is asked for; what is left of it then is skipped. */
  bytes: AsyncIterable<Uint8Array>;
}

export interface TarLimits {
  entries: number;
  /** One extended header holds a path and a size. */
  paxBytes: number;
  unpackedBytes: number;
}

export const TAR_LIMITS: TarLimits = { entries: 1_000_000, paxBytes: 64 * 1024, unpackedBytes: 2 ** 41 };

export async function* readTar(
  bytes: AsyncIterable<Uint8Array>,
  given: Partial<TarLimits> = {},
): AsyncGenerator<TarMember> {
  const limits = { ...TAR_LIMITS, ...given };
  const reader = new PieceReader(bytes);
  const paths = new TarPaths();
  let entries = 0;
  let unpackedBytes = 0;
  try {
    for (let header = await readHeader(reader, limits); header; header = await readHeader(reader, limits)) {
      const { kind, path, sizeBytes } = header;
      entries += 1;
      unpackedBytes += sizeBytes;
      if (entries > limits.entries || unpackedBytes > limits.unpackedBytes) {
        throw new UnreadableFile('tar-bomb', 'announces more files or bytes than can be read');
      }
      if (kind === KIND.folder) {
        if (sizeBytes > 0) throw new UnreadableFile('tar-kind', `states that the folder ${path} has bytes`);
        continue;
      }
      const reason = paths.claim(path);
      if (reason) throw new UnreadableFile('path-unsafe', `holds a name that ${reason}: ${path}`);
      const content = new MemberContent(reader, path, sizeBytes);
      yield { path, sizeBytes, bytes: content };
      await content.skipRest();
      await skipPadding(reader, sizeBytes);
    }
    await expectNothingMore(reader);
  } finally {
    await reader.close();
  }
}

class MemberContent implements AsyncIterable<Uint8Array> {
  readonly #reader: PieceReader;
  readonly #path: string;
  #left: number;

  constructor(reader: PieceReader, path: string, sizeBytes: number) {
    this.#reader = reader;
    this.#path = path;
    this.#left = sizeBytes;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for await (const piece of this.#reader.pieces(this.#left)) {
      this.#left -= piece.length;
      yield piece;
    }
    if (this.#left > 0) throw new UnreadableFile('tar-truncated', `breaks off within ${this.#path}`);
  }

  async skipRest(): Promise<void> {
    for await (const _ of this);
  }
}

type NamedHeader = TarHeader & { path: string };

/** The header of the next file or folder, with what an extended header before it says; undefined at the end mark. */
async function readHeader(reader: PieceReader, limits: TarLimits): Promise<NamedHeader | undefined> {
  let pax: PaxValues | undefined;
  for (;;) {
    const at = reader.position;
    const block = await reader.take(BLOCK_BYTES);
    if (block.length < BLOCK_BYTES) throw new UnreadableFile('tar-truncated', 'breaks off before its end mark');
    if (isZero(block)) {
      if (pax)
        throw new UnreadableFile('tar-header', `has an extended header before byte ${at} that belongs to no file`);
      return undefined;
    }
    const header = parseHeader(block, at);
    if (header.kind !== KIND.pax && header.kind !== KIND.globalPax) {
      const path = pax?.path ?? header.path;
      if (path === undefined) throw new UnreadableFile('tar-header', 'holds a name that is not in UTF-8');
      return { kind: header.kind, path, sizeBytes: pax?.sizeBytes ?? header.sizeBytes };
    }
    if (header.sizeBytes > limits.paxBytes) {
      throw new UnreadableFile('tar-bomb', `has an extended header of ${header.sizeBytes} bytes at byte ${at}`);
    }
    const values = parsePax(await takeWhole(reader, header.sizeBytes), at);
    if (header.kind === KIND.pax) {
      if (pax) throw new UnreadableFile('tar-header', `has two extended headers for one file at byte ${at}`);
      pax = values;
    } else if (values.path !== undefined || values.sizeBytes !== undefined) {
      throw new UnreadableFile('tar-header', `gives all its files one name or size, at byte ${at}`);
    }
  }
}

async function takeWhole(reader: PieceReader, length: number): Promise<Buffer> {
  const bytes = await reader.take(length);
  if (bytes.length < length) throw new UnreadableFile('tar-truncated', 'breaks off within an extended header');
  await skipPadding(reader, length);
  return bytes;
}

/** Nothing may hide there. */
async function skipPadding(reader: PieceReader, sizeBytes: number): Promise<void> {
  const at = reader.position;
  const length = paddingBytes(sizeBytes);
  const bytes = await reader.take(length);
  if (bytes.length < length) throw new UnreadableFile('tar-truncated', 'breaks off behind the bytes of a file');
  if (!isZero(bytes)) throw new UnreadableFile('tar-trailing', `has bytes at ${at} that belong to no file`);
}

/** After the first block of zeros: another, and then only zeros, with which programs fill the last record. */
async function expectNothingMore(reader: PieceReader): Promise<void> {
  const second = await reader.take(BLOCK_BYTES);
  if (second.length < BLOCK_BYTES) throw new UnreadableFile('tar-truncated', 'breaks off within its end mark');
  if (!isZero(second)) throw new UnreadableFile('tar-trailing', 'goes on behind its end mark');
  for await (const piece of reader.pieces(Number.POSITIVE_INFINITY)) {
    if (!isZero(piece)) throw new UnreadableFile('tar-trailing', 'goes on behind its end mark');
  }
}

function isZero(bytes: Uint8Array): boolean {
  return bytes.every(byte => byte === 0);
}

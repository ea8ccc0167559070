/** Writes a ZIP entry by entry into an open file: flat memory, whatever the size of the whole. */
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { containerSeal, SEAL_BYTES } from './containerSeal.ts';
import { Deflater } from './deflate.ts';
import { GatheringFile } from './gatheringFile.ts';
import { centralHeader, endRecords, localHeader, MAX_U32, METHOD, type ZipRecord } from './zipFormat.ts';

const READ_BACK_BYTES = 1024 * 1024;
/** Deflate adds at most 5 bytes to each 16 KiB that does not shrink; an eighth is ample. */
const ZIP64_FROM_BYTES = MAX_U32 - MAX_U32 / 8;

export interface ZipEntry {
  name: string;
  bytes: AsyncIterable<Uint8Array> | Uint8Array;
  /** Unknown sizes are written with room for 64 bits, for the header goes before the bytes. */
  sizeBytes?: number | undefined;
  compress: boolean;
}

export interface WrittenZip {
  /** Of the whole file. */
  sha256: string;
  sizeBytes: number;
}

export class ZipWriter {
  readonly #file: FileHandle;
  readonly #out: GatheringFile;
  readonly #records: ZipRecord[] = [];
  readonly #deflater = new Deflater();

  constructor(file: FileHandle) {
    this.#file = file;
    this.#out = new GatheringFile(file);
  }

  async add(entry: ZipEntry): Promise<void> {
    const record: ZipRecord = {
      name: entry.name,
      method: entry.compress ? METHOD.deflate : METHOD.store,
      crc: 0,
      compressedBytes: 0,
      sizeBytes: 0,
      offset: this.#out.sizeBytes,
      zip64: (entry.sizeBytes ?? Number.POSITIVE_INFINITY) >= ZIP64_FROM_BYTES,
    };
    await this.#out.append(localHeader(record));
    const counted = countInto(record, entry.bytes);
    for await (const piece of entry.compress ? this.#deflater.pack(counted) : counted) {
      record.compressedBytes += piece.length;
      await this.#out.append(piece);
    }
    if (entry.sizeBytes !== undefined && entry.sizeBytes !== record.sizeBytes) {
      throw new Error(`${entry.name}: ${entry.sizeBytes} bytes were announced, ${record.sizeBytes} came`);
    }
    // The header is written again now that its sizes are known; so no entry needs a data descriptor behind it.
    await this.#out.overwrite(localHeader(record), record.offset);
    this.#records.push(record);
  }

  /** Writes the directory and the seal. */
  async finish(signal?: AbortSignal): Promise<WrittenZip> {
    const offset = this.#out.sizeBytes;
    for (const record of this.#records) await this.#out.append(centralHeader(record));
    const sizeBytes = this.#out.sizeBytes - offset;
    await this.#out.append(endRecords({ entries: this.#records.length, offset, sizeBytes, commentBytes: SEAL_BYTES }));
    const hash = await this.#hashWritten(signal);
    const seal = containerSeal(hash.copy().digest('hex'));
    hash.update(seal);
    await this.#out.append(seal);
    await this.#out.flush();
    return { sha256: hash.digest('hex'), sizeBytes: this.#out.sizeBytes };
  }

  async #hashWritten(signal?: AbortSignal): Promise<ReturnType<typeof createHash>> {
    await this.#out.flush();
    const hash = createHash('sha256');
    const buffer = Buffer.alloc(READ_BACK_BYTES);
    for (let at = 0; at < this.#out.sizeBytes; ) {
      signal?.throwIfAborted();
      const { bytesRead } = await this.#file.read(buffer, 0, Math.min(buffer.length, this.#out.sizeBytes - at), at);
      if (bytesRead === 0) throw new Error('the file became shorter while it was written');
      hash.update(buffer.subarray(0, bytesRead));
      at += bytesRead;
    }
    return hash;
  }
}

async function* countInto(record: ZipRecord, bytes: ZipEntry['bytes']): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes instanceof Uint8Array ? [bytes] : bytes) {
    record.crc = crc32(piece, record.crc);
    record.sizeBytes += piece.length;
    yield piece;
  }
}

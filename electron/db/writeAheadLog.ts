/**
 * Reads the last page that was committed to a vault's write-ahead log (https://sqlite.org/fileformat2.html#the_write_ahead_log).
 * After a kill in the middle of a change of passphrase the file's own pages still bear the old key, and the log, which is
 * what counts, the new one: the key must be judged by the log.
 */
import { closeSync, openSync, readSync } from 'node:fs';

export interface LoggedPage {
  number: number;
  page: Buffer;
}

const headerBytes = 32;
const frameHeaderBytes = 24;
const framesAtOnce = 256;

/** Null where there is no log, or nothing was committed to it. */
export function lastCommittedPage(vaultPath: string, pageBytes: number): LoggedPage | null {
  let file: number;
  try {
    file = openSync(`${vaultPath}-wal`, 'r');
  } catch {
    return null;
  }
  try {
    return readLog(file, pageBytes);
  } finally {
    closeSync(file);
  }
}

function readLog(file: number, pageBytes: number): LoggedPage | null {
  const header = Buffer.alloc(headerBytes);
  if (readSync(file, header, 0, headerBytes, 0) !== headerBytes) return null;
  const magic = header.readUInt32BE(0);
  if ((magic & ~1) >>> 0 !== 0x377f0682 || header.readUInt32BE(8) !== pageBytes) return null;
  const sum = new Checksum(magic % 2 === 1);
  sum.add(header, 0, 24);
  if (!sum.matches(header, 24)) return null;

  const frameBytes = frameHeaderBytes + pageBytes;
  const buffer = Buffer.alloc(frameBytes * framesAtOnce);
  let last: LoggedPage | null = null;
  for (let at = headerBytes; ; ) {
    const frames = Math.floor(readSync(file, buffer, 0, buffer.length, at) / frameBytes);
    for (let frame = 0; frame < frames; frame++) {
      const from = frame * frameBytes;
      sum.add(buffer, from, 8);
      sum.add(buffer, from + frameHeaderBytes, pageBytes);
      const ours = buffer.compare(header, 16, 24, from + 8, from + 16) === 0;
      // What follows is left from an earlier turn of the log, or was being written when the process ended.
      if (!ours || !sum.matches(buffer, from + 16)) return last;
      const commits = buffer.readUInt32BE(from + 4) > 0;
      if (commits)
        last = {
          number: buffer.readUInt32BE(from),
          page: Buffer.from(buffer.subarray(from + frameHeaderBytes, from + frameBytes)),
        };
    }
    if (frames === 0) return last;
    at += frames * frameBytes;
  }
}

/** SQLite's running checksum over pairs of 32-bit words. */
class Checksum {
  readonly #bigEndian: boolean;
  #first = 0;
  #second = 0;

  constructor(bigEndian: boolean) {
    this.#bigEndian = bigEndian;
  }

  add(bytes: Buffer, from: number, length: number): void {
    for (let at = from; at < from + length; at += 8) {
      const left = this.#bigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at);
      const right = this.#bigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4);
      this.#first = (this.#first + left + this.#second) >>> 0;
      this.#second = (this.#second + right + this.#first) >>> 0;
    }
  }

  matches(bytes: Buffer, from: number): boolean {
    return bytes.readUInt32BE(from) === this.#first && bytes.readUInt32BE(from + 4) === this.#second;
  }
}

/**
 * The bytes of a ZIP, read in windows: a bundle has thousands of small records and files, and going to the disk for each of
 * them would take most of the time.
 */
import { type FileHandle, open } from 'node:fs/promises';
import { UnreadableFile } from '../bagVerdict.ts';

/** Small enough to read for one header of thirty bytes, where large files lie between headers. */
const WINDOW_BYTES = 64 * 1024;

export class ZipFile {
  readonly sizeBytes: number;
  readonly #handle: FileHandle;
  #window: { at: number; bytes: Buffer } = { at: 0, bytes: Buffer.alloc(0) };

  private constructor(handle: FileHandle, sizeBytes: number) {
    this.#handle = handle;
    this.sizeBytes = sizeBytes;
  }

  static async open(path: string): Promise<ZipFile> {
    const handle = await open(path, 'r');
    try {
      return new ZipFile(handle, (await handle.stat()).size);
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /** All of them, or an error: a ZIP that ends before its own records say so was cut off. They are not to be written to. */
  async readAt(at: number, length: number): Promise<Buffer> {
    if (length >= WINDOW_BYTES) return this.#read(at, length, length);
    const behind = at - this.#window.at;
    if (behind < 0 || behind + length > this.#window.bytes.length) {
      const bytes = await this.#read(at, length, WINDOW_BYTES);
      this.#window = { at, bytes };
      return bytes.subarray(0, length);
    }
    return this.#window.bytes.subarray(behind, behind + length);
  }

  close(): Promise<void> {
    return this.#handle.close();
  }

  async #read(at: number, least: number, most: number): Promise<Buffer> {
    const buffer = Buffer.allocUnsafeSlow(most);
    let filled = 0;
    while (filled < most) {
      const { bytesRead } = await this.#handle.read(buffer, filled, most - filled, at + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    if (filled < least) throw new UnreadableFile('zip-truncated', 'it ends before it should: it was cut off');
    return buffer.subarray(0, filled);
  }
}

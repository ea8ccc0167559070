/** Appends to a file by the megabyte: most entries of a bundle are small, and handing one to the system costs more than writing it. */
import type { FileHandle } from 'node:fs/promises';

const GATHERED_BYTES = 1024 * 1024;

export class GatheringFile {
  readonly #file: FileHandle;
  readonly #gathered = new Uint8Array(GATHERED_BYTES);
  #held = 0;
  #written = 0;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  get sizeBytes(): number {
    return this.#written + this.#held;
  }

  /** The bytes are the caller's again once this resolves. */
  async append(bytes: Uint8Array): Promise<void> {
    if (this.#held + bytes.length > GATHERED_BYTES) await this.flush();
    if (bytes.length > GATHERED_BYTES) {
      await this.#writeAt(bytes, this.#written);
      this.#written += bytes.length;
      return;
    }
    this.#gathered.set(bytes, this.#held);
    this.#held += bytes.length;
  }

  /** Over what was appended before. */
  async overwrite(bytes: Uint8Array, position: number): Promise<void> {
    if (position + bytes.length > this.sizeBytes) throw new RangeError('nothing was appended there yet');
    if (position >= this.#written) return this.#gathered.set(bytes, position - this.#written);
    if (position + bytes.length > this.#written) await this.flush();
    await this.#writeAt(bytes, position);
  }

  /** All of it is in the file then, if not on the disk. */
  async flush(): Promise<void> {
    await this.#writeAt(this.#gathered.subarray(0, this.#held), this.#written);
    this.#written += this.#held;
    this.#held = 0;
  }

  async #writeAt(bytes: Uint8Array, position: number): Promise<void> {
    for (let at = 0; at < bytes.length; ) {
      const { bytesWritten } = await this.#file.write(bytes, at, bytes.length - at, position + at);
      at += bytesWritten;
    }
  }
}

/**
 * Reads a stream of bytes by lines, by number and as a whole. What it hands out is a copy, or is used before the next
 * piece is asked for, so that a source may use one buffer for all of its pieces.
 */

const LINE_FEED = 0x0a;
const NOTHING = new Uint8Array(0);

export class ByteSource {
  readonly #pieces: AsyncIterator<Uint8Array>;
  #held: Uint8Array = NOTHING;
  #ended = false;

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.#pieces = bytes[Symbol.asyncIterator]();
  }

  /** Up to `count` bytes without taking them; fewer only where the stream ends. */
  async peek(count: number): Promise<Uint8Array> {
    while (this.#held.length < count && (await this.#pullBehind()));
    return this.#held.slice(0, count);
  }

  /** Up to `count` bytes; fewer only where the stream ends. */
  async take(count: number): Promise<Uint8Array> {
    const taken = await this.peek(count);
    this.#held = this.#held.subarray(taken.length);
    return taken;
  }

  /** The next line with its line feed; without one, the stream ended or the line is longer than `most`. */
  async takeLine(most: number): Promise<Uint8Array> {
    let searched = 0;
    for (;;) {
      const end = this.#held.indexOf(LINE_FEED, searched);
      if (end >= 0) return this.take(Math.min(end + 1, most));
      searched = this.#held.length;
      if (searched >= most || !(await this.#pullBehind())) return this.take(most);
    }
  }

  /** Everything that was not taken yet, as it comes. */
  async *rest(): AsyncGenerator<Uint8Array> {
    if (this.#held.length > 0) yield this.#held;
    this.#held = NOTHING;
    while (!this.#ended) {
      const next = await this.#pieces.next();
      if (next.done) this.#ended = true;
      else if (next.value.length > 0) yield next.value;
    }
  }

  /** Tells the source that no more is wanted, so that it closes its file. */
  async close(): Promise<void> {
    if (this.#ended) return;
    this.#ended = true;
    await this.#pieces.return?.();
  }

  async #pullBehind(): Promise<boolean> {
    if (this.#ended) return false;
    // Copied first: the source may overwrite its last piece when it is asked for the next.
    const before = this.#held.slice();
    const next = await this.#pieces.next();
    if (next.done) {
      this.#ended = true;
      this.#held = before;
      return false;
    }
    const joined = new Uint8Array(before.length + next.value.length);
    joined.set(before);
    joined.set(next.value, before.length);
    this.#held = joined;
    return true;
  }
}

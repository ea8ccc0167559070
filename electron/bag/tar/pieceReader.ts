/** Takes exact lengths out of a stream whose pieces come as they please, without holding more than one of them. */
export class PieceReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #piece: Uint8Array = new Uint8Array(0);
  #ended = false;
  /** Bytes taken so far, for messages. */
  position = 0;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Exactly so many bytes, or fewer where the stream ended. For headers: they are put together in memory. */
  async take(length: number): Promise<Buffer> {
    const taken: Uint8Array[] = [];
    for await (const piece of this.pieces(length)) taken.push(piece);
    return Buffer.concat(taken);
  }

  /** The next bytes as they come, together at most so many; fewer where the stream ended. */
  async *pieces(length: number): AsyncGenerator<Uint8Array> {
    for (let left = length; left > 0; ) {
      if (this.#piece.length === 0 && !(await this.#advance())) return;
      const part = this.#piece.subarray(0, left);
      this.#piece = this.#piece.subarray(part.length);
      left -= part.length;
      this.position += part.length;
      yield part;
    }
  }

  async close(): Promise<void> {
    if (this.#ended) return;
    this.#ended = true;
    await this.#source.return?.();
  }

  async #advance(): Promise<boolean> {
    while (!this.#ended) {
      const next = await this.#source.next();
      if (next.done) this.#ended = true;
      else if (next.value.length > 0) {
        this.#piece = next.value;
        return true;
      }
    }
    return false;
  }
}

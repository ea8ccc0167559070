/**
 * Hands bytes to a thread in a few buffers that it gives back: nothing is made anew for each piece, and whoever makes the bytes
 * waits when the thread is behind.
 */
const PIECE_BYTES = 1024 * 1024;

export class PieceLender {
  readonly #free: ArrayBuffer[];
  readonly #lend: (buffer: ArrayBuffer, length: number) => void;
  #filling: ArrayBuffer | null = null;
  #used = 0;
  #failure: Error | null = null;
  #wake = () => {};

  /** @param lend Posts the buffer, moving it; the thread gives it back by `giveBack`. Memory holds so many of 1 MiB. */
  constructor(lend: (buffer: ArrayBuffer, length: number) => void, buffers: number) {
    this.#lend = lend;
    this.#free = Array.from({ length: buffers }, () => new ArrayBuffer(PIECE_BYTES));
  }

  /** The piece is the caller's again once this resolves. @throws what the thread failed of */
  async take(piece: Uint8Array): Promise<void> {
    for (let at = 0; at < piece.length; ) {
      const buffer = this.#filling ?? (await this.#freeBuffer());
      const taken = Math.min(PIECE_BYTES - this.#used, piece.length - at);
      new Uint8Array(buffer, this.#used, taken).set(piece.subarray(at, at + taken));
      this.#filling = buffer;
      this.#used += taken;
      at += taken;
      if (this.#used === PIECE_BYTES) this.handOver();
    }
  }

  /** Also a buffer that is not full. */
  handOver(): void {
    if (!this.#filling) return;
    const [buffer, length] = [this.#filling, this.#used];
    this.#filling = null;
    this.#used = 0;
    this.#lend(buffer, length);
  }

  giveBack(buffer: ArrayBuffer): void {
    this.#free.push(buffer);
    this.#wake();
  }

  /** Nothing comes back any more. */
  fail(failure: Error): void {
    this.#failure ??= failure;
    this.#wake();
  }

  /** Each wait is also a turn in which the core answers others. */
  async #freeBuffer(): Promise<ArrayBuffer> {
    for (;;) {
      if (this.#failure) throw this.#failure;
      const buffer = this.#free.pop();
      if (buffer) return buffer;
      await new Promise<void>(resolve => {
        this.#wake = resolve;
      });
    }
  }
}

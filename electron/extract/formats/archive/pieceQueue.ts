/** A WritableStream whose chunks are taken out one by one: whoever writes waits until the piece before was taken. */

export interface PieceQueue {
  writable: WritableStream<Uint8Array>;
  end(): void;
  fail(error: unknown): void;
  /** The reader wants no more: writing fails from now on. */
  cancel(): void;
  pieces(): AsyncGenerator<Uint8Array>;
}

export function openPieceQueue(): PieceQueue {
  let piece: Uint8Array | undefined;
  let state: 'open' | 'ended' | 'cancelled' | { error: unknown } = 'open';
  let wakeReader: () => void = () => {};
  let wakeWriter: () => void = () => {};

  const writable = new WritableStream<Uint8Array>(
    {
      async write(chunk) {
        if (state === 'cancelled') throw new Error('cancelled');
        piece = chunk;
        const taken = new Promise<void>(resolve => {
          wakeWriter = resolve;
        });
        wakeReader();
        await taken;
        if ((state as string) === 'cancelled') throw new Error('cancelled');
      },
    },
    { highWaterMark: 1 },
  );

  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (;;) {
      if (piece !== undefined) {
        const taken = piece;
        piece = undefined;
        yield taken;
        wakeWriter();
      } else if (state === 'ended' || state === 'cancelled') return;
      else if (state !== 'open') throw state.error;
      else {
        await new Promise<void>(resolve => {
          wakeReader = resolve;
        });
      }
    }
  }

  return {
    writable,
    pieces,
    end() {
      if (state === 'open') state = 'ended';
      wakeReader();
    },
    fail(error) {
      if (state === 'open') state = { error };
      wakeReader();
    },
    cancel() {
      if (state === 'open') state = 'cancelled';
      wakeWriter();
      wakeReader();
    },
  };
}

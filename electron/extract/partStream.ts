/** Hands a part to whoever takes it as a stream, one chunk at a time, so that memory does not follow the part's size. */

export interface PartStream {
  /** False where the part would grow past its limit. */
  fits(chunk: Uint8Array): boolean;
  /** Resolves when the taker wants more, or is no longer interested. */
  add(chunk: Uint8Array): Promise<void>;
  /** Resolves when the taker is done with the whole part; rejects with what the taker threw. */
  end(): Promise<void>;
  /** The part will not be completed: the taker's loop throws. */
  fail(error: unknown): void;
}

export function openPartStream(
  maxBytes: number,
  take: (bytes: AsyncIterable<Uint8Array>) => void | Promise<void>,
): PartStream {
  const waiting: Uint8Array[] = [];
  let sizeBytes = 0;
  let state: 'open' | 'ended' | { error: unknown } = 'open';
  let wake: () => void = () => {};
  let wanted: () => void = () => {};
  let isOver = false;

  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const chunk = waiting.shift();
      if (chunk !== undefined) {
        yield chunk;
        continue;
      }
      wanted();
      if (state === 'ended') return;
      if (state !== 'open') throw state.error;
      await new Promise<void>(resolve => {
        wake = resolve;
      });
    }
  }

  const taken = Promise.resolve(take(chunks())).finally(() => {
    // A taker that stops early must not leave the extractor waiting for ever.
    isOver = true;
    wanted();
  });
  // Told by `end`; a part that never ends is told by its session.
  taken.catch(() => {});

  return {
    fits: chunk => sizeBytes + chunk.byteLength <= maxBytes,
    async add(chunk) {
      sizeBytes += chunk.byteLength;
      if (isOver) return;
      waiting.push(chunk);
      const emptied = new Promise<void>(resolve => {
        wanted = resolve;
      });
      wake();
      await emptied;
    },
    async end() {
      state = 'ended';
      wake();
      await taken;
    },
    fail(error) {
      if (state !== 'open') return;
      state = { error };
      wake();
    },
  };
}

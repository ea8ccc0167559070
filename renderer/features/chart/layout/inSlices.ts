/**
 * Runs steps in slices of a few milliseconds and lets the window draw and answer between them. The window's policy allows no
 * workers, and a layout needs none so: it never holds the page for longer than a slice.
 */
const SLICE_MS = 12;

/** Rejects with the signal's reason when it is no longer wanted. */
export async function inSlices<Result>(steps: Generator<void, Result>, signal: AbortSignal): Promise<Result> {
  for (;;) {
    const until = performance.now() + SLICE_MS;
    while (performance.now() < until) {
      const { done, value } = steps.next();
      if (done) return value;
    }
    await nextTurn();
    signal.throwIfAborted();
  }
}

/** Behind whatever waits to be drawn or answered; timers would wait four milliseconds each time. */
function nextTurn(): Promise<void> {
  return new Promise(resolve => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

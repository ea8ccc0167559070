/** Handles items as they come, so many at a time; the first failure stops the rest and is thrown when all have ended. */
export async function inParallel<Item>(items: AsyncIterable<Item> | Iterable<Item>, width: number, signal: AbortSignal, handle: (item: Item) => Promise<void>): Promise<void> {
  const running = new Set<Promise<void>>();
  let failure: { error: unknown } | null = null;
  for await (const item of items) {
    if (failure || signal.aborted) break;
    const task: Promise<void> = handle(item)
      .catch(error => {
        failure ??= { error };
      })
      .finally(() => running.delete(task));
    running.add(task);
    if (running.size >= width) await Promise.race(running);
  }
  await Promise.all(running);
  signal.throwIfAborted();
  if (failure) throw (failure as { error: unknown }).error;
}

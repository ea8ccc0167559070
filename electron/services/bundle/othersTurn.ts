/** Reading a vault waits for nothing: between two steps of it the core answers others, and whoever wants to stop it is heard. */
export async function othersTurn(signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  await new Promise(resolve => setImmediate(resolve));
}

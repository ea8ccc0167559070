/**
 * Starts what looks once, as it starts, whether it is in Node, and would then reach for Node's files, which an extractor may not.
 * Without `process` it takes itself to be nowhere and lives on what it is given. Only for the synchronous part of a start.
 */
export function withoutNode<Started>(start: () => Started): Started {
  const scope = globalThis as { process?: unknown };
  const descriptor = Object.getOwnPropertyDescriptor(scope, 'process');
  if (descriptor === undefined) return start();
  Object.defineProperty(scope, 'process', { value: undefined, configurable: true, writable: true });
  try {
    return start();
  } finally {
    Object.defineProperty(scope, 'process', descriptor);
  }
}

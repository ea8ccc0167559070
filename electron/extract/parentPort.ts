/** How an extractor in an Electron utility process is reached. Typed by shape: no import of Electron. */
import type { WorkerPort } from './worker.ts';

/** The part of Electron's `process.parentPort` that is used; the core may hand over a port of its own with the first message. */
export interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown; ports?: HandedPort[] }) => void): void;
}
interface HandedPort extends ParentPort {
  start(): void;
}

/** Serves the port that comes with the first message; without one, the parent itself. */
export function serveOverParentPort(parent: ParentPort, serve: (port: WorkerPort) => void): void {
  let toParent: ((message: unknown) => void) | undefined;
  let handedOver = false;
  parent.on('message', ({ data, ports }) => {
    const port = ports?.[0];
    if (handedOver) return;
    if (port !== undefined && toParent === undefined) {
      handedOver = true;
      serve({
        postMessage: message => port.postMessage(message),
        onMessage: listener => port.on('message', event => listener(event.data)),
      });
      port.start();
      return;
    }
    if (toParent === undefined) {
      serve({
        postMessage: message => parent.postMessage(message),
        onMessage: listener => {
          toParent = listener;
        },
      });
    }
    toParent?.(data);
  });
}

/**
 * The child process that reads hostile documents: a Node child (command line, tests) or an Electron utility process.
 * The network is sealed by the first import, before any parser is loaded.
 */
import './sealFirst.ts';
import { readFile } from 'node:fs/promises';
import { pdfiumWasmCandidates } from './pdfiumAsset.ts';
import { serveExtractor, type WorkerPort } from './worker.ts';

/** The part of Electron's `process.parentPort` that is used; the core may hand over a port of its own with the first message. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown; ports?: HandedPort[] }) => void): void;
}
interface HandedPort extends ParentPort {
  start(): void;
}

async function pdfiumWasm(): Promise<Uint8Array> {
  let problem: unknown;
  for (const candidate of pdfiumWasmCandidates(import.meta.url)) {
    try {
      return await readFile(candidate);
    } catch (error) {
      problem = error;
    }
  }
  throw problem;
}

/** Serves the port that comes with the first message; without one, the parent itself. */
function overParentPort(parent: ParentPort): void {
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
      serve({ postMessage: message => parent.postMessage(message), onMessage: listener => { toParent = listener; } });
    }
    toParent?.(data);
  });
}

function serve(port: WorkerPort): void {
  serveExtractor(port, { pdfiumWasm, residentBytes: () => process.memoryUsage.rss() });
}

const parentPort = (process as { parentPort?: ParentPort }).parentPort;
if (parentPort !== undefined) {
  overParentPort(parentPort);
} else {
  process.on('disconnect', () => process.exit(0));
  serve({
    postMessage: message => process.send?.(message),
    onMessage: listener => process.on('message', listener),
  });
}

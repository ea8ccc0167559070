/**
 * The child process that reads hostile documents: a Node child (command line, tests) or an Electron utility process.
 * The network is sealed by the first import, before any parser is loaded.
 */
import './sealFirst.ts';
import { readFile } from 'node:fs/promises';
import { type ParentPort, serveOverParentPort } from './parentPort.ts';
import { type ShippedFile, shippedFileCandidates } from './shippedFiles.ts';
import { serveExtractor, type WorkerPort } from './worker.ts';

async function shipped(name: ShippedFile): Promise<Uint8Array> {
  let problem: unknown;
  for (const candidate of shippedFileCandidates(name, import.meta.url)) {
    try {
      return await readFile(candidate);
    } catch (error) {
      problem = error;
    }
  }
  throw problem;
}

function serve(port: WorkerPort): void {
  serveExtractor(port, { shipped, residentBytes: () => process.memoryUsage.rss() });
}

const parentPort = (process as { parentPort?: ParentPort }).parentPort;
if (parentPort !== undefined) {
  serveOverParentPort(parentPort, serve);
} else {
  process.on('disconnect', () => process.exit(0));
  serve({
    postMessage: message => process.send?.(message),
    onMessage: listener => process.on('message', listener),
  });
}

/** The core's process: starts the core, serves windows over their ports, locks it when nobody works. */
import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { startCore } from '../core.ts';
import { openExtractorHost } from '../extract/extractorHost.ts';
import { portChannel, type PortLike } from '../extract/utilityChannel.ts';
import type { ExtractorChannel } from '../extract/channel.ts';
import { type Port, PortServer } from '../ipc/portServer.ts';
import { appFolder } from './appFolder.ts';
import type { Printout } from '../jobs/tools.ts';
import type { FromCore, ToCore } from './coreMessages.ts';

/** Electron's parent port; named by shape so that this file, too, builds without Electron. */
interface ParentPort {
  postMessage(message: FromCore): void;
  on(event: 'message', listener: (event: { data: ToCore; ports: (Port & PortLike)[] }) => void): void;
}
const parent = (process as unknown as { parentPort: ParentPort }).parentPort;

const extractorSize = Math.max(1, Math.min(4, availableParallelism()));
const awaitedExtractors = new Map<string, (port: PortLike) => void>();
const openExtractors = new Map<string, PortLike>();
const awaitedPrints = new Map<string, { resolve: (pdf: Uint8Array) => void; reject: (error: Error) => void }>();

function spawnExtractor(): Promise<ExtractorChannel> {
  const id = randomUUID();
  parent.postMessage({ type: 'start-extractor', id });
  return new Promise(resolve => {
    awaitedExtractors.set(id, port => {
      openExtractors.set(id, port);
      resolve(portChannel(port, () => parent.postMessage({ type: 'end-extractor', id })));
    });
  });
}

function printPdf(printout: Printout): Promise<Uint8Array> {
  const id = randomUUID();
  parent.postMessage({ type: 'print-pdf', id, printout });
  return new Promise((resolve, reject) => awaitedPrints.set(id, { resolve, reject }));
}

const core = startCore({
  holder: 'the Probatum window',
  profileFolder: process.env['PROBATUM_PROFILE'] ?? null,
  onEvent: event => {
    server.broadcast(event);
    if (event.event === 'vault') parent.postMessage({ type: 'state', state: event.state });
  },
  tools: {
    extractor: openExtractorHost({ spawn: spawnExtractor, size: extractorSize }),
    extractorSize,
    printPdf,
    assets: appFolder(),
  },
});
const server: PortServer = new PortServer(core.dispatcher);

parent.on('message', ({ data, ports }) => {
  const [port] = ports;
  switch (data.type) {
    case 'window':
      if (port) server.serve(port);
      return;
    case 'extractor':
      if (port) awaitedExtractors.get(data.id)?.(port);
      awaitedExtractors.delete(data.id);
      return;
    case 'extractor-ended':
      openExtractors.get(data.id)?.close();
      openExtractors.delete(data.id);
      return;
    case 'grant':
      return core.grants.adopt(data.grant, data.path, data.use);
    case 'printed': {
      const waiting = awaitedPrints.get(data.id);
      awaitedPrints.delete(data.id);
      if (data.pdf) waiting?.resolve(data.pdf);
      else waiting?.reject(new Error(data.problem ?? 'printing failed'));
      return;
    }
    case 'lock':
      return void core.session.lock(data.reason);
    case 'end':
      return void core.close().finally(() => process.exit(0));
  }
});

/** Looks twice a minute whether anybody works, and tells the windows how long until it locks. */
setInterval(() => {
  const status = core.session.status();
  if (status.state !== 'open') return;
  const lockInSeconds = Math.round((status.lockAfterMinutes * 60_000 - core.session.idleMs) / 1000);
  if (lockInSeconds <= 0) void core.session.lock('Nobody worked for a while.');
  else server.broadcast({ event: 'idle', lockInSeconds });
}, 15_000);

/** Starts the core's utility process, hands windows a port to it, and makes extractor processes when it asks for one. */
import {
  app,
  BrowserWindow,
  MessageChannelMain,
  type UtilityProcess,
  utilityProcess,
  type WebContents,
} from 'electron';
import { randomUUID } from 'node:crypto';
import type { GrantedPath } from '../../shared/contract/grantedPath.ts';
import type { GrantUse } from '../ipc/pathGrants.ts';
import type { PrintPdf } from '../jobs/tools.ts';
import type { FromCore, ToCore } from './coreMessages.ts';
import { appFolder } from './appFolder.ts';
import { basename } from 'node:path';

export interface CoreHostOptions {
  printPdf: PrintPdf;
  onState: (state: string) => void;
}

export interface CoreHost {
  connect(contents: WebContents): void;
  grant(path: string, use: GrantUse): GrantedPath;
  pathOf(grant: string): string | undefined;
  lock(reason: string): void;
  end(): Promise<void>;
}

export function startCoreProcess({ printPdf, onState }: CoreHostOptions): CoreHost {
  let child = forkCore();
  let startedAt = Date.now();
  const extractors = new Map<string, UtilityProcess>();
  const grants = new Map<string, string>();
  const send = (message: ToCore, ports: Electron.MessagePortMain[] = []) => child.postMessage(message, ports);
  let gone = false;
  let ending = false;
  listen();

  function listen(): void {
    child.on('message', receive);
    child.on('exit', restart);
  }

  function receive(message: FromCore): void {
    switch (message.type) {
      case 'start-extractor':
        startExtractor(message.id);
        return;
      case 'end-extractor':
        extractors.get(message.id)?.kill();
        return;
      case 'print-pdf':
        printPdf(message.printout).then(
          pdf => send({ type: 'printed', id: message.id, pdf }),
          (error: unknown) =>
            send({ type: 'printed', id: message.id, problem: error instanceof Error ? error.message : String(error) }),
        );
        return;
      case 'state':
        onState(message.state);
        return;
    }
  }

  /** The vault is whole: SQLite rolls back what was under way. The windows start anew and ask for the passphrase. */
  function restart(): void {
    gone = true;
    for (const extractor of extractors.values()) extractor.kill();
    if (ending) return;
    // A core that cannot even start would be restarted for ever.
    if (Date.now() - startedAt < 3000) {
      app.exit(1);
      return;
    }
    child = forkCore();
    startedAt = Date.now();
    gone = false;
    listen();
    for (const window of BrowserWindow.getAllWindows()) window.webContents.reload();
  }

  /** Of its own process each: one that a document breaks takes nothing with it. The core gets the other end of its port. */
  function startExtractor(id: string): void {
    const extractor = utilityProcess.fork(appFolder('extract', 'worker.js'), [], {
      serviceName: 'Probatum extractor',
      stdio: 'ignore',
      env: {},
      execArgv: ['--max-old-space-size=768', '--disallow-code-generation-from-strings'],
    });
    extractors.set(id, extractor);
    const { port1, port2 } = new MessageChannelMain();
    extractor.once('spawn', () => extractor.postMessage({ type: 'port' }, [port1]));
    extractor.once('exit', code => {
      extractors.delete(id);
      if (!gone) send({ type: 'extractor-ended', id, code });
    });
    send({ type: 'extractor', id }, [port2]);
  }

  return {
    connect(contents) {
      const { port1, port2 } = new MessageChannelMain();
      send({ type: 'window' }, [port1]);
      contents.postMessage('probatum:core-port', null, [port2]);
    },
    grant(path, use) {
      const grant = randomUUID();
      grants.set(grant, path);
      send({ type: 'grant', grant, path, use });
      return { grant, name: basename(path) };
    },
    pathOf: grant => grants.get(grant),
    lock: reason => send({ type: 'lock', reason }),
    end() {
      ending = true;
      if (gone) return Promise.resolve();
      return new Promise(resolve => {
        child.once('exit', () => resolve());
        send({ type: 'end' });
      });
    },
  };
}

function forkCore(): UtilityProcess {
  return utilityProcess.fork(appFolder('main', 'core.js'), [], {
    serviceName: 'Probatum core',
    stdio: 'inherit',
    env: { PROBATUM_PROFILE: app.getPath('userData') },
  });
}

export function windowOf(contents: WebContents): BrowserWindow | null {
  return BrowserWindow.fromWebContents(contents);
}

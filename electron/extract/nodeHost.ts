/** Extractors in Node child processes: for the command line, the tests, and wherever Electron's own processes are not. */
import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import type { ChannelExit, ExtractorChannel } from './channel.ts';
import { type ExtractorHost, type ExtractorHostOptions, openExtractorHost } from './extractorHost.ts';

export interface NodeExtractorOptions
  extends Partial<Pick<ExtractorHostOptions, 'size' | 'documentsPerProcess' | 'residentBytesToReplace'>> {
  /** The built worker; `pdfium.wasm` lies beside it. */
  workerPath: string;
  /** The Node to run it with; this one unless told. */
  nodePath?: string;
  /** The major version of `nodePath`, where it is not this one. */
  nodeMajor?: number;
  /** Folders that the child may read besides its own: needed to run from source, never in the built app. */
  readableFolders?: string[];
  maxHeapMebibytes?: number;
}

/** V8's heap; documents themselves and WebAssembly lie outside of it and are watched by resident memory. */
const MAX_HEAP_MEBIBYTES = 768;
/** Enough of stderr to recognise V8's last words. It is never logged: it may hold text of the document. */
const STDERR_TAIL_CHARS = 4096;
const PAGE_BYTES = 4096;
/** The core writes to one database; more readers than this only wait for it. */
const MAX_DEFAULT_PROCESSES = 4;

export function openNodeExtractorHost(options: NodeExtractorOptions): ExtractorHost {
  const size = options.size ?? Math.min(MAX_DEFAULT_PROCESSES, availableParallelism());
  return openExtractorHost({ ...options, size, spawn: async () => forkExtractor(options) });
}

export function forkExtractor(options: NodeExtractorOptions): ExtractorChannel {
  const child = fork(options.workerPath, [], {
    execPath: options.nodePath ?? process.execPath,
    execArgv: nodeArguments(options),
    serialization: 'advanced',
    // Nothing of the user's environment reaches the child. Windows cannot start a process without SystemRoot.
    env: process.platform === 'win32' ? { SystemRoot: process.env.SystemRoot } : {},
    cwd: process.platform === 'win32' ? undefined : '/',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  return channelOverChild(child);
}

function nodeArguments({
  workerPath,
  nodeMajor,
  readableFolders = [],
  maxHeapMebibytes = MAX_HEAP_MEBIBYTES,
}: NodeExtractorOptions): string[] {
  const args = [`--max-old-space-size=${maxHeapMebibytes}`, '--disallow-code-generation-from-strings', '--no-warnings'];
  // Node's permission model: no writing, no child processes, no worker threads, no addons; stable under this name since 22.
  if ((nodeMajor ?? Number.parseInt(process.versions.node, 10)) >= 22) {
    args.push(
      '--permission',
      ...[dirname(workerPath), ...readableFolders].map(folder => `--allow-fs-read=${join(folder, '*')}`),
    );
  }
  return args;
}

function channelOverChild(child: ChildProcess): ExtractorChannel {
  let stderrTail = '';
  let exit: ChannelExit | undefined;
  let exitListener: ((exit: ChannelExit) => void) | undefined;
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderrTail = (stderrTail + text).slice(-STDERR_TAIL_CHARS);
  });
  const gone = () => {
    if (exit !== undefined) return;
    exit = { outOfMemory: /out of memory|Allocation failed/i.test(stderrTail) };
    exitListener?.(exit);
  };
  child.on('error', gone);
  // 'close' comes after stderr was read to its end, which 'exit' does not promise.
  child.on('close', gone);
  return {
    postMessage(message) {
      // A message to a process that is just ending is lost; its exit is reported in any case.
      if (child.connected) child.send(message as object, () => {});
    },
    onMessage: listener => child.on('message', listener),
    onExit(listener) {
      exitListener = listener;
      if (exit !== undefined) listener(exit);
    },
    kill: () => child.kill('SIGKILL'),
    residentBytes: () => residentBytesOf(child.pid),
  };
}

/** Linux tells it cheaply; elsewhere the extractor's own report between documents has to do. */
function residentBytesOf(pid: number | undefined): number | null {
  if (process.platform !== 'linux' || pid === undefined) return null;
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * PAGE_BYTES;
  } catch {
    return null;
  }
}

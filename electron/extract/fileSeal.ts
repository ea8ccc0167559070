/**
 * Takes the disk and other programs away from an extractor process before any parser is loaded. Where Node's permission
 * model holds (command line, tests) this is the second lock; in a utility process, which has no such model, the first.
 * Only what lies beside the worker may still be read: its own chunks and the files that ship with it.
 */

class SealedError extends Error {
  override readonly name = 'SealedError';
  readonly code = 'ERR_ACCESS_DENIED';
  constructor(what: string) {
    super(`The extractor may not ${what}.`);
  }
}

type Functions = Record<string, unknown>;
interface NodeLike {
  getBuiltinModule?(id: string): Functions | undefined;
}

const STARTING: [module: string, names: string[]][] = [
  ['child_process', ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']],
  ['worker_threads', ['Worker']],
  ['cluster', ['fork', 'setupPrimary', 'setupMaster']],
  ['inspector', ['open']],
];
/** Reading by a path, and listing; each takes the path first. Everything else of `fs` that takes a path changes the disk. */
const READING =
  /^(readFile|readdir|open|opendir|createReadStream|stat|lstat|statfs|access|exists|realpath|readlink|openAsBlob)(Sync)?$/;
const BY_DESCRIPTOR = /^(readv?|fstat|close|unwatchFile)(Sync)?$/;
/** Not functions that act: classes, constants, and what the runtime itself reaches for. */
const LEFT_ALONE = /^(constants|promises|Stats|Dirent|Dir|BigIntStats|_toUnixTimestamp|[A-Z].*)$/;

/** @param folder the absolute path below which reading is allowed */
export function sealFiles(folder: string): void {
  const node = (globalThis as { process?: NodeLike }).process;
  if (node?.getBuiltinModule === undefined) return;
  for (const [id, names] of STARTING) {
    const module = node.getBuiltinModule(id);
    for (const name of names) if (module !== undefined && name in module) module[name] = refusing('start programs');
  }
  const path = node.getBuiltinModule('path') as { resolve(...parts: string[]): string; sep: string };
  const url = node.getBuiltinModule('url') as { fileURLToPath(url: string | URL): string };
  const allowed = path.resolve(folder);
  const isAllowed = (target: unknown) => {
    try {
      const plain =
        target instanceof URL || String(target).startsWith('file:') ? url.fileURLToPath(target as URL) : target;
      const full = path.resolve(String(plain));
      return full === allowed || full.startsWith(`${allowed}${path.sep}`);
    } catch {
      return false;
    }
  };
  for (const id of ['fs', 'fs/promises']) {
    const module = node.getBuiltinModule(id);
    if (module !== undefined) sealModule(module, isAllowed);
  }
  const process = node as unknown as Functions;
  for (const name of ['dlopen', 'binding', '_linkedBinding', 'chdir', 'kill']) {
    if (name in process) process[name] = refusing('leave its process');
  }
  // Named imports of these modules that come later must see the refusals too.
  (node.getBuiltinModule('module') as { syncBuiltinESMExports(): void }).syncBuiltinESMExports();
}

function sealModule(module: Functions, isAllowed: (target: unknown) => boolean): void {
  for (const [name, original] of Object.entries(module)) {
    if (typeof original !== 'function' || LEFT_ALONE.test(name) || BY_DESCRIPTOR.test(name)) continue;
    const reads = READING.test(name);
    module[name] = (target: unknown, ...rest: unknown[]) => {
      if (!reads || !isAllowed(target)) throw new SealedError('touch files');
      if (/^open(Sync)?$/.test(name) && !isReading(rest[0])) throw new SealedError('write files');
      return (original as (...all: unknown[]) => unknown)(target, ...rest);
    };
  }
}

/** No flags, `r` or 0 read; everything else could write. A callback may stand in the place of the flags. */
function isReading(flags: unknown): boolean {
  return flags === undefined || flags === 'r' || flags === 'rs' || flags === 0 || typeof flags === 'function';
}

/** A function and not an arrow: some of what it stands for is called with `new`. */
function refusing(what: string): () => never {
  return function refuse(): never {
    throw new SealedError(what);
  };
}

/** The processes that a process has started, and theirs: read from /proc, so Linux only (elsewhere there are none to see). */
import { readdirSync, readFileSync } from 'node:fs';

export interface SeenProcess {
  pid: number;
  /** Its command line, arguments parted by spaces. */
  command: string;
}

/** The process itself first, then all below it. */
export function processTree(root: number): SeenProcess[] {
  const children = new Map<number, number[]>();
  for (const name of readNames('/proc')) {
    const pid = Number(name);
    const parent = Number.isInteger(pid) ? parentOf(pid) : null;
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const found: SeenProcess[] = [];
  const open = [root];
  for (let pid = open.shift(); pid !== undefined; pid = open.shift()) {
    found.push({ pid, command: read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim() });
    open.push(...(children.get(pid) ?? []));
  }
  return found;
}

/** Kills the whole tree at once, as a power cut would: nobody gets to tidy up. */
export function killTree(root: number): void {
  const all = processTree(root);
  // Held first, so that the parent cannot start another meanwhile.
  for (const { pid } of all) signal(pid, 'SIGSTOP');
  for (const { pid } of all) signal(pid, 'SIGKILL');
}

export function isRunning(pid: number): boolean {
  // A killed child that nobody has waited for yet still has its folder.
  return signal(pid, 0) && !/^State:\s+[ZX]/m.test(read(`/proc/${pid}/status`));
}

function parentOf(pid: number): number | null {
  const found = /^PPid:\s+(\d+)$/m.exec(read(`/proc/${pid}/status`));
  return found ? Number(found[1]) : null;
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function readNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/**
 * Which vault files this process has open. Subtle: on POSIX, closing any descriptor of a file gives up all locks that the
 * process holds on it (https://sqlite.org/howtocorrupt.html, 2.2), so a vault that is open must never be opened and closed
 * beside SQLite: not to look at its first page, not to admit it as evidence. Locks belong to the process; so does this list.
 */
import { lstatSync, statSync } from 'node:fs';

/** SQLite's side files, and our note beside them. */
const sideFiles = ['', '-wal', '-shm', '-journal', '.open'];
const held = new Map<string, string>();

/** Device and number: the same for a hard link, another spelling or a linked folder. Null where there is no such file. */
function fileIdentity(path: string): string | null {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat ? `${stat.dev}:${stat.ino}` : null;
}

/** What to give back is answered, since the file may have been moved in the meantime. */
export function holdFile(path: string): string | null {
  const identity = fileIdentity(path);
  if (identity) held.set(identity, path);
  return identity;
}

export function letFileGo(identity: string | null): void {
  if (identity) held.delete(identity);
}

export function isHeldFile(path: string): boolean {
  const identity = held.size > 0 ? fileIdentity(path) : null;
  return identity !== null && held.has(identity);
}

/** True for an open vault, for what stands beside it, and for another name of either. */
export function belongsToHeldVault(path: string): boolean {
  if (held.size === 0) return false;
  const places = [...held.values()].flatMap(vault => sideFiles.map(suffix => `${vault}${suffix}`));
  if (places.includes(path) || isHeldFile(path)) return true;
  const given = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  if (!given) return false;
  return places.some(place => fileIdentity(place) === `${given.dev}:${given.ino}`);
}

/** The files under what a person gave. Links and devices are not followed: a link can point anywhere on the machine. */
import type { Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';

export type Found = { kind: 'file'; path: string; name: string } | { kind: 'refused'; path: string; code: string; sentence: string };

export async function* walkFiles(roots: readonly string[], signal: AbortSignal): AsyncGenerator<Found> {
  for (const root of roots) {
    signal.throwIfAborted();
    try {
      const stat = await lstat(root);
      if (stat.isDirectory()) yield* walkFolder(root, signal);
      else yield judge(root, stat);
    } catch (error) {
      yield unreadable(root, error);
    }
  }
}

/** In the order of names, so that numbers follow what the person sees; folders one at a time, however deep. */
async function* walkFolder(root: string, signal: AbortSignal): AsyncGenerator<Found> {
  const open = [root];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    signal.throwIfAborted();
    let entries: Dirent[];
    try {
      entries = await readdir(folder, { withFileTypes: true });
    } catch (error) {
      yield unreadable(folder, error);
      continue;
    }
    entries.sort((left, right) => (left.name < right.name ? -1 : 1));
    const folders: string[] = [];
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) folders.push(path);
      else yield judge(path, entry);
    }
    open.push(...folders.reverse());
  }
}

function judge(path: string, kind: { isFile(): boolean; isSymbolicLink(): boolean }): Found {
  if (kind.isFile()) return { kind: 'file', path, name: basename(path) };
  if (kind.isSymbolicLink()) return { kind: 'refused', path, code: 'link', sentence: 'A link is not followed, since it may point anywhere. Give the file it points to.' };
  return { kind: 'refused', path, code: 'not-a-file', sentence: 'Neither a file nor a folder (a device, a pipe or a socket). Leave it out.' };
}

function unreadable(path: string, error: unknown): Found {
  const { code, sentence } = explainReading(path, error);
  return { kind: 'refused', path, code, sentence };
}

/** What the operating system said, in words that tell what to do. */
export function explainReading(path: string, error: unknown): { code: string; sentence: string } {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  switch (code) {
    case 'ENOENT':
      return { code: 'file-vanished', sentence: 'It is no longer there. Connect the medium again, or leave it out.' };
    case 'EACCES':
    case 'EPERM':
      return { code: 'file-unreadable', sentence: 'This account may not read it. Change its permissions or copy it, then retry.' };
    case 'ENAMETOOLONG':
      return { code: 'file-unreadable', sentence: 'Its path is too long for this system. Move it nearer to the root, then retry.' };
    case 'EIO':
      return { code: 'file-unreadable', sentence: 'The medium failed while it was read. Copy it with a recovery tool, then retry.' };
    default:
      return { code: 'file-unreadable', sentence: `It could not be read (${code ?? 'unknown reason'}). Check ${basename(path)} and retry.` };
  }
}

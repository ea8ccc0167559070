/** The files under what a person gave. Links and devices are not followed: a link can point anywhere on the machine. */
import type { Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';

/** Linux knows names as bytes, and some are no UTF-8 (a disk from an old system): such a file opens by its bytes only. */
export type GivenPath = string | Buffer;

/** `path` and `name` are for people and for the record; `place` opens the file. */
export type Found =
  | { kind: 'file'; path: string; name: string; place: GivenPath }
  | { kind: 'refused'; path: string; code: string; sentence: string };

interface Folder {
  path: string;
  place: GivenPath;
}

export async function* walkFiles(roots: readonly string[], signal: AbortSignal): AsyncGenerator<Found> {
  for (const root of roots) {
    signal.throwIfAborted();
    try {
      const stat = await lstat(root);
      if (stat.isDirectory()) yield* walkFolder(root, signal);
      else yield judge({ path: root, place: root }, stat);
    } catch (error) {
      signal.throwIfAborted();
      yield unreadable(root, error);
    }
  }
}

/** In the order of names, so that numbers follow what the person sees; folders one at a time, however deep. */
async function* walkFolder(root: string, signal: AbortSignal): AsyncGenerator<Found> {
  const open: Folder[] = [{ path: root, place: root }];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    signal.throwIfAborted();
    let entries: Dirent<Buffer>[];
    try {
      entries = await readdir(folder.place, { withFileTypes: true, encoding: 'buffer' });
    } catch (error) {
      yield unreadable(folder.path, error);
      continue;
    }
    const { path, place } = folder;
    const named = entries.map(entry => ({ entry, shown: shownName(entry.name) }));
    named.sort((left, right) => (left.shown < right.shown ? -1 : 1));
    const folders: Folder[] = [];
    for (const { entry, shown } of named) {
      const inside = { path: join(path, shown), place: placeIn(place, entry.name, shown) };
      if (entry.isDirectory()) folders.push(inside);
      else yield judge(inside, entry);
    }
    open.push(...folders.reverse());
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Bytes that are no UTF-8 are written `\xE9`, so that two such names stay two. */
function shownName(name: Buffer): string {
  try {
    return utf8.decode(name);
  } catch {
    return Array.from(name, byte =>
      byte >= 0x20 && byte < 0x7f
        ? String.fromCharCode(byte)
        : `\\x${byte.toString(16).toUpperCase().padStart(2, '0')}`,
    ).join('');
  }
}

function placeIn(folder: GivenPath, name: Buffer, shown: string): GivenPath {
  const isText = Buffer.from(shown, 'utf8').equals(name);
  if (typeof folder === 'string' && isText) return join(folder, shown);
  return Buffer.concat([Buffer.from(folder), Buffer.from(sep), name]);
}

function judge({ path, place }: Folder, kind: { isFile(): boolean; isSymbolicLink(): boolean }): Found {
  if (kind.isFile()) return { kind: 'file', path, name: basename(path), place };
  if (kind.isSymbolicLink())
    return {
      kind: 'refused',
      path,
      code: 'link',
      sentence: 'A link is not followed, since it may point anywhere. Give the file it points to.',
    };
  return {
    kind: 'refused',
    path,
    code: 'not-a-file',
    sentence: 'Neither a file nor a folder (a device, a pipe or a socket). Leave it out.',
  };
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
    case 'ENOTDIR':
      return { code: 'file-vanished', sentence: 'It is no longer there. Connect the medium again, or leave it out.' };
    case 'EACCES':
    case 'EPERM':
      return {
        code: 'file-unreadable',
        sentence: 'This account may not read it. Change its permissions or copy it, then retry.',
      };
    case 'ELOOP':
      return {
        code: 'link',
        sentence: 'A link is not followed, since it may point anywhere. Give the file it points to.',
      };
    case 'ENAMETOOLONG':
      return {
        code: 'file-unreadable',
        sentence: 'Its path is too long for this system. Move it nearer to the root, then retry.',
      };
    case 'EIO':
      return {
        code: 'file-unreadable',
        sentence: 'The medium failed while it was read. Copy it with a recovery tool, then retry.',
      };
    default:
      return {
        code: 'file-unreadable',
        sentence: `It could not be read (${code ?? 'unknown reason'}). Check ${basename(path)} and retry.`,
      };
  }
}

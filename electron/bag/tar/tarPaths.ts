/** The names in one TAR: each safe to follow, and no two that would become one file, or a file and a folder, somewhere. */
import { collisionKey, unsafePathReason } from '../bagPath.ts';

export class TarPaths {
  readonly #files = new Set<string>();
  readonly #folders = new Set<string>();

  /** Why the path cannot stand in this TAR; undefined where it can, and from then on it is taken. */
  claim(path: string): string | undefined {
    const reason = unsafePathReason(path);
    if (reason) return reason;
    const key = collisionKey(path);
    const folders = foldersOf(key);
    if (this.#files.has(key)) return 'is there twice, or twice but for case or Unicode form';
    if (this.#folders.has(key) || folders.some(folder => this.#files.has(folder))) return 'is both a file and a folder';
    this.#files.add(key);
    for (const folder of folders) this.#folders.add(folder);
    return undefined;
  }
}

function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

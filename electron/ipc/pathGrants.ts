/**
 * Paths that a person chose in a dialog, by a drop, or on the command line. The window holds only tokens
 * (shared/contract/grantedPath.ts); a path that was not granted cannot be read or written through an operation.
 */
import { randomUUID } from 'node:crypto';
import { basename, resolve } from 'node:path';
import type { GrantedPath } from '../../shared/contract/grantedPath.ts';
import { belongsToHeldVault } from '../db/heldFiles.ts';
import { ProbatumError } from '../../shared/kernel/errors.ts';

export class PathGrants {
  readonly #paths = new Map<string, string>();

  grant(path: string): GrantedPath {
    const grant = randomUUID();
    this.adopt(grant, path);
    return { grant, name: basename(path) };
  }

  /** Takes over a token that the main process made. */
  adopt(grant: string, path: string): void {
    this.#paths.set(grant, resolve(path));
  }

  /** @throws path-not-granted */
  pathOf(granted: GrantedPath): string {
    const path = this.#paths.get(granted.grant);
    if (path === undefined) throw new ProbatumError('path-not-granted', {});
    return path;
  }

  /** The same for a place that will be written: the vault that is open is not overwritten, whatever a dialog confirmed. @throws path-not-granted, place-is-vault */
  placeOf(granted: GrantedPath): string {
    const path = this.pathOf(granted);
    if (belongsToHeldVault(path)) throw new ProbatumError('place-is-vault', { path });
    return path;
  }
}

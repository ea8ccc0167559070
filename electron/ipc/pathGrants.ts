/**
 * Paths that a person chose in a dialog, by a drop, or on the command line. The window holds only tokens
 * (shared/contract/grantedPath.ts); a path that was not granted cannot be read or written through an operation.
 */
import { randomUUID } from 'node:crypto';
import { basename, resolve } from 'node:path';
import type { GrantedPath } from '../../shared/contract/grantedPath.ts';
import type { Grants } from '../services/host.ts';
import { belongsToHeldVault } from '../services/vault/index.ts';
import { ProbatumError } from '../../shared/kernel/errors.ts';

/** What was chosen to be read (evidence dropped on the window) is never written to, whatever the page asks. */
export type GrantUse = 'read' | 'write' | 'any';

export class PathGrants implements Grants {
  readonly #paths = new Map<string, string>();
  readonly #readOnly = new Set<string>();

  /** For our own code: the command line's arguments, and tests. */
  grant(path: string, use: GrantUse = 'any'): GrantedPath {
    const grant = randomUUID();
    this.adopt(grant, path, use);
    return { grant, name: basename(path) };
  }

  /** Takes over a token that the main process made. */
  adopt(grant: string, path: string, use: GrantUse): void {
    this.#paths.set(grant, resolve(path));
    if (use === 'read') this.#readOnly.add(grant);
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
    if (this.#readOnly.has(granted.grant)) throw new ProbatumError('path-not-granted', {});
    if (belongsToHeldVault(path)) throw new ProbatumError('place-is-vault', { path });
    return path;
  }
}

/** A backup: written beside its place, checked page by page, and given its name only when it is whole. */
import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type Database from '@signalapp/sqlcipher';
import { ProbatumError } from '../../shared/kernel/errors.ts';
import { findDamage } from './findDamage.ts';
import { explainPlace } from './explainFailure.ts';
import { openPages } from './openPages.ts';
import type { VaultKey } from './vaultKey.ts';

/** @throws vault-exists, disk-full, place-unwritable, vault-damaged */
export function writeCopy(db: Database, path: string, key: VaultKey): void {
  if (existsSync(path)) throw new ProbatumError('vault-exists', { path });
  const partial = `${path}.${randomBytes(4).toString('hex')}.partial`;
  try {
    // SQLite says "unable to open" for a folder that is missing and for one that is shut.
    accessSync(dirname(path), constants.W_OK);
    db.prepare('VACUUM INTO $path').run({ path: partial } as never);
    checkCopy(partial, key);
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    throw explainPlace(error, path);
  }
}

function checkCopy(partial: string, key: VaultKey): void {
  const copy = openPages(partial, key);
  try {
    const [damage] = findDamage(copy);
    if (damage) throw new ProbatumError('vault-damaged', { path: partial, problem: damage });
  } finally {
    copy.close();
  }
}

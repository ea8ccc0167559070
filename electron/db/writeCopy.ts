/** A backup: written beside its place, checked page by page, and given its name only when it is whole. */
import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { ProbatumError } from '../../shared/kernel/errors.ts';
import { type AskedPages, findDamage } from './findDamage.ts';
import { explainPlace } from './explainFailure.ts';

interface CopiedPages {
  prepare(sql: string): { run(parameters: never): unknown };
}
type OpenCopy = (path: string) => AskedPages & { close(): void };

/** @throws vault-exists, disk-full, place-unwritable, vault-damaged */
export function writeCopy(db: CopiedPages, path: string, openCopy: OpenCopy): void {
  if (existsSync(path)) throw new ProbatumError('vault-exists', { path });
  const partial = `${path}.${randomBytes(4).toString('hex')}.partial`;
  try {
    // SQLite says "unable to open" for a folder that is missing and for one that is shut.
    accessSync(dirname(path), constants.W_OK);
    db.prepare('VACUUM INTO $path').run({ path: partial } as never);
    checkCopy(partial, openCopy);
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    throw explainPlace(error, path);
  }
}

function checkCopy(partial: string, openCopy: OpenCopy): void {
  const copy = openCopy(partial);
  try {
    const [damage] = findDamage(copy);
    if (damage) throw new ProbatumError('vault-damaged', { path: partial, problem: damage });
  } finally {
    copy.close();
  }
}

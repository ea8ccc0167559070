/** Writes a file beside its place, and moves it there only when it is whole and on record. */
import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { explainPlace } from '../db/explainFailure.ts';

export function asidePath(path: string): string {
  return `${path}.${randomBytes(4).toString('hex')}.partial`;
}

/** `record` runs between writing and renaming: what has its name has its custody event. */
export async function writeAside(path: string, bytes: Uint8Array, record: () => void): Promise<void> {
  const partial = asidePath(path);
  await removeOnFailure(
    partial,
    async () => {
      const file = await open(partial, 'wx', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      record();
      await rename(partial, path);
    },
    path,
  );
}

export async function removeOnFailure<Result>(
  partial: string,
  steps: () => Promise<Result>,
  path: string,
): Promise<Result> {
  try {
    return await steps();
  } catch (error) {
    await rm(partial, { force: true });
    throw explainPlace(error, path);
  }
}

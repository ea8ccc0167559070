/** Whether every byte stream comes out as it went in. */
import { createHash } from 'node:crypto';
import { createReadStream, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { AdmissionRow } from '../../shared/contract/exhibit.ts';
import type { Core } from '../../electron/core.ts';

export interface ByteComparison {
  equal: number;
  bytes: number;
  different: string[];
}

/** Exports the exhibit of each path that was admitted or linked and compares digest and size with the file that was given. */
export async function compareBytes(
  core: Core,
  rows: readonly AdmissionRow[],
  scratch: string,
): Promise<ByteComparison> {
  const result: ByteComparison = { equal: 0, bytes: 0, different: [] };
  const exported = join(scratch, 'exported');
  for (const { path, exhibitId } of rows) {
    if (exhibitId === null) continue;
    await core.dispatcher.run('exhibit.export', { exhibitId, to: core.grants.grant(exported) });
    const { size } = statSync(path);
    const same = statSync(exported).size === size && (await digestOf(exported)) === (await digestOf(path));
    rmSync(exported);
    if (same) {
      result.equal += 1;
      result.bytes += size;
    } else result.different.push(path);
  }
  return result;
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

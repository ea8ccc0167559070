/** A bag that lies unpacked in a folder. Links are reported, never followed: what they point to is not in the bag. */
import { createReadStream } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BagSource, SourceFile } from './bagSource.ts';
import { type Findings, UnreadableFile } from './bagVerdict.ts';

export async function openFolder(root: string, findings: Findings): Promise<BagSource> {
  const files: SourceFile[] = [];
  await collect(root, '', files, findings);
  return { files, read: path => readFile(join(root, path)) };
}

async function collect(root: string, folder: string, files: SourceFile[], findings: Findings): Promise<void> {
  const names = await readdir(join(root, folder));
  for (const name of names.sort()) {
    const path = folder === '' ? name : `${folder}/${name}`;
    const stat = await lstat(join(root, path));
    if (stat.isDirectory()) await collect(root, path, files, findings);
    else if (stat.isFile()) files.push({ path, sizeBytes: stat.size });
    else
      findings.problem(
        'path-unsafe',
        `${path} is a link or a device, not a file; its content is not in the bag.`,
        path,
      );
  }
}

async function* readFile(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: 256 * 1024 });
  } catch (error) {
    throw new UnreadableFile('file-unreadable', 'could not be read from the disk', { cause: error });
  }
}

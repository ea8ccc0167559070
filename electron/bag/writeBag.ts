/** Writes a bag (RFC 8493) as one ZIP: aside first, renamed when whole, the same bytes for the same content. */
import { randomBytes } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { BagContents, type BagToFill, requireFolderName } from './bagContents.ts';
import { isWorthCompressing } from './bagPath.ts';
import { ZipWriter } from './zip/zipWriter.ts';

export interface BagToWrite extends BagToFill {
  /** The ZIP to write; an existing file is replaced once the new one is whole. */
  out: string;
  /** The one folder that holds the bag; taken from the name of the ZIP when absent. */
  name?: string;
}

export interface WrittenBag {
  sha256OfZip: string;
  sizeBytes: number;
  /** Bytes and files of the payload, as in bag-info.txt: "279164.21". */
  payloadOxum: string;
  files: number;
}

export async function writeBag(bag: BagToWrite): Promise<WrittenBag> {
  const partial = `${bag.out}.${randomBytes(4).toString('hex')}.partial`;
  const file = await open(partial, 'wx+');
  try {
    const written = await writeInto(file, bag);
    await file.sync();
    await file.close();
    bag.signal?.throwIfAborted();
    await rename(partial, bag.out);
    await syncFolder(dirname(bag.out));
    return written;
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(partial, { force: true });
    throw error;
  }
}

async function writeInto(file: FileHandle, bag: BagToWrite): Promise<WrittenBag> {
  const folder = requireFolderName(bag.name ?? basename(bag.out).replace(/\.zip$/i, ''));
  const contents = new BagContents(bag);
  const zip = new ZipWriter(file);
  for await (const { path, bytes, sizeBytes } of contents) {
    const known = bytes instanceof Uint8Array ? bytes.length : sizeBytes;
    await zip.add({ name: `${folder}/${path}`, bytes, sizeBytes: known, compress: isWorthCompressing(path) });
  }
  const { sha256, sizeBytes } = await zip.finish(bag.signal);
  return { sha256OfZip: sha256, sizeBytes, payloadOxum: contents.payloadOxum, files: contents.payload.files };
}

/** So that the new name outlives a power cut; Windows cannot open a folder, and does without. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

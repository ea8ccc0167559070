/** Writes a bag (RFC 8493) as one ZIP: aside first, renamed when whole, the same bytes for the same content. */
import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { BagContents, type BagToFill, requireFolderName, type StartDigests } from './bagContents.ts';
import { isWorthCompressing } from './bagPath.ts';
import { ZipInThread } from './zip/zipInThread.ts';
import { type WrittenZip, type ZipEntry, ZipWriter } from './zip/zipWriter.ts';

export interface BagToWrite extends Omit<BagToFill, 'startDigests'> {
  /** The ZIP to write; an existing file is replaced once the new one is whole. */
  out: string;
  /** The one folder that holds the bag; taken from the name of the ZIP when absent. */
  name?: string;
  /** The built `zip/zipThread.ts`, to pack, hash and write in a thread of its own. */
  threadPath?: string | undefined;
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
  bag.signal?.throwIfAborted();
  const zip = bag.threadPath ? new ZipInThread(bag.threadPath, { path: partial }) : await zipHere(partial);
  try {
    const written = await writeInto(zip, bag);
    bag.signal?.throwIfAborted();
    await rename(partial, bag.out);
    await syncFolder(dirname(bag.out));
    return written;
  } catch (error) {
    await zip.stop().catch(() => undefined);
    await rm(partial, { force: true });
    throw error;
  }
}

interface BagZip {
  add(entry: ZipEntry): Promise<void>;
  startDigests?: StartDigests;
  /** The file is whole, on the disk and closed once this resolves. */
  finish(signal?: AbortSignal): Promise<WrittenZip>;
  /** The file is closed once this settles. */
  stop(): Promise<void>;
}

async function zipHere(path: string): Promise<BagZip> {
  const file = await open(path, 'wx+');
  const zip = new ZipWriter(file);
  return {
    add: entry => zip.add(entry),
    finish: async signal => {
      const written = await zip.finish(signal);
      await file.sync();
      await file.close();
      return written;
    },
    stop: () => file.close(),
  };
}

async function writeInto(zip: BagZip, bag: BagToWrite): Promise<WrittenBag> {
  const folder = requireFolderName(bag.name ?? basename(bag.out).replace(/\.zip$/i, ''));
  const contents = new BagContents({ ...bag, startDigests: zip.startDigests?.bind(zip) });
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

/** Writes a bag (RFC 8493) as one ZIP: aside first, renamed when whole, the same bytes for the same content. */
import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { BAGIT_TXT, bagInfoText, type ManifestLine, manifestText } from './bagFiles.ts';
import { collisionKey, isWorthCompressing, unsafePathReason } from './bagPath.ts';
import { ZipWriter } from './zip/zipWriter.ts';

const ALGORITHMS = ['sha256', 'sha512'] as const;

export interface BagEntry {
  /** `data/…`, or a tag file such as `signatures/manifest.sig`. */
  path: string;
  bytes: AsyncIterable<Uint8Array> | Uint8Array;
  /** Tell it where it is known: entries of unknown size get a wider header, and a differing size is an error. */
  sizeBytes?: number;
}

export interface BagToWrite {
  /** The ZIP to write; an existing file is replaced once the new one is whole. */
  out: string;
  /** The one folder that holds the bag; taken from the name of the ZIP when absent. */
  name?: string;
  /** bag-info.txt in this order; Payload-Oxum is added. Give Bagging-Date and Bag-Software-Agent. */
  info: Record<string, string>;
  /** In the order in which they shall stand in the ZIP. */
  entries: AsyncIterable<BagEntry> | Iterable<BagEntry>;
  signal?: AbortSignal;
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
  const writer = new BagWriter(new ZipWriter(file), bag);
  await writer.add({ path: 'bagit.txt', bytes: Buffer.from(BAGIT_TXT) });
  for await (const entry of bag.entries) await writer.add(entry);
  const payloadOxum = `${writer.payload.bytes}.${writer.payload.files}`;
  await writer.add({
    path: 'bag-info.txt',
    bytes: Buffer.from(bagInfoText({ ...bag.info, 'Payload-Oxum': payloadOxum })),
  });
  for (const algorithm of ALGORITHMS) await writer.addPayloadManifest(algorithm);
  const tagManifests = ALGORITHMS.map(algorithm => [algorithm, manifestText(writer.lines.tag[algorithm])] as const);
  for (const [algorithm, text] of tagManifests) {
    await writer.add({ path: `tagmanifest-${algorithm}.txt`, bytes: Buffer.from(text) });
  }
  const { sha256, sizeBytes } = await writer.zip.finish(bag.signal);
  return { sha256OfZip: sha256, sizeBytes, payloadOxum, files: writer.payload.files };
}

class BagWriter {
  readonly zip: ZipWriter;
  readonly payload = { files: 0, bytes: 0 };
  readonly lines = { payload: noLines(), tag: noLines() };
  readonly #folder: string;
  readonly #taken = new Map<string, string>();
  readonly #signal: AbortSignal | undefined;

  constructor(zip: ZipWriter, bag: BagToWrite) {
    this.zip = zip;
    this.#folder = bag.name ?? basename(bag.out).replace(/\.zip$/i, '');
    this.#signal = bag.signal;
    const reason = this.#folder.includes('/') ? 'holds a slash' : unsafePathReason(this.#folder);
    if (reason) throw new Error(`the name of the bag ${reason}: ${JSON.stringify(this.#folder)}`);
  }

  async addPayloadManifest(algorithm: (typeof ALGORITHMS)[number]): Promise<void> {
    const text = manifestText(this.lines.payload[algorithm]);
    await this.add({ path: `manifest-${algorithm}.txt`, bytes: Buffer.from(text) });
  }

  async add(entry: BagEntry): Promise<void> {
    this.#signal?.throwIfAborted();
    this.#claim(entry.path);
    const hashes = ALGORITHMS.map(algorithm => createHash(algorithm));
    const isPayload = entry.path.startsWith('data/');
    const whole = entry.bytes instanceof Uint8Array ? entry.bytes : undefined;
    const source = whole ? [whole] : (entry.bytes as AsyncIterable<Uint8Array>);
    const { payload } = this;
    const signal = this.#signal;
    async function* measured(): AsyncGenerator<Uint8Array> {
      for await (const piece of source) {
        signal?.throwIfAborted();
        for (const hash of hashes) hash.update(piece);
        if (isPayload) payload.bytes += piece.length;
        yield piece;
      }
    }
    await this.zip.add({
      name: `${this.#folder}/${entry.path}`,
      bytes: measured(),
      sizeBytes: whole?.length ?? entry.sizeBytes,
      compress: isWorthCompressing(entry.path),
    });
    if (isPayload) payload.files += 1;
    const lines = isPayload ? this.lines.payload : this.lines.tag;
    ALGORITHMS.forEach((algorithm, index) => {
      lines[algorithm].push({ path: entry.path, digest: hashes[index]?.digest('hex') ?? '' });
    });
  }

  /** Each path once, also on file systems that ignore case: a bag that unpacks to fewer files is broken. */
  #claim(path: string): void {
    const reason = unsafePathReason(path);
    if (reason) throw new Error(`a path in the bag ${reason}: ${JSON.stringify(path)}`);
    const taken = this.#taken.get(collisionKey(path));
    if (taken !== undefined) throw new Error(`two entries of the bag would meet: ${taken} and ${path}`);
    this.#taken.set(collisionKey(path), path);
  }
}

function noLines(): Record<(typeof ALGORITHMS)[number], ManifestLine[]> {
  return { sha256: [], sha512: [] };
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

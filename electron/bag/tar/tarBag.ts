/** Writes a bag as one TAR, in a stream: for archives, which encrypt it on its way to the disk. */
import { BagContents, type BagEntry, type BagToFill, requireFolderName } from '../bagContents.ts';
import { type TarEntry, tarStream } from './tarStream.ts';

export interface BagToStream extends BagToFill {
  /** The one folder that holds the bag. */
  name: string;
  /** A TAR states the size of a file before its bytes. */
  entries: AsyncIterable<SizedEntry> | Iterable<SizedEntry>;
}

export type SizedEntry = BagEntry & { sizeBytes: number };

/** Answers, when it is done, the bytes and files of the payload as in bag-info.txt. */
export async function* tarBag(bag: BagToStream): AsyncGenerator<Uint8Array, { payloadOxum: string; files: number }> {
  const folder = requireFolderName(bag.name);
  const contents = new BagContents(bag);
  yield* tarStream(inFolder(folder, contents), bag.signal);
  return { payloadOxum: contents.payloadOxum, files: contents.payload.files };
}

async function* inFolder(folder: string, contents: BagContents): AsyncGenerator<TarEntry> {
  for await (const { path, bytes, sizeBytes } of contents) {
    const size = bytes instanceof Uint8Array ? bytes.length : sizeBytes;
    if (size === undefined) throw new Error(`${path}: its size must be told before its bytes`);
    yield { path: `${folder}/${path}`, sizeBytes: size, bytes };
  }
}

/** Writes a bag as one TAR, in a stream: for archives, which encrypt it on its way to the disk. */
import { BagContents, type BagEntry, type BagToFill, requireFolderName, type StartDigests } from '../bagContents.ts';
import { type TarEntry, tarStream } from './tarStream.ts';

/** Starts with the next byte that is yielded; `end` is called before the byte behind the last one is. */
export type StartSha256 = () => { end(): void; sha256(): Promise<string> };

export interface BagToStream extends Omit<BagToFill, 'startDigests'> {
  /** The one folder that holds the bag. */
  name: string;
  /** A TAR states the size of a file before its bytes. */
  entries: AsyncIterable<SizedEntry> | Iterable<SizedEntry>;
  /** As `startDigests`, where the payload is listed by sha256 alone. */
  startSha256?: StartSha256 | undefined;
}

export type SizedEntry = BagEntry & { sizeBytes: number };

/** Answers, when it is done, the bytes and files of the payload as in bag-info.txt. */
export async function* tarBag({
  startSha256,
  ...bag
}: BagToStream): AsyncGenerator<Uint8Array, { payloadOxum: string; files: number }> {
  const folder = requireFolderName(bag.name);
  const contents = new BagContents({ ...bag, startDigests: startSha256 && onlySha256(startSha256) });
  yield* tarStream(inFolder(folder, contents), bag.signal);
  return { payloadOxum: contents.payloadOxum, files: contents.payload.files };
}

function onlySha256(start: StartSha256): StartDigests {
  return () => {
    const passing = start();
    return { end: () => passing.end(), digests: async () => ({ sha256: await passing.sha256() }) };
  };
}

async function* inFolder(folder: string, contents: BagContents): AsyncGenerator<TarEntry> {
  for await (const { path, bytes, sizeBytes } of contents) {
    const size = bytes instanceof Uint8Array ? bytes.length : sizeBytes;
    if (size === undefined) throw new Error(`${path}: its size must be told before its bytes`);
    yield { path: `${folder}/${path}`, sizeBytes: size, bytes };
  }
}

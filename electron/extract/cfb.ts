/**
 * Reads compound files (OLE, [MS-CFB]), the container of the old office formats, of Hangul documents, of Outlook
 * messages and of protected office documents. What a directory claims is taken no further than the file itself reaches.
 */
import type { ByteReader } from './byteReader.ts';
import { type CompoundEntry, parseDirectory } from './cfbDirectory.ts';
import { damagedCompound, openSectors } from './cfbSectors.ts';
import { ExtractionFailure } from './extractionFailure.ts';

export type { CompoundEntry } from './cfbDirectory.ts';

/** Half a million entries; installers, the largest kind, have some thousands. */
const MAX_DIRECTORY_BYTES = 64 * 1024 * 1024;
/** Streams do not share sectors in an honest file. Reading more than this of it means that they do. */
const READ_ALLOWANCE_BYTES = 64 * 1024 * 1024;

export interface CompoundFile {
  root: CompoundEntry;
  /** By names from the root, in any case as the format has it; the first of several that are alike. */
  find(...path: string[]): CompoundEntry | undefined;
  read(stream: CompoundEntry): Promise<Uint8Array>;
  /** The beginning of a stream. */
  readHead(stream: CompoundEntry, bytes: number): Promise<Uint8Array>;
}

/** @param warn one sentence on each thing that is damaged but can be read around */
export async function openCompoundFile(source: ByteReader, warn: (sentence: string) => void): Promise<CompoundFile> {
  const sectors = await openSectors(source);
  const directory = await sectors.readChain(sectors.directoryStart, MAX_DIRECTORY_BYTES);
  if (directory.byteLength === 0) throw damagedCompound();
  if (directory.byteLength === MAX_DIRECTORY_BYTES) {
    throw new ExtractionFailure('too-large', 'The document holds more than half a million parts; it was not opened.');
  }
  const root = parseDirectory(directory, sectors.hasWideSizes, () =>
    warn('The directory of the document is damaged; parts that it does not lead to were not read.'),
  );
  let mini: { stream: Uint8Array; table: DataView } | undefined;
  let bytesRead = 0;

  /** Loaded with the first small stream, and kept: it is shared by all of them. */
  async function openMini(): Promise<{ stream: Uint8Array; table: DataView }> {
    if (mini === undefined) {
      const stream = await sectors.readChain(root.startSector, root.sizeBytes);
      const miniSectors = Math.ceil(stream.byteLength / sectors.miniSectorBytes);
      const table = await sectors.readChain(sectors.miniTableStart, miniSectors * 4);
      mini = { stream, table: new DataView(table.buffer, table.byteOffset, table.byteLength) };
    }
    return mini;
  }

  async function readMini(start: number, length: number): Promise<Uint8Array> {
    const { stream, table } = await openMini();
    const step = sectors.miniSectorBytes;
    const whole = new Uint8Array(Math.min(length, stream.byteLength));
    const seen = new Set<number>();
    let filled = 0;
    let sector = start;
    while (filled < whole.byteLength && sector * step < stream.byteLength) {
      if (seen.has(sector)) {
        throw new ExtractionFailure('unreadable', 'The document is damaged: one of its streams runs in a circle.');
      }
      seen.add(sector);
      const piece = stream.subarray(sector * step, Math.min((sector + 1) * step, sector * step + length - filled));
      whole.set(piece, filled);
      filled += piece.byteLength;
      if (sector * 4 + 4 > table.byteLength) break;
      sector = table.getUint32(sector * 4, true);
    }
    return whole.subarray(0, filled);
  }

  async function readHead(stream: CompoundEntry, bytes: number): Promise<Uint8Array> {
    if (stream.kind !== 'stream') return new Uint8Array(0);
    const length = Math.min(bytes, stream.sizeBytes);
    const isSmall = stream.sizeBytes < sectors.miniCutoffBytes;
    const found = await (isSmall
      ? readMini(stream.startSector, length)
      : sectors.readChain(stream.startSector, length));
    bytesRead += found.byteLength;
    if (bytesRead > source.sizeBytes * 4 + READ_ALLOWANCE_BYTES) {
      throw new ExtractionFailure(
        'too-large',
        'The parts of this document overlap, as archive bombs do; it was not read further.',
      );
    }
    return found;
  }

  return {
    root,
    find: (...path) =>
      path.reduce<CompoundEntry | undefined>(
        (storage, name) => storage?.children.find(entry => sameName(entry.name, name)),
        root,
      ),
    readHead,
    async read(stream) {
      const bytes = await readHead(stream, stream.sizeBytes);
      if (bytes.byteLength < stream.sizeBytes) {
        warn(
          `The document is cut short or damaged: ${bytes.byteLength} of ${stream.sizeBytes} bytes of its part “${shownName(stream.name)}” are there.`,
        );
      }
      return bytes;
    },
  };
}

export function sameName(a: string, b: string): boolean {
  return a === b || a.toUpperCase() === b.toUpperCase();
}

/** Names begin with a control character where the system, not the program, wrote the stream. */
function shownName(name: string): string {
  return name.replace(/[\0-\x1f]/g, '').trim();
}

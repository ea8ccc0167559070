/**
 * A file that was compressed by itself: GZ, BZ2, XZ, LZ4, Z. Where a TAR is inside, its members are what people expect
 * to find, and both layers are one exhibit; otherwise the file is the only member.
 */
import type { ByteReader } from '../../byteReader.ts';
import { ExtractionFailure } from '../../extractionFailure.ts';
import type { ExtractContext } from '../../extractor.ts';
import { expandCompress } from './compress.ts';
import { openExpansionMeter } from './expansionMeter.ts';
import { openFiltered } from './filtered.ts';
import { expandGzip, readGzipHeader } from './gzip.ts';
import { expandLz4 } from './lz4.ts';
import { memberLabel, readNames } from './memberNames.ts';
import { MemberProblem, type OpenArchive } from './members.ts';
import { openTarStream } from './tar.ts';
import { isTarHeader } from './tarEntries.ts';
import { utcTime } from './times.ts';

interface Compression {
  format: string;
  suffixes: RegExp;
  /** Its reader has seen all of the data before it yields any. */
  isTested: boolean;
  open(context: Pick<ExtractContext, 'source' | 'assets' | 'limits' | 'warn'>): () => AsyncIterable<Uint8Array>;
}

const COMPRESSIONS: Record<string, Compression> = {
  'application/gzip': {
    format: 'GZ',
    suffixes: /\.(gz|gzip|z)$/i,
    isTested: false,
    open:
      ({ source, warn }) =>
      () =>
        expandGzip(source, warn),
  },
  'application/x-bzip2': {
    format: 'BZ2',
    suffixes: /\.(bz2|bz)$/i,
    isTested: true,
    open: context => openFiltered('bzip2', context),
  },
  'application/x-xz': {
    format: 'XZ',
    suffixes: /\.xz$/i,
    isTested: true,
    open: context => openFiltered('xz', context),
  },
  'application/x-lz4': {
    format: 'LZ4',
    suffixes: /\.lz4$/i,
    isTested: false,
    open:
      ({ source }) =>
      () =>
        expandLz4(source),
  },
  'application/x-compress': {
    format: 'Z',
    suffixes: /\.z$/i,
    isTested: false,
    open:
      ({ source }) =>
      () =>
        expandCompress(source),
  },
};

/** Suffixes that stand for a TAR inside, and what they become. */
const TAR_SUFFIX = /\.(tgz|taz|tbz2?|tb2|txz)$/i;
const BLOCK_BYTES = 512;
const COUNTED_BYTES = 64 * 1024;

/** @throws ExtractionFailure */
export async function openCompressed(context: ExtractContext): Promise<OpenArchive> {
  const compression = COMPRESSIONS[context.detected.mediaType];
  if (compression === undefined) throw new Error(`no such compression: ${context.detected.mediaType}`);
  const { format } = compression;
  const { source, assets, limits, warn } = context;
  const counted = countReading(source);
  const open = compression.open({ source: counted.source, assets, limits, warn });
  const expand = () => {
    counted.restart();
    const readBytes = compression.isTested ? undefined : counted.readBytes;
    return openExpansionMeter(limits).measure(open(), source.sizeBytes, readBytes);
  };
  try {
    if (isTarHeader(await firstBlock(expand()))) return await openTarStream(context, `TAR.${format}`, expand);
  } catch (error) {
    if (!(error instanceof MemberProblem)) throw error;
    throw new ExtractionFailure(
      'unreadable',
      'The compressed data are damaged or cut short; nothing could be unpacked.',
    );
  }
  const header = format === 'GZ' ? await readGzipHeader(context.source) : { name: null, modifiedSeconds: 0 };
  return {
    engine: 'probatum-archive',
    format,
    members: [
      {
        name: nameOf(header.name, context, compression.suffixes),
        isFolder: false,
        sizeBytes: null,
        packedBytes: context.source.sizeBytes,
        modifiedAt: utcTime(header.modifiedSeconds),
        obstacle: null,
      },
    ],
    isTested: compression.isTested,
    async *contents() {
      yield { index: 0, read: expand };
    },
  };
}

export function damagedFile(): ExtractionFailure {
  return new ExtractionFailure(
    'unreadable',
    'The compressed data are damaged or cut short; nothing could be unpacked.',
  );
}

/** Tells how far into the file a decompressor has got, to within a step. */
function countReading(source: ByteReader) {
  let readBytes = 0;
  async function* chunks(): ReturnType<ByteReader['chunks']> {
    for await (const { offset, bytes } of source.chunks()) {
      for (let at = 0; at < bytes.byteLength; at += COUNTED_BYTES) {
        const step = bytes.subarray(at, at + COUNTED_BYTES);
        readBytes += step.byteLength;
        yield { offset: offset + at, bytes: step };
      }
    }
  }
  return {
    source: {
      ...source,
      chunks,
      async read(offset: number, length: number) {
        const bytes = await source.read(offset, length);
        readBytes += bytes.byteLength;
        return bytes;
      },
    },
    readBytes: () => readBytes,
    restart() {
      readBytes = 0;
    },
  };
}

async function firstBlock(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const block = new Uint8Array(BLOCK_BYTES);
  let filled = 0;
  for await (const piece of pieces) {
    const taken = piece.subarray(0, BLOCK_BYTES - filled);
    block.set(taken, filled);
    filled += taken.byteLength;
    if (filled === BLOCK_BYTES) break;
  }
  return block.subarray(0, filled);
}

/** As the archive states it, else its own name without the suffix that the compression added. */
function nameOf(stated: Uint8Array | null, context: ExtractContext, suffixes: RegExp): string {
  if (stated !== null && stated.byteLength > 0) {
    const { names, warning } = readNames([stated], context.encoding);
    if (warning !== undefined) context.warn(warning);
    return memberLabel(names[0] ?? '', 0);
  }
  const own = context.fileName.split(/[/\\]/).at(-1) ?? '';
  const bare = TAR_SUFFIX.test(own) ? own.replace(TAR_SUFFIX, '.tar') : own.replace(suffixes, '');
  return memberLabel(bare, 0);
}

/**
 * Unpacks what libarchive reads only as a wrapping of archives: bzip2 and XZ. Both may be several streams one after
 * another, so a compressed TAR header of a member without end is put before the data, which then come out as that member.
 */
import { type ByteReader, byteReaderOver } from '../../byteReader.ts';
import type { ExtractorAssets } from '../../extractor.ts';
import { checkExpansion, checkParseSize, type ExtractLimits } from '../../limits.ts';
import { LibarchiveError, type LibarchiveReader, openLibarchive } from './libarchiveReader.ts';
import { DAMAGED_MEMBER, MemberProblem } from './members.ts';

/** Made by build/fixtures/extract/makeTarPrefixes.py. */
const TAR_HEADERS = {
  bzip2:
    'QlpoOTFBWSZTWVoBe2YAACLfwOiAQABHAEAAAADgAB5AQAAIACAAVFA0GE0ekEppNCeiaDRO98EA2O8zi1iiZ2WXYdAac5V4U6oRVHvgAjEvi7kinChILQC9swA=',
  xz: '/Td6WFoAAAFpIt42AgAhAQwAAACPmEGc4AH/ADBdADwAM1AYaImC7aeAafiaSZwNbHW2QPpYlvLBdCYxahwGZeH7+Tq/ak0SHr20QOeuAABBEke3AAFIgAQAAAAZe9oePjANiwIAAAAAAVla',
};
export type Filter = keyof typeof TAR_HEADERS;

/** The end of the data, as the reader of a TAR sees it. */
const END = /truncated tar archive/i;
const PIECE_BYTES = 256 * 1024;
/** The reader's work is not seen from outside; a byte asked for now and then shows that it goes on. */
const SIGN_OF_LIFE_PIECES = 8;

export interface FilteredData {
  source: ByteReader;
  assets: ExtractorAssets;
  limits: ExtractLimits;
}

interface Extent {
  sizeBytes: number;
  isDamaged: boolean;
}

/** Answers what unpacks the data, as often as it is called. What it yields throws MemberProblem where they are damaged. */
export function openFiltered(filter: Filter, data: FilteredData): () => AsyncGenerator<Uint8Array> {
  const { source, limits } = data;
  let preparing: Promise<{ loaded: LoadedData; extent: Extent }> | undefined;
  return async function* expand() {
    checkParseSize(source.sizeBytes, limits);
    preparing ??= prepare(filter, data);
    const { loaded, extent } = await preparing;
    const { sizeBytes, isDamaged } = extent;
    const reader = sizeBytes === 0 ? null : await openData(filter, loaded);
    let left = sizeBytes;
    for (let pieces = 1; left > 0 && reader !== null; pieces += 1) {
      const piece = reader.read(Math.min(left, PIECE_BYTES));
      if (piece === null) break;
      left -= piece.byteLength;
      yield piece;
      if (pieces % SIGN_OF_LIFE_PIECES === 0) await source.read(0, 1);
    }
    if (isDamaged || left > 0) throw new MemberProblem(DAMAGED_MEMBER);
  };
}

/** With the compressed bytes, which are gone through several times but pulled from the host once. */
interface LoadedData extends FilteredData {
  bytes: Uint8Array;
}

async function prepare(filter: Filter, data: FilteredData) {
  const loaded = { ...data, bytes: await data.source.readAll() };
  return { loaded, extent: await measureExtent(filter, loaded) };
}

/**
 * How much there is. Subtle: a read that meets the end of the data fails as a whole, and what it had got until then is
 * lost. So the size is found first: in large steps as far as they go, then again and byte by byte over what remains.
 */
async function measureExtent(filter: Filter, data: LoadedData): Promise<Extent> {
  const large = await countData(filter, data, 0, PIECE_BYTES);
  return large.isDamaged ? large : countData(filter, data, large.sizeBytes, 1);
}

async function countData(filter: Filter, data: LoadedData, from: number, stepBytes: number): Promise<Extent> {
  const { source, limits } = data;
  let sizeBytes = 0;
  try {
    const reader = await openData(filter, data);
    if (reader === null) return { sizeBytes, isDamaged: true };
    for (let pieces = 1; ; pieces += 1) {
      const piece = reader.read(sizeBytes < from ? PIECE_BYTES : stepBytes);
      if (piece === null) return { sizeBytes, isDamaged: true };
      sizeBytes += piece.byteLength;
      checkExpansion(source.sizeBytes, sizeBytes, sizeBytes, limits);
      if (sizeBytes <= from || stepBytes > 1) {
        if (pieces % SIGN_OF_LIFE_PIECES === 0) await source.read(0, 1);
      }
    }
  } catch (error) {
    if (!(error instanceof LibarchiveError)) throw error;
    return { sizeBytes, isDamaged: !END.test(error.message) };
  }
}

async function openData(filter: Filter, { bytes, assets }: LoadedData): Promise<LibarchiveReader | null> {
  const header = Uint8Array.from(atob(TAR_HEADERS[filter]), sign => sign.charCodeAt(0));
  const reader = await openLibarchive(byteReaderOver(bytes), assets, { before: header });
  return reader.next() === null ? null : reader;
}

/**
 * TIFF directories by random access, so that the thousands of pages of a large scan are found without holding it. EXIF is
 * made of the same directories.
 */
import type { ByteReader } from '../../byteReader.ts';

export interface TiffDirectory {
  littleEndian: boolean;
  /** Numbers of the tags that describe how the pixels lie; rationals divided. */
  numbers: ReadonlyMap<number, number[]>;
  /** Bytes of the tags that hold tables. */
  tables: ReadonlyMap<number, Uint8Array>;
}

export const TIFF = {
  subfileType: 254,
  width: 256,
  height: 257,
  bitsPerSample: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  stripOffsets: 273,
  orientation: 274,
  samplesPerPixel: 277,
  rowsPerStrip: 278,
  stripBytes: 279,
  xResolution: 282,
  yResolution: 283,
  planar: 284,
  faxOptions: 292,
  resolutionUnit: 296,
  predictor: 317,
  colourMap: 320,
  tileWidth: 322,
  tileHeight: 323,
  tileOffsets: 324,
  tileBytes: 325,
  extraSamples: 338,
  sampleFormat: 339,
  jpegTables: 347,
  oldJpegOffset: 513,
  oldJpegBytes: 514,
} as const;

const WANTED: ReadonlySet<number> = new Set(Object.values(TIFF));
const TYPE_BYTES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];
const MAX_ENTRIES = 2000;
/** A picture of a million strips is not one that anybody made. */
const MAX_VALUES = 1_000_000;
const MAX_TABLE_BYTES = 64 * 1024;
/** For all directories together: directories that share their tables could otherwise ask for the same bytes for ever. */
const MAX_READ_BYTES = 32 * 1024 * 1024;

/** In the order of the file; a directory that was seen before ends the chain, as does one that lies beyond the end. */
export async function readTiffDirectories(source: ByteReader, maxDirectories: number): Promise<TiffDirectory[]> {
  const head = viewOf(await source.read(0, 8));
  if (head.byteLength < 8) return [];
  const littleEndian = head.getUint16(0) === 0x4949;
  const directories: TiffDirectory[] = [];
  const seen = new Set<number>();
  const budget = { bytes: MAX_READ_BYTES };
  let next = head.getUint32(4, littleEndian);
  while (next > 0 && !seen.has(next) && directories.length <= maxDirectories && budget.bytes > 0) {
    seen.add(next);
    const read = await readDirectory(source, next, littleEndian, budget);
    if (read === null) break;
    directories.push(read.directory);
    next = read.next;
  }
  return directories;
}

async function readDirectory(
  source: ByteReader,
  at: number,
  little: boolean,
  budget: { bytes: number },
): Promise<{ directory: TiffDirectory; next: number } | null> {
  const start = viewOf(await source.read(at, 2));
  if (start.byteLength < 2) return null;
  const count = Math.min(start.getUint16(0, little), MAX_ENTRIES);
  const entries = viewOf(await source.read(at + 2, count * 12 + 4));
  const numbers = new Map<number, number[]>();
  const tables = new Map<number, Uint8Array>();
  for (let entry = 0; entry + 12 <= Math.min(entries.byteLength, count * 12); entry += 12) {
    const tag = entries.getUint16(entry, little);
    const type = entries.getUint16(entry + 2, little);
    const size = TYPE_BYTES[type] ?? 0;
    if (!WANTED.has(tag) || size === 0 || numbers.has(tag) || tables.has(tag)) continue;
    const values = Math.min(entries.getUint32(entry + 4, little), MAX_VALUES);
    const bytes = Math.min(size * values, budget.bytes);
    budget.bytes -= bytes;
    const data =
      bytes <= 4
        ? new Uint8Array(entries.buffer, entries.byteOffset + entry + 8, bytes)
        : await source.read(entries.getUint32(entry + 8, little), bytes);
    if (tag === TIFF.jpegTables) tables.set(tag, data.subarray(0, MAX_TABLE_BYTES));
    else numbers.set(tag, numbersOf(viewOf(data), type, little));
  }
  const next = entries.byteLength >= count * 12 + 4 ? entries.getUint32(count * 12, little) : 0;
  return { directory: { littleEndian: little, numbers, tables }, next };
}

function numbersOf(view: DataView, type: number, little: boolean): number[] {
  const size = TYPE_BYTES[type] ?? 1;
  return Array.from({ length: Math.floor(view.byteLength / size) }, (_, index) =>
    numberAt(view, index * size, type, little),
  );
}

function numberAt(view: DataView, at: number, type: number, little: boolean): number {
  switch (type) {
    case 3:
      return view.getUint16(at, little);
    case 4:
      return view.getUint32(at, little);
    case 5:
      return view.getUint32(at, little) / view.getUint32(at + 4, little);
    case 8:
      return view.getInt16(at, little);
    case 9:
      return view.getInt32(at, little);
    case 10:
      return view.getInt32(at, little) / view.getInt32(at + 4, little);
    default:
      return view.getUint8(at);
  }
}

export function tiffNumber({ numbers }: TiffDirectory, tag: number, otherwise: number): number {
  const value = numbers.get(tag)?.[0];
  return value !== undefined && Number.isFinite(value) ? value : otherwise;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

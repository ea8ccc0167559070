/**
 * The sectors of a compound file (OLE, [MS-CFB]): its header, its allocation table read piece by piece, and chains of
 * sectors. A chain is followed only as far as the file has sectors, and never twice through the same one.
 */
import type { ByteReader } from './byteReader.ts';
import { ExtractionFailure } from './extractionFailure.ts';

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const HEADER_BYTES = 512;
const HEADER_FAT_SECTORS = 109;
/** Above this a number is no sector but a mark: end of chain, free, table. */
const LAST_SECTOR = 0xfffffff9;
const BLOCK_BYTES = 64 * 1024;
/** So much of the file is kept, because a fragmented stream comes back to the same blocks again and again. */
const MAX_BLOCKS = 256;

export interface SectorHeader {
  sectorBytes: number;
  miniSectorBytes: number;
  /** Streams below this lie in the mini stream. */
  miniCutoffBytes: number;
  hasWideSizes: boolean;
  directoryStart: number;
  miniTableStart: number;
}

export interface SectorReader extends SectorHeader {
  sectorCount: number;
  /** The numbers of a chain's sectors, at most `maxSectors`. */
  chain(start: number, maxSectors: number): Promise<number[]>;
  /** Shorter than `maxBytes` where the chain or the file ends before. */
  readChain(start: number, maxBytes: number): Promise<Uint8Array>;
}

export function damagedCompound(): ExtractionFailure {
  return new ExtractionFailure('unreadable', 'The document is a damaged OLE container: its directory cannot be read.');
}

export async function openSectors(source: ByteReader): Promise<SectorReader> {
  const read = cachedReader(source);
  const head = viewOf(await read(0, HEADER_BYTES));
  const header = parseHeader(head);
  const { sectorBytes } = header;
  // The last sector may be cut short: many programs do not pad it.
  const sectorCount = Math.max(0, Math.ceil((source.sizeBytes - sectorBytes) / sectorBytes));
  const perSector = sectorBytes / 4;
  const tableSectors = await listTableSectors();
  const tablePages = new Map<number, DataView>();

  async function listTableSectors(): Promise<number[]> {
    // No more than the file's own sectors need, whatever the header claims.
    const needed = Math.ceil(sectorCount / perSector);
    const sectors: number[] = [];
    for (let index = 0; index < HEADER_FAT_SECTORS && sectors.length < needed; index += 1) {
      sectors.push(head.getUint32(76 + index * 4, true));
    }
    const seen = new Set<number>();
    let next = head.getUint32(68, true);
    while (sectors.length < needed && next <= LAST_SECTOR && next < sectorCount && !seen.has(next)) {
      seen.add(next);
      const page = viewOf(await read((next + 1) * sectorBytes, sectorBytes));
      if (page.byteLength < sectorBytes) break;
      for (let at = 0; at < perSector - 1 && sectors.length < needed; at += 1)
        sectors.push(page.getUint32(at * 4, true));
      next = page.getUint32(sectorBytes - 4, true);
    }
    return sectors;
  }

  async function follow(sector: number): Promise<number> {
    const index = Math.floor(sector / perSector);
    let page = tablePages.get(index);
    if (page === undefined) {
      const at = tableSectors[index];
      if (at === undefined || at >= sectorCount) return LAST_SECTOR + 1;
      page = viewOf(await read((at + 1) * sectorBytes, sectorBytes));
      tablePages.set(index, page);
    }
    const offset = (sector % perSector) * 4;
    return offset + 4 <= page.byteLength ? page.getUint32(offset, true) : LAST_SECTOR + 1;
  }

  async function chain(start: number, maxSectors: number): Promise<number[]> {
    const sectors: number[] = [];
    const seen = new Set<number>();
    let sector = start;
    while (sector < sectorCount && sectors.length < maxSectors) {
      if (seen.has(sector)) {
        throw new ExtractionFailure('unreadable', 'The document is damaged: one of its streams runs in a circle.');
      }
      seen.add(sector);
      sectors.push(sector);
      sector = await follow(sector);
    }
    return sectors;
  }

  async function readChain(start: number, maxBytes: number): Promise<Uint8Array> {
    const sectors = await chain(start, Math.ceil(Math.min(maxBytes, source.sizeBytes) / sectorBytes));
    const whole = new Uint8Array(Math.min(maxBytes, sectors.length * sectorBytes));
    let filled = 0;
    for (let at = 0; at < sectors.length; ) {
      const first = sectors[at] ?? 0;
      let run = 1;
      while (sectors[at + run] === first + run) run += 1;
      const wanted = Math.min(run * sectorBytes, whole.byteLength - filled);
      const bytes = await read((first + 1) * sectorBytes, wanted);
      whole.set(bytes, filled);
      filled += bytes.byteLength;
      if (bytes.byteLength < wanted) break;
      at += run;
    }
    return whole.subarray(0, filled);
  }

  return { ...header, sectorCount, chain, readChain };
}

function parseHeader(head: DataView): SectorHeader {
  if (head.byteLength < HEADER_BYTES || !SIGNATURE.every((byte, at) => head.getUint8(at) === byte))
    throw damagedCompound();
  const sectorShift = head.getUint16(30, true);
  const miniShift = head.getUint16(32, true);
  if (sectorShift < 7 || sectorShift > 16 || miniShift < 4 || miniShift > sectorShift) throw damagedCompound();
  return {
    sectorBytes: 1 << sectorShift,
    miniSectorBytes: 1 << miniShift,
    miniCutoffBytes: Math.min(head.getUint32(56, true) || 4096, 1024 * 1024),
    hasWideSizes: head.getUint16(26, true) >= 4,
    directoryStart: head.getUint32(48, true),
    miniTableStart: head.getUint32(60, true),
  };
}

/** Small reads come out of blocks that are kept; large ones go straight through. */
function cachedReader(source: ByteReader): (offset: number, length: number) => Promise<Uint8Array> {
  const blocks = new Map<number, Uint8Array>();

  async function blockAt(index: number): Promise<Uint8Array> {
    const known = blocks.get(index);
    if (known !== undefined) return known;
    const block = await source.read(index * BLOCK_BYTES, BLOCK_BYTES);
    const oldest = blocks.keys().next();
    if (blocks.size >= MAX_BLOCKS && !oldest.done) blocks.delete(oldest.value);
    blocks.set(index, block);
    return block;
  }

  return async (offset, length) => {
    const index = Math.floor(offset / BLOCK_BYTES);
    const within = offset - index * BLOCK_BYTES;
    if (within + length > BLOCK_BYTES) return source.read(offset, length);
    return (await blockAt(index)).subarray(within, within + length);
  };
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

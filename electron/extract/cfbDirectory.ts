/** The directory of a compound file: a tree of storages and streams, read out of entries that point at each other. */

import { viewOf } from './cfbSectors.ts';
import { ExtractionFailure } from './extractionFailure.ts';

const ENTRY_BYTES = 128;
const NO_ENTRY = 0xffffffff;
const MAX_NAME_BYTES = 64;
/** Real documents nest embedded objects three or four deep. */
const MAX_DEPTH = 100;
/** 100-nanosecond steps from 1601 to 1970. */
const EPOCH_STEPS = 116_444_736_000_000_000n;

export interface CompoundEntry {
  name: string;
  kind: 'storage' | 'stream';
  sizeBytes: number;
  startSector: number;
  /** Lower-case hex with hyphens, as registries print it; all zero where the storage has no class. */
  classId: string;
  modifiedAt: string | null;
  /** In the order of the directory's tree, which is by length of name and then by name. */
  children: CompoundEntry[];
}

interface Links {
  left: number;
  right: number;
  child: number;
}

/** @param onCut called where entries point at each other in circles, or too deep */
export function parseDirectory(bytes: Uint8Array, hasWideSizes: boolean, onCut: () => void): CompoundEntry {
  const view = viewOf(bytes);
  const count = Math.floor(bytes.byteLength / ENTRY_BYTES);
  if (count === 0) throw new ExtractionFailure('unreadable', 'The document is a damaged OLE container without a root.');
  const taken = new Set<number>([0]);
  const root = parseEntry(view, 0, hasWideSizes);
  const open = [{ entry: root.entry, child: root.links.child, depth: 1 }];
  for (let storage = open.pop(); storage !== undefined; storage = open.pop()) {
    for (const index of siblingsOf(view, storage.child, count, taken, onCut)) {
      const { entry, links } = parseEntry(view, index, hasWideSizes);
      storage.entry.children.push(entry);
      if (entry.kind !== 'storage' || links.child === NO_ENTRY) continue;
      if (storage.depth >= MAX_DEPTH) onCut();
      else open.push({ entry, child: links.child, depth: storage.depth + 1 });
    }
  }
  return root.entry;
}

/** Left, itself, right, without recursion: a hostile tree is a list of a million entries. */
function siblingsOf(view: DataView, start: number, count: number, taken: Set<number>, onCut: () => void): number[] {
  const found: number[] = [];
  const passed: number[] = [];
  let next = start;
  for (;;) {
    while (next !== NO_ENTRY) {
      if (next >= count || taken.has(next)) {
        onCut();
        break;
      }
      taken.add(next);
      passed.push(next);
      next = view.getUint32(next * ENTRY_BYTES + 68, true);
    }
    const index = passed.pop();
    if (index === undefined) return found;
    if (view.getUint8(index * ENTRY_BYTES + 66) !== 0) found.push(index);
    next = view.getUint32(index * ENTRY_BYTES + 72, true);
  }
}

function parseEntry(view: DataView, index: number, hasWideSizes: boolean): { entry: CompoundEntry; links: Links } {
  const at = index * ENTRY_BYTES;
  const kind = view.getUint8(at + 66) === 2 ? 'stream' : 'storage';
  const low = view.getUint32(at + 120, true);
  return {
    entry: {
      name: entryName(view, at),
      kind,
      // The upper half is not initialised by old programs where sectors have 512 bytes.
      sizeBytes: hasWideSizes ? view.getUint32(at + 124, true) * 2 ** 32 + low : low,
      startSector: view.getUint32(at + 116, true),
      classId: classIdAt(view, at + 80),
      modifiedAt: fileTime(view.getBigUint64(at + 108, true)),
      children: [],
    },
    links: {
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
    },
  };
}

function entryName(view: DataView, at: number): string {
  const bytes = Math.min(MAX_NAME_BYTES, view.getUint16(at + 64, true));
  let name = '';
  for (let offset = 0; offset + 1 < bytes; offset += 2) {
    const unit = view.getUint16(at + offset, true);
    if (unit === 0) break;
    name += String.fromCharCode(unit);
  }
  return name;
}

/** A Windows FILETIME as an instant to the second; null for "never" and for nonsense. */
export function fileTime(steps: bigint): string | null {
  if (steps === 0n) return null;
  const milliseconds = Number((steps - EPOCH_STEPS) / 10_000n);
  const date = new Date(milliseconds);
  // Before 1980 nobody wrote such files, and a count of steps may stand for a duration.
  if (Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1980 || date.getUTCFullYear() > 9999) return null;
  return date.toISOString().replace(/\.\d{3}Z$/, 'Z');
}

export function classIdAt(view: DataView, at: number): string {
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
  const tail = Array.from({ length: 8 }, (_, index) => hex(view.getUint8(at + 8 + index), 2)).join('');
  return [
    hex(view.getUint32(at, true), 8),
    hex(view.getUint16(at + 4, true), 4),
    hex(view.getUint16(at + 6, true), 4),
    tail.slice(0, 4),
    tail.slice(4),
  ].join('-');
}

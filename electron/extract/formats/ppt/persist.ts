/**
 * Finds the living objects of a PowerPoint document. Each save may append what changed with a directory of its own; an
 * object is where the latest directory that knows it says.
 */
import { viewOf } from '../../cfbSectors.ts';
import { type PptRecord, RECORD, recordAt } from './records.ts';

export interface PersistDirectory {
  documentId: number;
  /** 0: not encrypted. */
  encryptionId: number;
  offsets: Map<number, number>;
  edits: number;
}

const MAX_EDITS = 10_000;
const MAX_OBJECTS = 1_000_000;

/** Null where the chain of edits is broken. */
export function readPersistDirectory(currentUser: Uint8Array, stream: Uint8Array): PersistDirectory | null {
  const user = recordAt(currentUser, 0);
  if (user === null || user.type !== RECORD.currentUser || user.bytes.byteLength < 12) return null;
  const offsets = new Map<number, number>();
  const seen = new Set<number>();
  let latest: { documentId: number; encryptionId: number } | null = null;
  let next = viewOf(user.bytes).getUint32(8, true);
  while (next !== 0 && !seen.has(next) && seen.size < MAX_EDITS) {
    seen.add(next);
    const edit = recordAt(stream, next);
    if (edit === null || edit.type !== RECORD.edit || edit.bytes.byteLength < 20) break;
    const view = viewOf(edit.bytes);
    latest ??= {
      documentId: view.getUint32(16, true),
      encryptionId: edit.bytes.byteLength >= 32 ? view.getUint32(28, true) : 0,
    };
    addOffsets(recordAt(stream, view.getUint32(12, true)), offsets);
    next = view.getUint32(8, true);
  }
  return latest === null ? null : { ...latest, offsets, edits: seen.size };
}

function addOffsets(directory: PptRecord | null, offsets: Map<number, number>): void {
  if (directory === null || directory.type !== RECORD.persistDirectory) return;
  const view = viewOf(directory.bytes);
  for (let at = 0; at + 4 <= view.byteLength; ) {
    const head = view.getUint32(at, true);
    const first = head & 0xfffff;
    const count = head >>> 20;
    at += 4;
    for (let index = 0; index < count && at + 4 <= view.byteLength; index += 1, at += 4) {
      if (!offsets.has(first + index) && offsets.size < MAX_OBJECTS)
        offsets.set(first + index, view.getUint32(at, true));
    }
  }
}

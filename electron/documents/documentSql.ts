import { Sha256 } from '../../shared/kernel/digest.ts';
import type { Instant } from '../../shared/kernel/dates.ts';
import type { ReadableDb, WritableDb } from '../db/handles.ts';

/** 1 MiB: large enough that a chunk costs one B-tree entry in thousands of pages, small enough to read one for a page of a PDF. */
export const chunkBytes = 1024 * 1024;
const chunksPerBlob = 2 ** 20;

export interface StoredDocument {
  sha256: Sha256;
  blobId: number;
  sizeBytes: number;
  mediaType: string;
}

export function newBlob(db: WritableDb): number {
  return db.prepare('INSERT INTO blob DEFAULT VALUES').run().lastInsertRowid;
}

export function insertChunk(db: WritableDb, blobId: number, sequence: number, bytes: Uint8Array): void {
  db.prepare('INSERT INTO blob_chunk (id, bytes) VALUES ($id, $bytes)').run({
    id: blobId * chunksPerBlob + sequence,
    bytes,
  });
}

export function readChunk(db: ReadableDb, blobId: number, sequence: number): Uint8Array | null {
  const row = db.prepare('SELECT bytes FROM blob_chunk WHERE id = $id').get({ id: blobId * chunksPerBlob + sequence });
  return row ? (row['bytes'] as Uint8Array) : null;
}

export function dropBlob(db: WritableDb, blobId: number): void {
  db.prepare('DELETE FROM blob_chunk WHERE id >= $from AND id < $to').run({
    from: blobId * chunksPerBlob,
    to: (blobId + 1) * chunksPerBlob,
  });
  db.prepare('DELETE FROM blob WHERE id = $blobId').run({ blobId });
}

export function dropBlobs(db: WritableDb, blobIds: readonly number[]): void {
  for (const blobId of blobIds) dropBlob(db, blobId);
}

/** Blobs that no document owns are what a crash left of a file that was being read. */
export function clearUnfinishedBlobs(db: WritableDb): void {
  for (const row of db.prepare('SELECT id FROM blob WHERE id NOT IN (SELECT blob_id FROM document)').all())
    dropBlob(db, Number(row['id']));
}

export function insertDocument(db: WritableDb, document: StoredDocument & { storedAt: Instant }): void {
  db.prepare(`INSERT INTO document (sha256, blob_id, size_bytes, media_type, stored_at)
              VALUES ($sha256, $blobId, $sizeBytes, $mediaType, $storedAt)`).run({ ...document });
}

export function updateMediaType(db: WritableDb, sha256: Sha256, mediaType: string): void {
  db.prepare('UPDATE document SET media_type = $mediaType WHERE sha256 = $sha256').run({ sha256, mediaType });
}

function toDocument(row: Record<string, unknown>): StoredDocument {
  return {
    sha256: Sha256.parse(row['sha256']),
    blobId: Number(row['blob_id']),
    sizeBytes: Number(row['size_bytes']),
    mediaType: String(row['media_type']),
  };
}

export function findDocument(db: ReadableDb, sha256: string): StoredDocument | null {
  const row = db
    .prepare('SELECT sha256, blob_id, size_bytes, media_type FROM document WHERE sha256 = $sha256')
    .get({ sha256 });
  return row ? toDocument(row) : null;
}

export function documentsAfter(db: ReadableDb, sha256: string, limit: number): StoredDocument[] {
  return db
    .prepare(
      'SELECT sha256, blob_id, size_bytes, media_type FROM document WHERE sha256 > $sha256 ORDER BY sha256 LIMIT $limit',
    )
    .all({ sha256, limit })
    .map(toDocument);
}

/** The document store: bytes by SHA-256 in encrypted chunks inside the vault, in and out as a stream. */
import { createHash } from 'node:crypto';
import { type FileHandle, open, rename } from 'node:fs/promises';
import { Sha256 } from '../../shared/kernel/digest.ts';
import type { Instant } from '../../shared/kernel/dates.ts';
import { ProbatumError } from '../../shared/kernel/errors.ts';
import type { ReadableDb, WritableDb } from '../db/handles.ts';
import {
  chunkBytes,
  documentsAfter,
  dropBlob,
  findDocument,
  insertChunk,
  insertDocument,
  newBlob,
  readChunk,
  type StoredDocument,
} from './documentSql.ts';
import { joinBytes } from '../../shared/kernel/joinBytes.ts';
import { asidePath, removeOnFailure } from './writeAside.ts';

export { chunkBytes, findDocument, type StoredDocument, updateMediaType } from './documentSql.ts';

type Write = <Result>(steps: (db: WritableDb) => Result) => Result;

export interface StagedBlob {
  /** Null while the bytes are few enough to be held: `adoptBlob` then stores them in its own transaction. */
  blobId: number | null;
  held: Uint8Array;
  sha256: Sha256;
  sizeBytes: number;
}

/**
 * Reads a stream once and hashes it. What is larger than one chunk is stored chunk by chunk under a blob that nothing owns
 * yet; what is smaller is held, because each transaction waits for the disk and most files are small. Memory holds one
 * chunk. `adoptBlob` makes it a document.
 */
export async function stageBytes(
  write: Write,
  bytes: AsyncIterable<Uint8Array>,
  signal?: AbortSignal,
  mostHeldBytes = chunkBytes,
): Promise<StagedBlob> {
  const hash = createHash('sha256');
  let blobId: number | null = null;
  let held: Uint8Array = new Uint8Array(0);
  let sequence = 0;
  let sizeBytes = 0;
  const store = (chunk: Uint8Array) =>
    write(db => {
      const id: number = blobId ?? newBlob(db);
      insertChunk(db, id, sequence, chunk);
      return id;
    });
  try {
    for await (const chunk of rechunk(bytes)) {
      signal?.throwIfAborted();
      hash.update(chunk);
      sizeBytes += chunk.length;
      if (held.length > 0) {
        blobId = store(held);
        sequence += 1;
        held = new Uint8Array(0);
      }
      if (blobId === null && chunk.length <= mostHeldBytes) held = chunk;
      else {
        blobId = store(chunk);
        sequence += 1;
      }
    }
    return { blobId, held, sha256: Sha256.parse(hash.digest('hex')), sizeBytes };
  } catch (error) {
    const id = blobId;
    if (id !== null) write(db => dropBlob(db, id));
    throw error;
  }
}

/** Gathers what a stream gives into chunks of exactly `chunkBytes`, but for the last. */
async function* rechunk(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  // Most files are far smaller than a chunk, and a buffer of its size for each would keep the garbage collector busy.
  let pieces: Uint8Array[] = [];
  let used = 0;
  for await (const piece of bytes) {
    for (let from = 0; from < piece.length; ) {
      const take = Math.min(piece.length - from, chunkBytes - used);
      pieces.push(piece.subarray(from, from + take));
      used += take;
      from += take;
      if (used === chunkBytes) {
        yield joinBytes(pieces);
        pieces = [];
        used = 0;
      }
    }
  }
  if (used > 0) yield joinBytes(pieces);
}

/** Makes the blob the document of its digest; bytes that are here already are not stored twice. */
export function adoptBlob(db: WritableDb, staged: StagedBlob, mediaType: string, storedAt: Instant): StoredDocument {
  const known = findDocument(db, staged.sha256);
  if (known) {
    if (staged.blobId !== null) dropBlob(db, staged.blobId);
    return known;
  }
  const blobId = staged.blobId ?? newBlob(db);
  if (staged.held.length > 0) insertChunk(db, blobId, 0, staged.held);
  const document = { sha256: staged.sha256, blobId, sizeBytes: staged.sizeBytes, mediaType };
  insertDocument(db, { ...document, storedAt });
  return document;
}

/** A slice of a document's bytes; shorter at its end. */
export function readDocumentRange(
  db: ReadableDb,
  document: StoredDocument,
  offset: number,
  length: number,
): Uint8Array {
  const end = Math.min(offset + length, document.sizeBytes);
  if (end <= offset) return new Uint8Array(0);
  const out = new Uint8Array(end - offset);
  for (let at = offset; at < end; ) {
    const sequence = Math.floor(at / chunkBytes);
    const chunk = readChunk(db, document.blobId, sequence);
    if (!chunk)
      throw new ProbatumError('digest-mismatch', {
        what: 'A document',
        expected: document.sha256,
        found: 'a missing part',
      });
    const from = at - sequence * chunkBytes;
    const piece = chunk.subarray(from, Math.min(chunk.length, from + (end - at)));
    out.set(piece, at - offset);
    at += piece.length;
  }
  return out;
}

export function* readDocument(db: ReadableDb, sha256: string): Iterable<Uint8Array> {
  const document = findDocument(db, sha256);
  if (!document) throw new ProbatumError('not-found', { what: 'document', id: sha256 });
  const chunks = Math.ceil(document.sizeBytes / chunkBytes);
  for (let sequence = 0; sequence < chunks; sequence++) {
    const chunk = readChunk(db, document.blobId, sequence);
    if (!chunk)
      throw new ProbatumError('digest-mismatch', { what: 'A document', expected: sha256, found: 'a missing part' });
    yield chunk;
  }
}

export function* allDocuments(db: ReadableDb): Iterable<StoredDocument> {
  for (let after = ''; ; ) {
    const documents = documentsAfter(db, after, 500);
    yield* documents;
    const last = documents.at(-1);
    if (!last) return;
    after = last.sha256;
  }
}

/** Writes a document's bytes beside `path`, checks the digest, has it recorded, then renames: a file of that name is whole. */
export async function writeDocumentTo(db: ReadableDb, sha256: string, path: string, record: () => void): Promise<void> {
  const partial = asidePath(path);
  await removeOnFailure(
    partial,
    async () => {
      const out = await open(partial, 'wx', 0o600);
      try {
        await writeChecked(db, sha256, out);
        await out.sync();
      } finally {
        await out.close();
      }
      record();
      await rename(partial, path);
    },
    path,
  );
}

async function writeChecked(db: ReadableDb, sha256: string, out: FileHandle): Promise<void> {
  const hash = createHash('sha256');
  for (const chunk of readDocument(db, sha256)) {
    hash.update(chunk);
    await out.writeFile(chunk);
  }
  const found = hash.digest('hex');
  if (found !== sha256) throw new ProbatumError('digest-mismatch', { what: 'The document', expected: sha256, found });
}

/**
 * Documents and readings of an archive that are not here. They are read from the file once more and kept as unowned blobs,
 * which a crash leaves to be cleared; the merge then takes them over in its own transaction.
 */
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { Instant } from '../../../shared/kernel/dates.ts';
import type { MergeId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb, WritableDb } from '../../db/handles.ts';
import {
  adoptBlob,
  findDocument,
  readDocumentRange,
  stageBytes,
  type StagedBlob,
} from '../../documents/documentStore.ts';
import { dropBlob, dropBlobs } from '../../documents/documentSql.ts';
import type { JobContext } from '../../jobs/jobContext.ts';
import { ageIdentities } from '../identity/index.ts';
import { keepLikeness } from '../copy/index.ts';
import { insertReceivedRendition } from '../exhibit/index.ts';
import { keepMailIds } from '../thread/index.ts';
import { RenditionHead, RenditionPage } from './contents.ts';
import { contentToBring, findInbox, insertProblem, mediaTypesOf } from './inboxSql.ts';
import { keepStep } from './mergeSteps.ts';
import { readArchive } from './readArchive.ts';

export type Brought = Map<string, StagedBlob>;

export async function bringContents(ctx: JobContext, inboxId: MergeId, path: string): Promise<Brought> {
  const { db } = ctx.query();
  const inbox = findInbox(db, inboxId);
  const wanted = new Map(contentToBring(db, inboxId).map(one => [one.path, one.sizeBytes]));
  const brought: Brought = new Map();
  if (!inbox || wanted.size === 0) return brought;
  try {
    const { sha256 } = await readArchive({
      path,
      identities: ageIdentities(db),
      passphrase: ctx.secret,
      knownAs: () => undefined,
      signal: ctx.signal,
      visit: async file => {
        if (!wanted.has(file.path)) return;
        brought.set(
          file.path,
          await stageBytes(steps => ctx.write(command => steps(command.db)), file.bytes, ctx.signal),
        );
        ctx.report({ done: brought.size, total: wanted.size, unit: 'document', note: 'taking documents in' });
      },
    });
    if (sha256 !== inbox.sha256) throw new ProbatumError('archive-changed', { name: inbox.fileName });
    return brought;
  } catch (error) {
    dropBrought(ctx, brought);
    throw error;
  }
}

export function dropBrought(ctx: JobContext, brought: Brought): void {
  const blobs = [...brought.values()].flatMap(({ blobId }) => blobId ?? []);
  brought.clear();
  if (blobs.length > 0) ctx.write(({ db }) => dropBlobs(db, blobs));
}

/** Documents first, so that exhibits can point at them. */
export function adoptDocuments(
  db: WritableDb,
  inboxId: MergeId,
  brought: Brought,
  wanted: ReadonlySet<string>,
  now: Instant,
): void {
  const types = mediaTypesOf(db, inboxId);
  for (const [path, blob] of brought) {
    if (!path.startsWith('data/documents/')) continue;
    if (!wanted.has(blob.sha256)) {
      if (blob.blobId !== null) dropBlob(db, blob.blobId);
      continue;
    }
    adoptBlob(db, blob, types.get(blob.sha256) ?? 'application/octet-stream', now);
    keepStep(db, inboxId, 'document', { sha256: blob.sha256 }, null);
  }
}

/** @returns the documents that got a reading */
export function adoptRenditions(db: WritableDb, inboxId: MergeId, brought: Brought): RenditionHead[] {
  const heads: RenditionHead[] = [];
  for (const [path, blob] of brought) {
    if (!path.startsWith('data/renditions/')) continue;
    const head = adoptRendition(db, inboxId, path, blob);
    if (head) heads.push(head);
    if (blob.blobId !== null) dropBlob(db, blob.blobId);
  }
  return heads;
}

function adoptRendition(db: WritableDb, inboxId: MergeId, path: string, blob: StagedBlob): RenditionHead | null {
  try {
    const lines = linesOfBlob(db, blob);
    const head = RenditionHead.parse(JSON.parse(lines.next().value ?? ''));
    if (`data/renditions/${head.id}.jsonl` !== path) throw new Error('is named after another reading');
    if (!findDocument(db, head.sha256)) return null;
    insertReceivedRendition(db, head, pagesIn(lines));
    keepStep(db, inboxId, 'rendition', { id: head.id }, null);
    return head;
  } catch (error) {
    insertProblem(
      db,
      inboxId,
      `${path} could not be taken in (${error instanceof Error ? error.message.slice(0, 200) : 'broken'}). The document can be read again here.`,
    );
    return null;
  }
}

function* pagesIn(lines: Iterable<string>): Generator<RenditionPage> {
  for (const line of lines) if (line !== '') yield RenditionPage.parse(JSON.parse(line));
}

/** What follows from a reading once its exhibits are here: what it is like, and which message it is. */
export function followReading(db: WritableDb, head: RenditionHead): void {
  if (!head.isCurrent) return;
  const { likeness, structure, metadata, sha256 } = head;
  if (likeness)
    keepLikeness(db, sha256, {
      textSketch: likeness.textSketch === null ? null : numbersIn(likeness.textSketch),
      pictureHash: likeness.pictureHash,
    });
  keepMailIds(db, sha256, { structure, metadata });
}

function numbersIn(base64: string): number[] {
  const bytes = Buffer.from(base64, 'base64');
  return Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readUInt32LE(at * 4));
}

function* linesOfBlob(db: ReadableDb, { blobId, held, sha256, sizeBytes }: StagedBlob): Generator<string> {
  const step = 1024 * 1024;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for (let at = 0; at < sizeBytes; at += step) {
    const piece =
      blobId === null ? held : readDocumentRange(db, { sha256, blobId, sizeBytes, mediaType: '' }, at, step);
    const parts = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = parts.pop() ?? '';
    yield* parts;
    if (blobId === null) break;
  }
  if (rest !== '') yield rest;
}

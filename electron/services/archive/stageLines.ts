/**
 * The lines of one concept, kept for a moment as an unowned blob in the vault: a TAR states a file's size before its bytes,
 * and what is sealed must not touch the disk in the clear. A crash leaves a blob that opening the vault clears.
 */
import type { ReadableDb, Row } from '../../db/handles.ts';
import { readDocumentRange, stageBytes, type StagedBlob } from '../../documents/documentStore.ts';
import type { JobContext } from '../../jobs/jobContext.ts';
import type { Concept } from './concepts/index.ts';
import { hereOf } from './here.ts';
import { byRecord, selectOf, stampRecord } from './localRecords.ts';
import { keyParts, type RecordState, toLine } from './recordState.ts';
import { type Archived, parametersOf } from './selection.ts';
import { conditions, firstKeyIn } from './selectionSql.ts';
import { knownIds } from './versionSql.ts';

const recordsAtOnce = 500;

export interface StagedLines {
  blob: StagedBlob;
  count: number;
}

/** `conceal` takes out of a record what may not leave, before it is written. */
export async function stageLines(
  ctx: JobContext,
  concept: Concept,
  archived: Archived,
  conceal: (state: RecordState) => RecordState,
): Promise<StagedLines> {
  let count = 0;
  async function* lines(): AsyncGenerator<Uint8Array> {
    let held: { id: string; rows: Row[] }[] = [];
    const flush = () => {
      const text = ctx.write(({ db, now }) => {
        const here = hereOf(db, now());
        return held
          .flatMap(({ id, rows }) => stampRecord(db, here, concept, id, rows) ?? [])
          .map(state => `${toLine(conceal(state))}\n`)
          .join('');
      });
      count += held.length;
      held = [];
      return Buffer.from(text);
    };
    for (const one of recordsToGo(ctx.query().db, concept, archived)) {
      ctx.signal.throwIfAborted();
      held.push(one);
      if (held.length === recordsAtOnce) yield flush();
    }
    if (held.length > 0) yield flush();
  }
  const blob = await stageBytes(steps => ctx.write(({ db }) => steps(db)), lines(), ctx.signal);
  return { blob, count };
}

/** Rows of the selection by record, and what was there once and is gone: that it is gone travels as well. */
function* recordsToGo(db: ReadableDb, concept: Concept, archived: Archived): Generator<{ id: string; rows: Row[] }> {
  const condition = conditions[concept.name];
  if (condition === undefined) throw new Error(`nothing says which ${concept.words[1]} an archive holds`);
  const seen = new Set<string>();
  for (const one of byRecord(concept, rowsToGo(db, concept, condition, archived))) {
    seen.add(one.id);
    yield one;
  }
  const belongs = firstKeyIn[concept.name];
  if (!belongs) return;
  const members = archived[belongs] as ReadonlySet<string>;
  for (const id of knownIds(db, concept.name))
    if (!seen.has(id) && members.has(String(keyParts(concept, id)?.[0]))) yield { id, rows: [] };
}

const rowsAtOnce = 4000;

/** Records by slices, since there may be hundreds of thousands; logs and memberships are small and read as one. */
function* rowsToGo(db: ReadableDb, concept: Concept, condition: string, archived: Archived): Generator<Row> {
  const parameters = parametersOf(archived);
  if (concept.kind !== 'record') {
    yield* db.prepare(selectOf(concept, condition)).all(parameters);
    return;
  }
  const slice = db.prepare(selectOf(concept, `(${condition}) AND id > $after`, 'LIMIT $limit'));
  for (let after = ''; ; ) {
    const rows = slice.all({ ...parameters, after, limit: rowsAtOnce });
    yield* rows;
    if (rows.length < rowsAtOnce) return;
    after = String(rows.at(-1)?.['id']);
  }
}

export async function* readStaged(
  db: ReadableDb,
  { blobId, held, sha256, sizeBytes }: StagedBlob,
): AsyncGenerator<Uint8Array> {
  if (blobId === null) {
    if (held.length > 0) yield held;
    return;
  }
  const step = 1024 * 1024;
  for (let at = 0; at < sizeBytes; at += step)
    yield readDocumentRange(db, { sha256, blobId, sizeBytes, mediaType: '' }, at, step);
}

/** The job that writes entities into a file: aside, recorded with its digest, then renamed. The same content makes the same bytes. */
import { createHash } from 'node:crypto';
import { type FileHandle, open, rename } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { InterchangeFormat } from '../../../shared/contract/interchange.ts';
import {
  type LeavingEntities,
  writeCsv,
  writeFtm,
  writeGeoJson,
  writeGexf,
  writeGraphml,
  writeKml,
  writeXlsx,
} from '../../../shared/domain/interchange/index.ts';
import type { OperationName, OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { LeavingChoice, Sending } from '../../../shared/domain/departure/index.ts';
import { assertNever } from '../../../shared/kernel/assertNever.ts';
import { Sha256 } from '../../../shared/kernel/digest.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import { CaseId, EntityId } from '../../../shared/kernel/ids.ts';
import type { Job, JobContext } from '../../jobs/jobContext.ts';
import { asidePath, removeOnFailure } from '../../documents/writeAside.ts';
import { recipientsOf, recordDeparture } from '../departure/index.ts';
import type { HostContext } from '../host.ts';
import { type OfFormat, planEntities, readThrough, selectionWords, tellEntities } from './planEntities.ts';
import { zipParts } from './zipParts.ts';

/** DPRK Reports is a shape that is read only; STIX has an export of its own, which takes findings along. */
export const WritableFormat = InterchangeFormat.exclude(['dprk-reports', 'stix']);
export type WritableFormat = z.infer<typeof WritableFormat>;

export const ExportInput = z.object({
  caseId: CaseId,
  format: WritableFormat,
  entityIds: z.array(EntityId).nullable(),
  audience: LeavingChoice.shape.audience,
  ...Sending.shape,
  path: z.string(),
});
export type ExportInput = z.infer<typeof ExportInput>;

export interface Exported {
  path: string;
  sha256: Sha256;
  sizeBytes: number;
  entities: number;
  /** What did not go, or not whole, each in a sentence. */
  leftOut: string[];
}

const WRITE_CHARS = 256 * 1024;

export const exportEntities: Job<ExportInput, Exported> = async (ctx, input) => {
  const { format, path, audience, caseId } = input;
  const { db } = ctx.query();
  const plan = planEntities(db, input);
  const total = plan.ids.length;
  const shortened: string[] = [];
  const source = counted(ctx, plan.source, total);
  const aside = asidePath(path);
  return removeOnFailure(
    aside,
    async () => {
      const file = await open(aside, 'wx+', 0o600);
      let written: { sha256: string; sizeBytes: number };
      try {
        written = await writeInto(ctx, file, format, source, shortened);
        await file.sync();
      } finally {
        await file.close();
      }
      ctx.signal.throwIfAborted();
      const { list, leftOut, preFlight } = tellEntities(db, plan, ofFormat(format, shortened));
      const sha256 = Sha256.parse(written.sha256);
      const entities = preFlight.entityCount;
      ctx.write(tx =>
        recordDeparture(tx, {
          kind: 'entities',
          caseId,
          recipients: recipientsOf(input),
          audience,
          reason: input.reason,
          list,
          fileName: basename(path),
          fileSha256: sha256,
          sizeBytes: written.sizeBytes,
          event: {
            action: 'entities-exported',
            subject: caseId,
            details: { format, entities: String(entities), selection: selectionWords(plan) },
          },
        }),
      );
      await rename(aside, path);
      ctx.report({ done: total, total, unit: 'entity', note: null });
      ctx.announce('custody', 'departure');
      return { path, sha256, sizeBytes: written.sizeBytes, entities, leftOut };
    },
    path,
  );
};

/** As the job gathers it. A workbook is written into nothing, since only its writer knows which cells are too long. */
export async function preFlightOfEntities(
  { session }: HostContext,
  { format, ...choice }: ParsedInputOf<'interchange.preFlight'>,
): Promise<OutputOf<'interchange.preFlight'>> {
  const writable = requireWritable('interchange.preFlight', format);
  const { db } = session.queryContext();
  const plan = planEntities(db, choice);
  const shortened: string[] = [];
  if (writable === 'xlsx')
    for (const { text } of writeXlsx(plan.source, sentence => shortened.push(sentence))) await readThrough(text);
  else await readThrough(plan.source.entities());
  return tellEntities(db, plan, ofFormat(writable, shortened)).preFlight;
}

/** @throws invalid-input */
export function requireWritable(operation: OperationName, format: InterchangeFormat): WritableFormat {
  const writable = WritableFormat.safeParse(format);
  if (writable.success) return writable.data;
  throw new ProbatumError('invalid-input', {
    operation,
    problem: 'this shape is read only; choose FollowTheMoney',
  });
}

function ofFormat(format: WritableFormat, shortened: readonly string[]): OfFormat {
  return { isMap: format === 'geojson' || format === 'kml', shortened };
}

/** Tells how far it came; a writer that goes through all several times begins anew each time. */
function counted(ctx: JobContext, source: LeavingEntities, total: number): LeavingEntities {
  return {
    *entities(schema) {
      let done = 0;
      for (const entity of source.entities(schema)) {
        done += 1;
        if (done % 100 === 0) ctx.report({ done, total, unit: 'entity', note: null });
        yield entity;
      }
    },
  };
}

async function writeInto(
  ctx: JobContext,
  file: FileHandle,
  format: WritableFormat,
  source: LeavingEntities,
  shortened: string[],
): Promise<{ sha256: string; sizeBytes: number }> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const pieces =
    format === 'xlsx'
      ? zipParts(
          writeXlsx(source, sentence => shortened.push(sentence)),
          text => bytesOf(ctx, text),
        )
      : bytesOf(ctx, textOf(format, source));
  for await (const bytes of pieces) {
    hash.update(bytes);
    sizeBytes += bytes.byteLength;
    await file.writeFile(bytes);
  }
  return { sha256: hash.digest('hex'), sizeBytes };
}

function textOf(format: Exclude<WritableFormat, 'xlsx'>, source: LeavingEntities): Iterable<string> {
  switch (format) {
    case 'ftm':
      return writeFtm(source);
    case 'csv':
      return writeCsv(source);
    case 'graphml':
      return writeGraphml(source);
    case 'gexf':
      return writeGexf(source);
    case 'geojson':
      return writeGeoJson(source);
    case 'kml':
      return writeKml(source);
    default:
      return assertNever(format);
  }
}

/** In pieces; between them, others have their turn, and whoever wants to stop it is heard. */
async function* bytesOf(ctx: JobContext, texts: Iterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let waiting = '';
  for (const text of texts) {
    waiting += text;
    if (waiting.length < WRITE_CHARS) continue;
    yield encoder.encode(waiting);
    waiting = '';
    ctx.signal.throwIfAborted();
    await new Promise(resolve => setImmediate(resolve));
  }
  if (waiting !== '') yield encoder.encode(waiting);
}

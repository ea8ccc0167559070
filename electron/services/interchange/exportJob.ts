/** The job that writes entities into a file: aside, recorded with its digest, then renamed. The same content makes the same bytes. */
import { createHash } from 'node:crypto';
import { type FileHandle, open, rename } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { InterchangeFormat } from '../../../shared/contract/interchange.ts';
import {
  type LeavingEntities,
  placeOf,
  writeCsv,
  writeFtm,
  writeGeoJson,
  writeGexf,
  writeGraphml,
  writeKml,
  writeXlsx,
} from '../../../shared/domain/interchange/index.ts';
import { type DepartureList, everything, LeavingChoice, Sending } from '../../../shared/domain/departure/index.ts';
import type { HandlingMark } from '../../../shared/domain/handlingMark.ts';
import { assertNever } from '../../../shared/kernel/assertNever.ts';
import { Sha256 } from '../../../shared/kernel/digest.ts';
import { CaseId, EntityId } from '../../../shared/kernel/ids.ts';
import type { Job, JobContext } from '../../jobs/jobContext.ts';
import { asidePath, removeOnFailure } from '../../documents/writeAside.ts';
import { requireCase } from '../case/index.ts';
import { requireMayLeave } from '../compartment/index.ts';
import { recipientsOf, recordDeparture, requireAudience, withholdingOf } from '../departure/index.ts';
import { requireCanonical } from '../entity/index.ts';
import { leavingEntities } from './leavingEntities.ts';
import { leavingIds } from './leavingSql.ts';
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

export const exportEntities: Job<ExportInput, Exported> = async (
  ctx,
  { caseId, format, entityIds, audience, path, reason, ...given },
) => {
  const { db } = ctx.query();
  const about = requireCase(db, caseId);
  requireMayLeave(db, { caseId });
  requireAudience(about, audience);
  const chosen = entityIds?.map(id => requireCanonical(db, id).id) ?? null;
  const ids = leavingIds(db, { caseId, chosen });
  const total = ids.length;
  const leftOut: string[] = [];
  const kept = new Set<string>();
  const withholding = withholdingOf(db, about.handlingMark, { ...everything, audience });
  const leaving = { caseId, all: ids, withholding, onKept: (exhibit: string) => kept.add(exhibit) };
  const source = counted(ctx, leavingEntities(db, leaving), total);
  const aside = asidePath(path);
  return removeOnFailure(
    aside,
    async () => {
      const file = await open(aside, 'wx+', 0o600);
      let written: { sha256: string; sizeBytes: number };
      try {
        written = await writeInto(ctx, file, format, source, leftOut);
        await file.sync();
      } finally {
        await file.close();
      }
      ctx.signal.throwIfAborted();
      if (kept.size > 0)
        leftOut.unshift(
          `Values that rest only on ${[...kept].sort().join(', ')} did not go: these exhibits may not leave.`,
        );
      const going = new Set(ids.map(({ id }) => id));
      const elsewhere = (chosen ?? []).filter(id => !going.has(id)).length;
      if (elsewhere > 0)
        leftOut.unshift(
          `${elsewhere} of those chosen ${elsewhere === 1 ? 'is' : 'are'} withdrawn, or known by other cases alone, and did not go.`,
        );
      const placeless = format === 'geojson' || format === 'kml' ? countPlaceless(source) : 0;
      if (placeless > 0)
        leftOut.unshift(
          `${placeless} ${placeless === 1 ? 'entity has' : 'entities have'} no position and did not go on the map.`,
        );
      const sha256 = Sha256.parse(written.sha256);
      const entities = total - placeless;
      ctx.write(tx =>
        recordDeparture(tx, {
          kind: 'entities',
          caseId,
          recipients: recipientsOf(given),
          audience,
          reason,
          list: listOfEntities(ids, { caseMark: about.handlingMark, placeless, kept, leftOut }),
          fileName: basename(path),
          fileSha256: sha256,
          sizeBytes: written.sizeBytes,
          event: {
            action: 'entities-exported',
            subject: caseId,
            details: {
              format,
              entities: String(entities),
              selection: chosen === null ? 'all of the case' : `${chosen.length} chosen`,
            },
          },
        }),
      );
      await rename(aside, path);
      ctx.report({ done: total, total, unit: 'entity', note: null });
      ctx.announce('custody');
      return { path, sha256, sizeBytes: written.sizeBytes, entities, leftOut };
    },
    path,
  );
};

/** Entities are listed by their number: who they are is in the file, and names would make the record a second copy of it. */
function listOfEntities(
  ids: readonly unknown[],
  given: { caseMark: HandlingMark; placeless: number; kept: ReadonlySet<string>; leftOut: readonly string[] },
): DepartureList {
  const count = ids.length - given.placeless;
  return {
    goes: [
      {
        what: 'entity',
        name: `${count} ${count === 1 ? 'entity' : 'entities'}`,
        title: '',
        sha256: null,
        sizeBytes: null,
        handlingMark: given.caseMark,
      },
    ],
    stays: [...given.kept].sort().map(name => ({ what: 'exhibit', name, why: 'it may not leave' })),
    concerns: [...given.leftOut],
  };
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
  leftOut: string[],
): Promise<{ sha256: string; sizeBytes: number }> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const pieces =
    format === 'xlsx'
      ? zipParts(
          writeXlsx(source, sentence => leftOut.push(sentence)),
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

function countPlaceless(source: LeavingEntities): number {
  let count = 0;
  for (const entity of source.entities()) if (placeOf(entity) === null) count += 1;
  return count;
}

/**
 * The job that admits what a person gave: each file is read once, hashed and stored, then numbered, then read by the
 * extractor. One file that fails is a line in the result, never the end. Resuming skips what is done and reads what waits.
 */
import { z } from 'zod';
import { AdmissionDefaults } from '../../../shared/domain/exhibit.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import { CaseId, type ExhibitId } from '../../../shared/kernel/ids.ts';
import { adoptBlob, type StagedBlob, stageBytes } from '../../documents/documentStore.ts';
import type { Job, JobContext } from '../../jobs/jobContext.ts';
import { requireCase } from '../case/index.ts';
import { admissionOf, countAdmissions, isAdmitted, recordAdmission } from './admissionSql.ts';
import { admitDocument } from './admitDocument.ts';
import { depthOf, findExhibit, waitingExhibits } from '../exhibit/index.ts';
import { extractExhibit, type ReadingOptions } from './extractExhibit.ts';
import { GivenFileRefused, readGiven } from './openGiven.ts';
import { admitWaitingParts, containersWithWaitingParts } from './waitingParts.ts';
import { explainReading, type Found, walkFiles } from './walkFiles.ts';
import { WorkPool } from '../../jobs/workPool.ts';

export const AdmitInput = z.object({ caseId: CaseId, roots: z.array(z.string()), defaults: AdmissionDefaults });
export type AdmitInput = z.infer<typeof AdmitInput>;
export interface AdmitReport {
  admitted: number;
  linked: number;
  refused: number;
}

export const admitExhibits: Job<AdmitInput, AdmitReport> = async (ctx, input) => {
  requireCase(ctx.query().db, input.caseId);
  for (const id of containersWithWaitingParts(ctx.query().db, ctx.jobId)) admitWaitingParts(ctx, id);
  for (const id of waitingExhibits(ctx.query().db, ctx.jobId)) {
    await readWithAttachments(ctx, id, { depth: depthOf(ctx.query().db, id) });
  }

  const progress = { done: 0, total: null as number | null, unit: 'file', note: 'counting' };
  ctx.report(progress);
  let total = 0;
  for await (const _ of walkFiles(input.roots, ctx.signal)) total += 1;
  progress.total = total;

  const readers = new WorkPool(ctx.tools.extractorSize * filesPerReader);
  const finish = (path: string) => {
    const row = admissionOf(ctx.query().db, ctx.jobId, path);
    if (row) ctx.tools.onAdmission?.(row);
    progress.done += 1;
    ctx.report({ ...progress });
    ctx.announce('exhibit');
  };
  try {
    // Numbers are given one file after the other, so that they follow the order of the names; reading goes on beside.
    for await (const found of walkFiles(input.roots, ctx.signal)) {
      readers.throwIfFailed();
      progress.note = found.path.split(/[\\/]/).at(-1) ?? '';
      ctx.report({ ...progress });
      const { admitted } = await admitFound(ctx, input, found);
      const read = async () => {
        const exhibitId = await admitted;
        if (exhibitId) await readWithAttachments(ctx, exhibitId, { depth: 0 });
        finish(found.path);
      };
      // A container is read before the next file is numbered: its parts stand right behind it.
      if (/\.(eml|msg|mbox|mboxrd|mbx|pst|ost|dat|kmz|zip|7z|rar|tar|t?gz|tbz2?|bz2|xz|wacz|warc)$/i.test(found.path))
        await read();
      else await readers.add(read);
    }
    await readers.finished();
  } finally {
    await readers.settled();
  }
  ctx.signal.throwIfAborted();
  return countAdmissions(ctx.query().db, ctx.jobId);
};

/** Admitted files that wait for a reader, or for the transaction that keeps their reading, for each reader. */
const filesPerReader = 8;

/**
 * On its way into the vault: the id of a new exhibit that is to be read, or null where the file was refused or linked. In an
 * object, since the next file is taken in hand before this one is committed.
 */
interface OnItsWay {
  admitted: Promise<ExhibitId | null>;
}

async function admitFound(ctx: JobContext, input: AdmitInput, found: Found): Promise<OnItsWay> {
  if (isAdmitted(ctx.query().db, ctx.jobId, found.path)) return { admitted: Promise.resolve(null) };
  if (found.kind === 'file') return admitFile(ctx, input, found);
  return { admitted: refuse(ctx, input, found) };
}

async function admitFile(
  ctx: JobContext,
  { caseId, defaults }: AdmitInput,
  { path, name, place }: Extract<Found, { kind: 'file' }>,
): Promise<OnItsWay> {
  let staged: StagedBlob;
  try {
    staged = await stageBytes(steps => ctx.write(command => steps(command.db)), readGiven(place), ctx.signal);
  } catch (error) {
    // A full disk or a damaged vault is not this file's fault: the job stops, and can be resumed.
    if (ctx.signal.aborted || error instanceof ProbatumError) throw error;
    const { code, sentence } = error instanceof GivenFileRefused ? error : explainReading(path, error);
    return { admitted: refuse(ctx, { caseId }, { path, code, sentence }) };
  }
  // Numbers follow the order of the files, since steps are run in the order in which they are given.
  const admitted = ctx.writeTogether(command => {
    const document = adoptBlob(command.db, staged, 'application/octet-stream', command.now());
    const { exhibit, linked } = admitDocument(command, {
      caseId,
      sha256: document.sha256,
      fileName: name,
      path,
      parentId: null,
      jobId: ctx.jobId,
      defaults,
    });
    recordAdmission(command.db, ctx.jobId, {
      path,
      outcome: linked ? 'linked' : 'admitted',
      exhibitId: exhibit.id,
      code: null,
      sentence: null,
    });
    return linked ? null : exhibit.id;
  });
  return { admitted };
}

async function refuse(
  ctx: JobContext,
  { caseId }: { caseId: CaseId },
  { path, code, sentence }: { path: string; code: string; sentence: string },
): Promise<null> {
  await ctx.writeTogether(command => {
    recordAdmission(command.db, ctx.jobId, { path, outcome: 'refused', exhibitId: null, code, sentence });
    command.custody.record({
      action: 'admission-refused',
      caseId,
      subject: path.split(/[\\/]/).at(-1) ?? path,
      details: { code },
    });
  });
  return null;
}

/** Reads an exhibit, then what was attached to it, however deep the extractor's limits let it go. */
export async function readWithAttachments(
  ctx: JobContext,
  exhibitId: ExhibitId,
  options: ReadingOptions,
): Promise<void> {
  // The password of an archive is tried on what is protected inside it; a chosen encoding was chosen for this text only.
  const inside = { password: options.password, isPatient: options.isPatient };
  const open: { id: ExhibitId; options: ReadingOptions }[] = [{ id: exhibitId, options }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    ctx.signal.throwIfAborted();
    const parts = await extractExhibit(ctx, next.id, next.options);
    const { depth } = next.options;
    for (const id of parts.toReversed()) open.push({ id, options: { ...inside, depth: depth + 1 } });
    if (parts.length > 0) ctx.announce('exhibit');
  }
}

export const ExtractInput = z.object({
  caseId: CaseId,
  exhibitIds: z.array(z.string()),
  encoding: z.string().optional(),
  isPatient: z.boolean().default(false),
});
export type ExtractInput = z.infer<typeof ExtractInput>;

/** Reads exhibits again: after a password, an update, or for another try. A password is the job's secret, never its input. */
export const extractExhibits: Job<ExtractInput, { read: number; failed: number }> = async (ctx, input) => {
  const { exhibitIds, encoding, isPatient } = input;
  const password = ctx.secret ?? undefined;
  let done = 0;
  let failed = 0;
  const readers = new WorkPool(ctx.tools.extractorSize);
  try {
    for (const id of exhibitIds as ExhibitId[]) {
      readers.throwIfFailed();
      ctx.signal.throwIfAborted();
      await readers.add(async () => {
        const depth = depthOf(ctx.query().db, id);
        await readWithAttachments(ctx, id, { password, encoding, isPatient, again: true, depth });
        const reading = findExhibit(ctx.query().db, id)?.reading;
        if (reading !== 'read' && reading !== 'no-text') failed += 1;
        done += 1;
        ctx.report({ done, total: exhibitIds.length, unit: 'exhibit', note: null });
        ctx.announce('exhibit', 'passage');
      });
    }
    await readers.finished();
  } finally {
    await readers.settled();
  }
  ctx.signal.throwIfAborted();
  return { read: exhibitIds.length - failed, failed };
};

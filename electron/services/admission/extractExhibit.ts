/** Has one exhibit's document read in the extractor's process, and stores what came of it: a rendition, or a problem. */
import type { Exhibit, ReadingState } from '../../../shared/domain/exhibit.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { ExtractionProblem, ExtractionSummary, ExtractOutcome } from '../../../shared/domain/extraction.ts';
import type { ExhibitId, JobId } from '../../../shared/kernel/ids.ts';
import {
  chunkBytes,
  findDocument,
  readDocumentRange,
  stageBytes,
  updateMediaType,
} from '../../documents/documentStore.ts';
import { patientLimits } from '../../extract/limits.ts';
import type { JobContext } from '../../jobs/jobContext.ts';
import type { CommandContext } from '../context.ts';
import { joinAlike, keepLikeness } from '../copy/index.ts';
import { reanchorPassages } from '../passage/index.ts';
import { keepMailIds } from '../thread/index.ts';
import {
  currentRenditionOf,
  exhibitIdsOfDocument,
  findExhibit,
  hasText,
  RenditionWriter,
  setReading,
  titleFromDocument,
} from '../exhibit/index.ts';
import { admitWaitingParts, keepWaitingParts, type StagedPart } from './waitingParts.ts';

const titledTypes = new Set([
  'message/rfc822',
  'application/vnd.ms-outlook',
  'text/html',
  'application/xhtml+xml',
  'multipart/related',
]);

export interface ReadingOptions {
  password?: string;
  /** Chosen by a person where the text is in another encoding than it was taken for. */
  encoding?: string;
  /** More time, memory and room than the first time: for documents that met a limit. */
  isPatient?: boolean;
  again?: boolean;
  /** How many containers the document lies in. */
  depth: number;
}

/** Ids of the attachments that became child exhibits; they are to be read next. */
export async function extractExhibit(
  ctx: JobContext,
  exhibitId: ExhibitId,
  options: ReadingOptions,
): Promise<ExhibitId[]> {
  const exhibit = findExhibit(ctx.query().db, exhibitId);
  if (!exhibit) return [];
  const existing = currentRenditionOf(ctx.query().db, exhibit.sha256);
  if (existing && !options.again) {
    // The same bytes were read for another case: one rendition serves both.
    await ctx.writeTogether(({ db }) => {
      setReading(db, exhibitId, hasText(db, existing.id) ? 'read' : 'no-text', null);
      joinAlike(db, exhibitId);
    });
    return [];
  }
  return readAnew(ctx, exhibit, options);
}

async function readAnew(ctx: JobContext, exhibit: Exhibit, options: ReadingOptions): Promise<ExhibitId[]> {
  const rendition = new RenditionWriter(ctx, exhibit.sha256);
  const parts: StagedPart[] = [];
  try {
    const outcome = await runExtractor(ctx, exhibit, rendition, parts, options);
    if (outcome.ok) {
      await ctx.writeTogether(command => keepReading(command, exhibit, rendition, outcome.summary, parts, ctx.jobId));
      return admitWaitingParts(ctx, exhibit.id);
    }
    rendition.drop();
    await ctx.writeTogether(command =>
      keepProblem(command, exhibit, outcome.problem, outcome.detected?.mediaType ?? null),
    );
    return [];
  } catch (error) {
    rendition.drop();
    throw error;
  }
}

/** Attachments are held in memory up to here, all together; the rest waits in the vault. */
const mostHeldPartBytes = 16 * 1024 * 1024;

async function runExtractor(
  ctx: JobContext,
  exhibit: Exhibit,
  rendition: RenditionWriter,
  parts: StagedPart[],
  options: ReadingOptions,
): Promise<ExtractOutcome> {
  const { db } = ctx.query();
  const document = findDocument(db, exhibit.sha256);
  if (!document) throw new Error('an exhibit without its document');
  let roomBytes = mostHeldPartBytes;
  return ctx.tools.extractor.extract({
    source: {
      sizeBytes: document.sizeBytes,
      read: (offset, length) => readDocumentRange(db, document, offset, length),
    },
    fileName: exhibit.fileName,
    password: options.password,
    encoding: options.encoding,
    limits: options.isPatient ? patientLimits : undefined,
    depth: options.depth,
    signal: ctx.signal,
    onPages: pages => rendition.add(pages),
    onPart: async part => {
      const blob = await stageBytes(
        steps => ctx.write(command => steps(command.db)),
        part.bytes,
        ctx.signal,
        Math.min(chunkBytes, roomBytes),
      );
      roomBytes -= blob.held.length;
      parts.push({ blob, name: part.name, disposition: part.disposition });
    },
  });
}

/** Rendition, reading state, attachments and custody event in one transaction. */
function keepReading(
  ctx: CommandContext,
  exhibit: Exhibit,
  rendition: RenditionWriter,
  summary: ExtractionSummary,
  parts: readonly StagedPart[],
  jobId: JobId,
): void {
  const { db } = ctx;
  const renditionId = rendition.finish(ctx, summary);
  updateMediaType(db, exhibit.sha256, summary.detected.mediaType);
  const reading: ReadingState = hasText(db, renditionId) ? 'read' : 'no-text';
  for (const id of exhibitIdsOfDocument(db, exhibit.sha256)) {
    setReading(db, id, reading, null);
    // A message's subject and a page's title are printed on them; a PDF's title field is often left from another file.
    if (summary.title && titledTypes.has(summary.detected.mediaType)) titleFromDocument(db, id, summary.title);
  }
  reanchorPassages(ctx, exhibit.sha256, renditionId);
  keepLikeness(db, exhibit.sha256, summary);
  keepMailIds(db, exhibit.sha256, summary);
  ctx.custody.record({
    action: 'text-extracted',
    caseId: exhibit.caseId,
    exhibitId: exhibit.id,
    subject: renditionId,
    sha256: exhibit.sha256,
    details: { engine: `${summary.engine} ${summary.engineVersion}`, pages: String(summary.pageCount) },
  });
  keepWaitingParts(ctx, exhibit.id, parts, jobId);
}

const readingOf: Record<ExtractionProblem['code'], ReadingState> = {
  'password-needed': 'password-needed',
  'password-wrong': 'password-needed',
  unreadable: 'unreadable',
  'too-large': 'unreadable',
  'too-many-pages': 'unreadable',
  'timed-out': 'unreadable',
  'out-of-memory': 'unreadable',
  crashed: 'unreadable',
  'unsupported-type': 'not-supported',
};

/** A reading that fails leaves an earlier one in place: nothing that was cited goes away. */
function keepProblem(
  ctx: CommandContext,
  exhibit: Exhibit,
  problem: ExtractionProblem,
  mediaType: string | null,
): void {
  const { db } = ctx;
  if (mediaType) updateMediaType(db, exhibit.sha256, mediaType);
  if (exhibit.renditionId === null) setReading(db, exhibit.id, readingOf[problem.code], problem.detail);
  ctx.custody.record({
    action: 'extraction-failed',
    caseId: exhibit.caseId,
    exhibitId: exhibit.id,
    subject: exhibitNumber(exhibit.number),
    sha256: exhibit.sha256,
    details: { code: problem.code },
  });
}

/**
 * Makes the new rendition of a document whose pages were recognised: recognised pages in the place of the old, all others as
 * they were. Passages are found again in it or shown as orphans; the words of citations stay as they were cited.
 */
import type { Exhibit } from '../../../shared/domain/exhibit.ts';
import type { ExtractedPage, ExtractionSummary } from '../../../shared/domain/extraction.ts';
import { openTextSketch } from '../../../shared/domain/nearCopy.ts';
import { type ModelName, pageRanges } from '../../../shared/domain/recognition.ts';
import type { Page, Rendition } from '../../../shared/domain/rendition.ts';
import { ENGINE } from '../../extract/ocr/engineVersion.ts';
import type { JobContext } from '../../jobs/jobContext.ts';
import type { CommandContext } from '../context.ts';
import { findLikeness, keepLikeness } from '../copy/index.ts';
import { currentRenditionOf, exhibitIdsOfDocument, hasText, RenditionWriter, setReading } from '../exhibit/index.ts';
import { reanchorPassages } from '../passage/index.ts';
import { walkPages } from './surveyExhibit.ts';
import { dropRecognisedPages, type Outcome, recognisedPage, recordOutcome, type Run } from './recognitionSql.ts';

const languagesShown = 3;

interface Recognised {
  indexes: number[];
  confidences: number[];
  failed: { index: number; problem: string }[];
  languages: Map<string, number>;
  sketch: ReturnType<typeof openTextSketch>;
}

/** Answers what became of the exhibit; a rendition is made only if a page was recognised. */
export function keepRendition(
  ctx: JobContext,
  exhibit: Exhibit,
  run: Run,
  models: readonly ModelName[],
  wanted: ReadonlySet<number>,
): Outcome {
  const before = currentRenditionOf(ctx.query().db, exhibit.sha256);
  if (!before) throw new Error('a document without the rendition that was recognised');
  const writer = new RenditionWriter(ctx, exhibit.sha256);
  try {
    const recognised = writePages(ctx, before, run, wanted, writer);
    const outcome = outcomeOf(recognised, models);
    if (recognised.indexes.length === 0) writer.drop();
    ctx.write(command => {
      if (recognised.indexes.length > 0) finish(command, exhibit, before, run, recognised, writer);
      dropRecognisedPages(command.db, run);
      recordOutcome(command.db, ctx.jobId, exhibit.id, outcome);
    });
    return outcome;
  } catch (error) {
    writer.drop();
    throw error;
  }
}

function writePages(
  ctx: JobContext,
  before: Rendition,
  run: Run,
  wanted: ReadonlySet<number>,
  writer: RenditionWriter,
): Recognised {
  const result: Recognised = {
    indexes: [],
    confidences: [],
    failed: [],
    languages: new Map(),
    sketch: openTextSketch(),
  };
  const { db } = ctx.query();
  for (const page of walkPages(db, before.id)) {
    const kept = wanted.has(page.index) ? recognisedPage(db, run, page.index) : null;
    if (kept?.problem) result.failed.push({ index: page.index, problem: kept.problem });
    const written = kept && kept.problem === null ? recognisedInPlace(page, kept) : asItWas(page);
    if (kept && kept.problem === null) {
      result.indexes.push(page.index);
      if (kept.confidence !== null) result.confidences.push(kept.confidence);
    }
    for (const code of written.languages) result.languages.set(code, (result.languages.get(code) ?? 0) + 1);
    result.sketch.add(written.text);
    writer.add([written]);
  }
  return result;
}

function asItWas({ widthPt, heightPt, ...page }: Page): ExtractedPage {
  return { ...page, widthPt: widthPt ?? undefined, heightPt: heightPt ?? undefined };
}

function recognisedInPlace(
  page: Page,
  { text, words, confidence, languages }: Pick<ExtractedPage, 'text' | 'words' | 'confidence' | 'languages'>,
): ExtractedPage {
  return { ...asItWas(page), method: 'ocr', text, words, confidence, languages };
}

function outcomeOf({ indexes, confidences, failed }: Recognised, models: readonly ModelName[]): Outcome {
  return { models, pages: indexes.length, confidence: mean(confidences), problem: failureSentence(failed) };
}

function failureSentence(failed: Recognised['failed']): string | null {
  const [first] = failed;
  if (!first) return null;
  const pages = pageRanges(failed.map(({ index }) => index));
  return `${failed.length === 1 ? `Page ${pages}` : `Pages ${pages}`} could not be recognised: ${first.problem}`;
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Rendition, reading state, passages and custody event in one transaction. */
function finish(
  ctx: CommandContext,
  exhibit: Exhibit,
  before: Rendition,
  run: Run,
  recognised: Recognised,
  writer: RenditionWriter,
): void {
  const { db } = ctx;
  const summary = summaryOf(exhibit, before, run, recognised);
  const renditionId = writer.finish(ctx, summary);
  const reading = hasText(db, renditionId) ? 'read' : 'no-text';
  for (const id of exhibitIdsOfDocument(db, exhibit.sha256)) setReading(db, id, reading, null);
  reanchorPassages(ctx, exhibit.sha256, renditionId);
  // What it looks like has not changed.
  const pictureHash = findLikeness(db, exhibit.sha256)?.pictureHash ?? null;
  keepLikeness(db, exhibit.sha256, { textSketch: summary.textSketch, pictureHash });
  ctx.custody.record({
    action: 'words-recognised',
    caseId: exhibit.caseId,
    exhibitId: exhibit.id,
    subject: renditionId,
    sha256: exhibit.sha256,
    details: {
      engine: `${ENGINE} (${run.engineVersion})`,
      models: run.models,
      pages: pageRanges(recognised.indexes),
    },
  });
}

function summaryOf(exhibit: Exhibit, before: Rendition, run: Run, recognised: Recognised): ExtractionSummary {
  const { indexes, failed, languages, sketch } = recognised;
  const { 'proposed languages': _, ...metadata } = before.metadata;
  const failure = failureSentence(failed);
  const wasRecognised = before.engine.startsWith(ENGINE);
  return {
    engine: wasRecognised || before.engine === '' ? before.engine || ENGINE : `${ENGINE} + ${before.engine}`,
    engineVersion: wasRecognised ? before.engineVersion : joinVersions(run.engineVersion, before.engineVersion),
    detected: { mediaType: exhibit.mediaType },
    pageCount: before.pageCount,
    partCount: 0,
    outline: before.outline,
    metadata: {
      ...metadata,
      'recognised with': run.models,
      'recognised pages': pageRanges(indexes).slice(0, 4000),
    },
    title: null,
    languages: [...languages]
      .sort((one, other) => other[1] - one[1])
      .map(([code]) => code)
      .slice(0, languagesShown),
    structure: before.structure,
    places: before.places,
    remarks: before.remarks,
    textSketch: sketch.result(),
    pictureHash: null,
    warnings: [...before.warnings.filter(line => !/could not be recognised/.test(line)), ...(failure ? [failure] : [])],
  };
}

/** `ExtractionSummary` has 60 characters for it; the engine that is new comes first. */
function joinVersions(one: string, other: string): string {
  return `${one}, ${other}`.slice(0, 60);
}

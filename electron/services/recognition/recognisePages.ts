/** Has pages recognised in the extractor's process, and keeps each as it comes. */
import type { ExtractedPage, ExtractionProblem } from '../../../shared/domain/extraction.ts';
import { findDocument, readDocumentRange } from '../../documents/documentStore.ts';
import type { ExtractLimits } from '../../extract/limits.ts';
import type { JobContext } from '../../jobs/jobContext.ts';
import type { ModelGuesser } from './guessModels.ts';
import type { ExhibitPlan } from './planRecognition.ts';
import { keepRecognisedPage, recognisedIndexes } from './recognitionSql.ts';

/** A page of print takes seconds; one of noise at the largest size a minute or two. */
const limits: Partial<ExtractLimits> = { noProgressMs: 150_000, firstProgressMs: 180_000, totalMs: 20 * 60_000 };

/** Problems of the document: no page of it can be recognised, and trying the next would only tell the same. */
const ofTheDocument: readonly ExtractionProblem['code'][] = [
  'password-needed',
  'password-wrong',
  'unsupported-type',
  'too-large',
];

/** Answers a problem that concerns the whole document, else null. `onPage` is told of each page that is settled. */
export async function recognisePages(
  ctx: JobContext,
  plan: ExhibitPlan,
  pageIndexes: readonly number[],
  onPage: () => void,
): Promise<ExtractionProblem | null> {
  const missing = new Set<number>();
  for (const index of pageIndexes) {
    if (plan.kept.has(index)) onPage();
    else missing.add(index);
  }
  if (missing.size === 0) return null;
  const outcome = await ctx.tools.extractor.recognise({
    ...requestFor(ctx, plan),
    pageIndexes: [...missing],
    models: plan.models,
    onPages: pages => {
      for (const page of pages) {
        missing.delete(page.index);
        keepPage(ctx, plan, page);
        onPage();
      }
    },
  });
  if (outcome.ok) return null;
  if (ofTheDocument.includes(outcome.problem.code)) return outcome.problem;
  return goOnAfter(ctx, plan, missing, outcome.problem, onPage);
}

/** The page that broke is the first that did not come; those after it were only behind it. */
async function goOnAfter(
  ctx: JobContext,
  plan: ExhibitPlan,
  missing: ReadonlySet<number>,
  { detail }: ExtractionProblem,
  onPage: () => void,
): Promise<ExtractionProblem | null> {
  const [broken, ...rest] = missing;
  if (broken === undefined) return null;
  keepPage(ctx, plan, { index: broken, text: '', words: [], confidence: null, languages: [] }, detail);
  onPage();
  return recognisePages(ctx, plan, rest, onPage);
}

/**
 * Before any page of it is kept, since pages are kept under the names of the models. Trying takes the page in hand; where
 * its reading is what the answer would read it with, it is kept at once.
 */
export async function settleModels(
  ctx: JobContext,
  plan: ExhibitPlan,
  pageIndex: number,
  guesser: ModelGuesser,
): Promise<void> {
  const readings = new Map<string, ExtractedPage>();
  const models = await guesser.modelsFor(plan.models[0] ?? 'eng', async tried => {
    await ctx.tools.extractor.recognise({
      ...requestFor(ctx, plan),
      pageIndexes: [pageIndex],
      models: tried,
      onPages: pages => {
        for (const page of pages) readings.set(tried.join('+'), page);
      },
    });
    const page = readings.get(tried.join('+'));
    return page ? { confidence: page.confidence ?? 0, letters: countLetters(page.text) } : null;
  });
  plan.models = models;
  plan.run = { ...plan.run, models: models.join('+') };
  const reading = readings.get(plan.run.models);
  if (reading) keepPage(ctx, plan, reading);
  plan.kept = recognisedIndexes(ctx.query().db, plan.run);
}

/** A character of Chinese, Japanese or Korean says as much as some letters. */
function countLetters(text: string): number {
  const broad = text.match(/\p{sc=Han}|\p{sc=Hangul}|\p{sc=Hiragana}|\p{sc=Katakana}/gu)?.length ?? 0;
  return (text.match(/\p{L}/gu)?.length ?? 0) + 2 * broad;
}

type Kept = Pick<ExtractedPage, 'index' | 'text' | 'words' | 'confidence' | 'languages'>;

function keepPage(
  ctx: JobContext,
  { run }: ExhibitPlan,
  { index, text, words, confidence, languages }: Kept,
  problem: string | null = null,
): void {
  const page = { index, text, words, confidence, languages, problem };
  ctx.write(command => keepRecognisedPage(command.db, run, page, command.now()));
}

function requestFor(ctx: JobContext, { exhibit }: ExhibitPlan) {
  const { db } = ctx.query();
  const document = findDocument(db, exhibit.sha256);
  if (!document) throw new Error('an exhibit without its document');
  return {
    source: {
      sizeBytes: document.sizeBytes,
      read: (offset: number, length: number) => readDocumentRange(db, document, offset, length),
    },
    fileName: exhibit.fileName,
    password: ctx.secret ?? undefined,
    limits,
    signal: ctx.signal,
  };
}

/** What a job has to do: for each exhibit, which pages, with which models. */
import { z } from 'zod';
import type { Exhibit } from '../../../shared/domain/exhibit.ts';
import { canBeRecognised, ModelName } from '../../../shared/domain/recognition.ts';
import { CaseId, ExhibitId } from '../../../shared/kernel/ids.ts';
import { ENGINE_VERSION } from '../../extract/ocr/engineVersion.ts';
import type { JobContext } from '../../jobs/jobContext.ts';
import { findExhibit } from '../exhibit/index.ts';
import type { Plan } from './pageQueue.ts';
import { drawableExhibits, outcomesOf, recognisedIndexes, recordOutcome, type Run } from './recognitionSql.ts';
import { type Survey, suggestFor, surveyPages } from './surveyExhibit.ts';

export const RecogniseInput = z.object({
  caseId: CaseId,
  exhibitIds: z.union([z.literal('needed'), z.array(ExhibitId)]),
  models: z.union([z.literal('suggested'), z.array(ModelName)]),
  pages: z.union([z.enum(['needed', 'all']), z.array(z.number().int().nonnegative())]),
});
export type RecogniseInput = z.infer<typeof RecogniseInput>;

export interface ExhibitPlan extends Plan {
  exhibit: Exhibit;
  run: Run;
  models: ModelName[];
  wanted: ReadonlySet<number>;
  /** How many of its pages have not come, in hand or waiting. */
  left: number;
  /** Pages that an earlier run kept. */
  kept: ReadonlySet<number>;
  /** Nobody told which models fit: its first page has to. */
  isGuess: boolean;
}

export async function planAll(ctx: JobContext, input: RecogniseInput): Promise<ExhibitPlan[]> {
  const { db } = ctx.query();
  const ids = input.exhibitIds === 'needed' ? drawableExhibits(db, input.caseId) : input.exhibitIds;
  const settled = new Set(outcomesOf(db, ctx.jobId).map(({ exhibitId }) => exhibitId));
  const plans: ExhibitPlan[] = [];
  const documents = new Set<string>();
  for (const [at, id] of ids.entries()) {
    ctx.signal.throwIfAborted();
    // A case of many exhibits is gone through in the background; what else is asked of the core goes in between.
    await new Promise(resolve => setImmediate(resolve));
    if (at % 50 === 0) ctx.report({ done: at, total: ids.length, unit: 'exhibit', note: 'looking for pages' });
    const exhibit = settled.has(id) ? null : findExhibit(db, id);
    if (!exhibit || documents.has(exhibit.sha256)) continue;
    const plan = planExhibit(ctx, exhibit, input);
    if (!plan) continue;
    documents.add(exhibit.sha256);
    plans.push(plan);
  }
  return plans;
}

/** Null where there is nothing to do; where it was asked for by name, the reason is kept. */
function planExhibit(ctx: JobContext, exhibit: Exhibit, input: RecogniseInput): ExhibitPlan | null {
  const { db } = ctx.query();
  const why = (problem: string) => {
    if (input.exhibitIds !== 'needed') recordProblem(ctx, exhibit.id, problem);
    return null;
  };
  if (!canBeRecognised(exhibit.mediaType)) return why('Documents of this type have no pages that can be drawn.');
  if (exhibit.renditionId === null) return why('It was not read yet. Read it first.');
  const survey = surveyPages(db, exhibit.renditionId);
  const wanted = new Set(choosePages(input.pages, survey));
  if (wanted.size === 0) return why('It has no page that needs recognising.');
  const { models, isGuess } =
    input.models === 'suggested' ? suggestFor(db, exhibit, survey.languages) : { models: input.models, isGuess: false };
  const run: Run = { sha256: exhibit.sha256, models: models.join('+'), engineVersion: ENGINE_VERSION };
  const kept = isGuess ? new Set<number>() : recognisedIndexes(db, run);
  const pages = [...wanted].filter(index => !kept.has(index));
  return { exhibitId: exhibit.id, exhibit, run, models, wanted, pages, left: pages.length, kept, isGuess };
}

function choosePages(asked: RecogniseInput['pages'], survey: Survey): number[] {
  if (asked === 'all') return Array.from({ length: survey.pageCount }, (_, index) => index);
  if (asked === 'needed') return [...survey.withoutText, ...survey.garbled].sort((one, other) => one - other);
  return asked.filter(index => index < survey.pageCount);
}

export function recordProblem(ctx: JobContext, exhibitId: ExhibitId, problem: string): void {
  const outcome = { models: [], pages: 0, confidence: null, problem };
  ctx.write(command => recordOutcome(command.db, ctx.jobId, exhibitId, outcome));
}

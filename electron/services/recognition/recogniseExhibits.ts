/**
 * The job that recognises the words of scanned pages. Each page is kept as it comes, so that pausing, cancelling or a crash
 * loses at most the pages in hand; when all pages of a document are there, it gets a new rendition.
 */
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { Job, JobContext } from '../../jobs/jobContext.ts';
import { WorkPool } from '../../jobs/workPool.ts';
import { openModelGuesser } from './guessModels.ts';
import { keepRendition } from './keepRendition.ts';
import { openPageQueue } from './pageQueue.ts';
import { type ExhibitPlan, planAll, type RecogniseInput, recordProblem } from './planRecognition.ts';
import { recognisePages, settleModels } from './recognisePages.ts';
import { outcomesOf } from './recognitionSql.ts';

export interface RecogniseReport {
  exhibits: number;
  pages: number;
  problems: number;
}

/** Opening a large document again for each page would take longer than the page. */
const largeDocumentBytes = 16 * 1024 * 1024;
const pagesOfLargeDocument = 4;

export const recogniseExhibits: Job<RecogniseInput, RecogniseReport> = async (ctx, input) => {
  const plans = await planAll(ctx, input);
  const total = plans.reduce((sum, plan) => sum + plan.left, 0);
  const progress = { done: 0, total, unit: 'page', note: null as string | null };
  ctx.report({ ...progress });
  // What an earlier run recognised to the last page still has to become a rendition.
  for (const plan of plans) if (plan.left === 0) finishPlan(ctx, plan);

  const queue = openPageQueue(plans, ctx.wishes);
  const guesser = openModelGuesser();
  const pool = new WorkPool(ctx.tools.extractorSize);
  /** Exhibits whose models are being settled: their other pages wait for that. */
  const settling = new Map<ExhibitPlan, Promise<void>>();

  async function work(plan: ExhibitPlan, pages: readonly number[], isFirst: boolean): Promise<void> {
    if (isFirst) {
      const settled = settleModels(ctx, plan, pages[0] ?? 0, guesser);
      // Whoever waits for it only wants to look again; what went wrong is this task's to tell.
      settling.set(
        plan,
        settled.catch(() => {}).then(() => void settling.delete(plan)),
      );
      await settled;
    }
    const problem = await recognisePages(ctx, plan, pages, () => {
      progress.done += 1;
      ctx.report({ ...progress });
      ctx.announce('recognition');
    });
    if (problem !== null) {
      progress.done += queue.drop(plan);
      plan.left = Number.NaN;
      recordProblem(ctx, plan.exhibitId, problem.detail);
    } else plan.left -= pages.length;
    if (plan.left === 0) finishPlan(ctx, plan);
  }

  try {
    for (;;) {
      pool.throwIfFailed();
      ctx.signal.throwIfAborted();
      const next = queue.next(pagesAtOnce, plan => settling.has(plan));
      if (next === null && settling.size === 0) break;
      if (next === null) {
        await Promise.race(settling.values());
        continue;
      }
      const { plan, pages } = next;
      progress.note = `${exhibitNumber(plan.exhibit.number)}, page ${(pages[0] ?? 0) + 1}`;
      ctx.report({ ...progress });
      const isFirst = plan.isGuess;
      plan.isGuess = false;
      await pool.add(() => work(plan, pages, isFirst));
    }
    await pool.finished();
  } finally {
    await pool.settled();
  }
  ctx.signal.throwIfAborted();
  const outcomes = outcomesOf(ctx.query().db, ctx.jobId);
  return {
    exhibits: outcomes.filter(({ pages }) => pages > 0).length,
    pages: outcomes.reduce((sum, { pages }) => sum + pages, 0),
    problems: outcomes.filter(({ problem }) => problem !== null).length,
  };
};

function pagesAtOnce({ exhibit }: ExhibitPlan): number {
  return exhibit.sizeBytes > largeDocumentBytes ? pagesOfLargeDocument : 1;
}

function finishPlan(ctx: JobContext, { exhibit, run, models, wanted }: ExhibitPlan): void {
  keepRendition(ctx, exhibit, run, models, wanted);
  ctx.announce('exhibit', 'passage', 'recognition');
}

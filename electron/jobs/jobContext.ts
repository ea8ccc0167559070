/** What a job is given. It writes in steps of one transaction each, and stops between steps when its signal says so. */
import type { JobProgress } from '../../shared/kernel/job.ts';
import type { ExhibitId, JobId } from '../../shared/kernel/ids.ts';
import type { CommandContext, QueryContext } from '../services/context.ts';
import type { Tools } from './tools.ts';

/** A page that somebody is looking at. */
export interface PageWish {
  exhibitId: ExhibitId;
  pageIndex: number;
}

export interface JobContext {
  readonly jobId: JobId;
  readonly signal: AbortSignal;
  readonly tools: Tools;
  /** A password, say: kept in memory only, and gone when the work is resumed later. */
  readonly secret: string | null;
  /** Pages that people look at, the latest first: they come before others. */
  wishes(): readonly PageWish[];
  query(): QueryContext;
  write<Result>(steps: (ctx: CommandContext) => Result): Result;
  /** As `write`, but in one transaction with what else is ready within a moment; resolves once that is committed. */
  writeTogether<Result>(steps: (ctx: CommandContext) => Result): Promise<Result>;
  report(progress: JobProgress): void;
  /** Tells the windows that these concepts changed, so that lists fill while the job goes on. */
  announce(...concepts: string[]): void;
}

export type Job<Input, Result> = (ctx: JobContext, input: Input) => Promise<Result>;

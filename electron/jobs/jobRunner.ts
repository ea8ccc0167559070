/** Runs long work: rows in the vault say what was asked and how it stands, so that a crash leaves something to resume. */
import { setMaxListeners } from 'node:events';
import type { z } from 'zod';
import type { JobKind, JobProgress, JobRecord, JobState } from '../../shared/kernel/job.ts';
import type { JobId } from '../../shared/kernel/ids.ts';
import { ProbatumError, reportExpected, type ErrorReport } from '../../shared/kernel/errors.ts';
import type { Session } from '../services/session.ts';
import type { Job, JobContext, PageWish } from './jobContext.ts';
import { GroupCommit } from './groupCommit.ts';
import { findJob, insertJob, interruptRunning, updateJobState } from './jobSql.ts';
import type { Tools } from './tools.ts';

/** Why a running job is stopped: by a person for good or for a while, or because the vault closes. */
type StopReason = 'cancelled' | 'paused' | 'interrupted';

export interface JobKindEntry {
  input: z.ZodType;
  run: Job<never, unknown>;
}

export interface JobRunnerOptions {
  session: Session;
  tools: Tools;
  kinds: Partial<Record<JobKind, JobKindEntry>>;
  onJob: (job: JobRecord) => void;
  onChanged: (concepts: string[]) => void;
  reportBug: (error: unknown) => ErrorReport;
}

interface Running {
  controller: AbortController;
  ended: Promise<JobState>;
  progress: JobProgress | null;
  secret: string | null;
}

/** A row is written this often at most; what the person sees is sent with every report, thinned by the same step. */
const reportEveryMs = 120;
/** Nobody reads more pages at once; what was wished for longer ago is forgotten. */
const mostWishes = 8;

export class JobRunner {
  readonly #options: JobRunnerOptions;
  readonly #running = new Map<JobId, Running>();
  #wishes: PageWish[] = [];

  constructor(options: JobRunnerOptions) {
    this.#options = options;
    options.session.beforeClosing(() => this.interruptAll());
  }

  /** To be called when a vault was opened: what a crash left running is interrupted. */
  settleAfterOpening(): void {
    const { session } = this.#options;
    session.write(ctx => interruptRunning(ctx.db, ctx.now()));
  }

  /** @throws vault-locked */
  start(kind: JobKind, title: string, input: unknown, secret: string | null = null): JobId {
    const { session } = this.#options;
    this.#requireStaying();
    const id = session.newId('job');
    session.write(ctx => insertJob(ctx.db, { id, kind, title, input, at: ctx.now() }));
    this.#launch(id, secret);
    return id;
  }

  /** @throws job-not-resumable, vault-locked */
  resume(id: JobId): void {
    const { session } = this.#options;
    this.#requireStaying();
    const { state } = this.#require(id).status;
    // A row may still say that it runs, where a full disk kept its end from being written.
    if (this.#running.has(id) || state === 'succeeded') throw new ProbatumError('job-not-resumable', { state });
    session.write(ctx => updateJobState(ctx.db, id, { state: 'queued' }, ctx.now()));
    this.#launch(id, null);
  }

  cancel(id: JobId): void {
    this.#running.get(id)?.controller.abort('cancelled' satisfies StopReason);
  }

  pause(id: JobId): void {
    this.#running.get(id)?.controller.abort('paused' satisfies StopReason);
  }

  /** Work that goes page by page takes this one next. */
  wish(page: PageWish): void {
    const others = this.#wishes.filter(one => one.exhibitId !== page.exhibitId || one.pageIndex !== page.pageIndex);
    this.#wishes = [page, ...others].slice(0, mostWishes);
  }

  async interruptAll(): Promise<void> {
    const running = [...this.#running.values()];
    for (const job of running) job.controller.abort('interrupted' satisfies StopReason);
    await Promise.all(running.map(job => job.ended));
  }

  /** Resolves with the state in which the job ended. */
  async finished(id: JobId): Promise<JobState> {
    return (await this.#running.get(id)?.ended) ?? this.#require(id).status;
  }

  /** A vault that is closing waits for what runs; what began now would lose it under its feet. */
  #requireStaying(): void {
    if (this.#options.session.isEnding) throw new ProbatumError('vault-locked', {});
  }

  #require(id: JobId) {
    const job = findJob(this.#options.session.connection.readable, id);
    if (!job) throw new ProbatumError('not-found', { what: 'job', id });
    return job;
  }

  #launch(id: JobId, secret: string | null): void {
    const controller = new AbortController();
    // As many documents at once listen to it as are being read: Node would warn of a leak on somebody's terminal.
    setMaxListeners(0, controller.signal);
    const running: Running = { controller, progress: null, secret, ended: Promise.resolve({ state: 'queued' }) };
    this.#running.set(id, running);
    running.ended = this.#run(id, running).finally(() => this.#running.delete(id));
  }

  /** Never rejects: nobody waits for it but a closing vault. */
  async #run(id: JobId, running: Running): Promise<JobState> {
    try {
      const { kind, input } = this.#require(id);
      this.#enter(id, { state: 'running', progress: null });
      const entry = this.#options.kinds[kind];
      if (!entry) throw new Error(`no job of kind ${kind}`);
      // Stored input is parsed anew: an older version may have written it.
      const parsed = entry.input.parse(input) as never;
      // Let the caller have the id before the first step.
      await Promise.resolve();
      const result = await entry.run(this.#context(id, running), parsed);
      return this.#enter(id, { state: 'succeeded', result });
    } catch (error) {
      return this.#endBadly(id, this.#ending(error, running));
    }
  }

  /** Where the disk is full not even that can be written: the window is told all the same, and the row can be resumed. */
  #endBadly(id: JobId, status: JobState): JobState {
    if (!this.#options.session.isOpen) return status;
    try {
      return this.#enter(id, status);
    } catch (error) {
      if (!(error instanceof ProbatumError)) this.#options.reportBug(error);
    }
    try {
      this.#tell(id, status);
    } catch (error) {
      this.#options.reportBug(error);
    }
    return status;
  }

  #ending(error: unknown, { controller, progress }: Running): JobState {
    if (controller.signal.aborted) return { state: controller.signal.reason as StopReason, progress };
    return {
      state: 'failed',
      error: error instanceof ProbatumError ? reportExpected(error) : this.#options.reportBug(error),
    };
  }

  #context(id: JobId, running: Running): JobContext {
    const { session, tools, onChanged } = this.#options;
    const together = new GroupCommit(steps => session.write(steps));
    let lastReport = 0;
    return {
      jobId: id,
      signal: running.controller.signal,
      tools,
      secret: running.secret,
      wishes: () => this.#wishes,
      query: () => session.queryContext(),
      write: steps => session.write(steps),
      writeTogether: steps => together.add(steps),
      announce: (...concepts) => onChanged(concepts),
      report: progress => {
        running.progress = progress;
        session.touch();
        const now = performance.now();
        if (now - lastReport < reportEveryMs && progress.done !== progress.total) return;
        lastReport = now;
        this.#tell(id, { state: 'running', progress });
      },
    };
  }

  #enter(id: JobId, status: JobState): JobState {
    this.#options.session.write(ctx => updateJobState(ctx.db, id, status, ctx.now()));
    this.#tell(id, status);
    return status;
  }

  /** Progress goes to the window only; the row keeps the last state entered. */
  #tell(id: JobId, status: JobState): void {
    const { input: _, ...record } = this.#require(id);
    this.#options.onJob({ ...record, status });
  }
}

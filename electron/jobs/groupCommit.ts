/**
 * Gathers the small steps of work that goes on side by side into one transaction: each transaction waits for the disk, and an
 * import of many small files would do little else. A step that throws is undone alone; what the others did stands.
 */
import type { CommandContext } from '../services/context.ts';

type Write = <Result>(steps: (ctx: CommandContext) => Result) => Result;

interface Step {
  run(ctx: CommandContext): void;
  settle(): void;
  fail(error: unknown): void;
}

/** Long enough for the results of a few documents to meet, too short for a person to notice. */
const GATHER_MS = 8;
const MOST_STEPS = 32;

export class GroupCommit {
  readonly #write: Write;
  #steps: Step[] = [];
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(write: Write) {
    this.#write = write;
  }

  /** Steps run in the order in which they were added. Resolves once they are committed. */
  add<Result>(steps: (ctx: CommandContext) => Result): Promise<Result> {
    return new Promise((resolve, reject) => {
      let outcome: { result: Result } | { error: unknown };
      this.#steps.push({
        run(ctx) {
          outcome = runApart(ctx, steps);
        },
        settle: () => ('result' in outcome ? resolve(outcome.result) : reject(outcome.error)),
        fail: reject,
      });
      if (this.#steps.length >= MOST_STEPS) this.#commit();
      else this.#timer ??= setTimeout(() => this.#commit(), GATHER_MS);
    });
  }

  #commit(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const steps = this.#steps;
    this.#steps = [];
    try {
      this.#write(ctx => {
        for (const step of steps) step.run(ctx);
      });
    } catch (error) {
      // The transaction as a whole failed (a full disk): none of it stands.
      for (const step of steps) step.fail(error);
      return;
    }
    for (const step of steps) step.settle();
  }
}

function runApart<Result>(
  ctx: CommandContext,
  steps: (ctx: CommandContext) => Result,
): { result: Result } | { error: unknown } {
  ctx.db.prepare('SAVEPOINT step').run();
  try {
    const result = steps(ctx);
    ctx.db.prepare('RELEASE step').run();
    return { result };
  } catch (error) {
    ctx.db.prepare('ROLLBACK TO step').run();
    ctx.db.prepare('RELEASE step').run();
    return { error };
  }
}

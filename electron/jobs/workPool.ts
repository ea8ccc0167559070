/** Runs so many tasks at a time. The first failure is kept and thrown when asked; the others come to their end. */
export class WorkPool {
  readonly #width: number;
  readonly #running = new Set<Promise<void>>();
  #failure: { error: unknown } | null = null;

  constructor(width: number) {
    this.#width = width;
  }

  /** Starts a task, and resolves once there is room for another. */
  async add(task: () => Promise<void>): Promise<void> {
    const running: Promise<void> = task()
      .catch(error => {
        this.#failure ??= { error };
      })
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
    if (this.#running.size >= this.#width) await Promise.race(this.#running);
  }

  throwIfFailed(): void {
    if (this.#failure) throw this.#failure.error;
  }

  async finished(): Promise<void> {
    await this.settled();
    this.throwIfFailed();
  }

  /** Resolves when nothing runs any more, whatever became of it: a job that ends must leave no step behind. */
  async settled(): Promise<void> {
    await Promise.all(this.#running);
  }
}

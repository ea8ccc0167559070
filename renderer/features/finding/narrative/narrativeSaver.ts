/** Saves the narrative a moment after the last key, and at once when asked; one save at a time, always the newest words. */
import type { Narrative } from '../../../../shared/domain/narrative.ts';
import type { ErrorReport } from '../../../../shared/kernel/errors.ts';

export type SavingState =
  | { kind: 'saved' }
  | { kind: 'waiting' }
  | { kind: 'saving' }
  | { kind: 'failed'; error: ErrorReport };

export interface SaverSettings {
  save(narrative: Narrative): Promise<unknown>;
  reportOf(error: unknown): ErrorReport;
  changed(state: SavingState): void;
  /** Long enough not to save each letter, short enough that a crash costs a few words at most. */
  delayMs?: number;
}

export class NarrativeSaver {
  #settings: SaverSettings;
  #pending: (() => Narrative) | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #running: Promise<void> | null = null;

  constructor(settings: SaverSettings) {
    this.#settings = settings;
  }

  /** True while something typed is not on record yet. */
  get dirty(): boolean {
    return this.#pending !== null || this.#running !== null;
  }

  /** `read` is asked when it is saved, so that the mapping does not run on each key. */
  schedule(read: () => Narrative): void {
    this.#pending = read;
    this.#settings.changed({ kind: 'waiting' });
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), this.#settings.delayMs ?? 700);
  }

  /** Saves what is pending now. Never rejects: a failure is a state, and the words stay pending. */
  async flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    while (this.#running) await this.#running;
    if (!this.#pending) return;
    this.#running = this.#saveOnce(this.#pending);
    await this.#running;
  }

  async #saveOnce(read: () => Narrative): Promise<void> {
    this.#pending = null;
    this.#settings.changed({ kind: 'saving' });
    try {
      await this.#settings.save(read());
      this.#running = null;
      this.#settings.changed({ kind: this.#pending ? 'waiting' : 'saved' });
    } catch (error) {
      this.#running = null;
      this.#pending ??= read;
      this.#settings.changed({ kind: 'failed', error: this.#settings.reportOf(error) });
    }
  }
}

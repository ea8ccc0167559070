/** What can be taken back, newest last. Knows nothing of screens, so that it can be tested alone. */
export interface UndoableStep {
  /** As in "Undo {label}": `citing a passage`. */
  label: string;
  undo(): Promise<void>;
  redo(): Promise<void>;
}

export interface UndoState {
  next: string | null;
  nextRedo: string | null;
}

/** A day's work; what falls off stays on record in the vault. */
const DEEPEST = 200;

export class UndoStack {
  #done: UndoableStep[] = [];
  #undone: UndoableStep[] = [];
  #turn: Promise<unknown> = Promise.resolve();
  #changed: (state: UndoState) => void;

  constructor(changed: (state: UndoState) => void) {
    this.#changed = changed;
  }

  push(step: UndoableStep): void {
    this.#done = [...this.#done, step].slice(-DEEPEST);
    this.#undone = [];
    this.#announce();
  }

  /** Takes the last step back and answers its label; null if there is none. A step that fails stays where it was. */
  undo(): Promise<string | null> {
    return this.#inTurn(async () => {
      const step = this.#done.at(-1);
      if (!step) return null;
      await step.undo();
      this.#done = this.#done.filter(one => one !== step);
      this.#undone.push(step);
      this.#announce();
      return step.label;
    });
  }

  redo(): Promise<string | null> {
    return this.#inTurn(async () => {
      const step = this.#undone.at(-1);
      if (!step) return null;
      await step.redo();
      this.#undone = this.#undone.filter(one => one !== step);
      this.#done.push(step);
      this.#announce();
      return step.label;
    });
  }

  clear(): void {
    this.#done = [];
    this.#undone = [];
    this.#announce();
  }

  /** One after the other: a held key must not take two steps back at once. */
  #inTurn(act: () => Promise<string | null>): Promise<string | null> {
    const result = this.#turn.then(act);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  #announce(): void {
    this.#changed({ next: this.#done.at(-1)?.label ?? null, nextRedo: this.#undone.at(-1)?.label ?? null });
  }
}

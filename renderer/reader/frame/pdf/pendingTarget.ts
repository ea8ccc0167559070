/** The target that is on its way: settled once, when its page has its words, or when another takes its place. */
import type { Certainty, FrameTarget } from '../../frameMessages.ts';

/** A page that never finishes drawing must not leave the window waiting. */
const LIMIT_MS = 15_000;

export class PendingTarget {
  target: FrameTarget | null = null;
  #resolve: ((certainty: Certainty | null) => void) | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  wait(target: FrameTarget): Promise<Certainty | null> {
    this.settle(null);
    this.target = target;
    this.#timer = setTimeout(() => this.settle(null), LIMIT_MS);
    return new Promise(resolve => {
      this.#resolve = resolve;
    });
  }

  settle(certainty: Certainty | null): void {
    clearTimeout(this.#timer);
    this.#resolve?.(certainty);
    this.#resolve = null;
    this.target = null;
  }
}

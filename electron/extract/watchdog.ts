/** Ends an extraction that makes no progress, takes too long altogether, or uses too much memory. */
import type { ExtractionProblem } from '../../shared/domain/extraction.ts';
import type { ExtractorChannel } from './channel.ts';
import type { ExtractLimits } from './limits.ts';

const MAX_TICK_MS = 500;

export interface Watchdog {
  progressed(): void;
  /** The host's own work on a batch is not the document's fault: the clock stands still until it is done. */
  paused(work: unknown): Promise<void>;
  stop(): void;
}

export function openWatchdog(
  limits: ExtractLimits,
  channel: ExtractorChannel,
  bark: (problem: ExtractionProblem) => void,
): Watchdog {
  const tickMs = Math.max(5, Math.min(MAX_TICK_MS, limits.noProgressMs / 10, limits.totalMs / 10));
  let idleMs = 0;
  let totalMs = 0;
  let allowanceMs = Math.max(limits.firstProgressMs, limits.noProgressMs);
  let waitingForHost = 0;

  // Subtle: time is counted in ticks of our own event loop. Where the host is busy (a long transaction) its loop stands
  // still and so does this clock, and the messages waiting meanwhile are read before the next tick counts against them.
  const timer = setInterval(() => {
    if (waitingForHost > 0) return;
    idleMs += tickMs;
    totalMs += tickMs;
    if (idleMs >= allowanceMs) {
      bark({
        code: 'timed-out',
        detail: `The document made no progress for ${seconds(allowanceMs)}; reading it was given up.`,
      });
    } else if (totalMs >= limits.totalMs) {
      bark({
        code: 'timed-out',
        detail: `The document took longer than ${seconds(limits.totalMs)}; reading it was given up.`,
      });
    } else if ((channel.residentBytes?.() ?? 0) > limits.maxMemoryBytes) {
      bark({ code: 'out-of-memory', detail: 'The document needs more memory than the extractor may use.' });
    }
  }, tickMs);

  return {
    progressed() {
      idleMs = 0;
      allowanceMs = limits.noProgressMs;
    },
    async paused(work) {
      if (work === undefined) return;
      waitingForHost += 1;
      try {
        await work;
      } finally {
        waitingForHost -= 1;
      }
    },
    stop: () => clearInterval(timer),
  };
}

function seconds(ms: number): string {
  return ms >= 120_000 ? `${Math.round(ms / 60_000)} minutes` : `${Math.max(1, Math.round(ms / 1000))} seconds`;
}

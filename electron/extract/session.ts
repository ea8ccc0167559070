/**
 * The host's side of one document: answers pulls, checks and hands on what comes back, and watches time and memory.
 * It trusts nothing that comes over the channel. A `killed` ending means that the process must not be used again.
 */
import type {
  DetectedType,
  ExtractedPage,
  ExtractedPart,
  ExtractionProblem,
  ExtractOutcome,
} from '../../shared/domain/extraction.ts';
import type { ChannelExit, ExtractorChannel } from './channel.ts';
import type { ExtractRequest } from './extractorHost.ts';
import { CHUNK_BYTES, type ExtractLimits, MAX_PULLS_IN_FLIGHT } from './limits.ts';
import { FromExtractor, type ToExtractor } from './protocol.ts';
import { openWatchdog } from './watchdog.ts';

export type SessionEnding =
  | { kind: 'answered'; outcome: ExtractOutcome; residentBytes: number | undefined }
  | { kind: 'killed'; outcome: ExtractOutcome }
  | { kind: 'thrown'; error: unknown };

export interface Session {
  receive(untrusted: unknown): void;
  exited(exit: ChannelExit): void;
  /** The host gives the document up; its process is ended. */
  abandon(error: unknown): void;
  readonly ended: Promise<SessionEnding>;
}

/** A document is read at most so often: detection, central directory and the whole of it, with room to spare. */
const MAX_READINGS = 4;
const MAX_QUEUED_MESSAGES = 64;

export function openSession(
  job: number,
  request: ExtractRequest,
  limits: ExtractLimits,
  channel: ExtractorChannel,
): Session {
  const { source, signal } = request;
  let finish: (ending: SessionEnding) => void = () => {};
  const ended = new Promise<SessionEnding>(resolve => {
    finish = resolve;
  });
  let over = false;
  let detected: DetectedType | null = null;
  let pagesSeen = 0;
  let partsSeen = 0;
  let pulledBytes = 0;
  let openPart: { part: ExtractedPart; filled: number } | undefined;
  const queue: FromExtractor[] = [];
  let handling = false;

  const watchdog = openWatchdog(limits, channel, problem =>
    end({ kind: 'killed', outcome: { ok: false, problem, detected } }),
  );
  const onAbort = () => end({ kind: 'thrown', error: signal?.reason });
  signal?.addEventListener('abort', onAbort, { once: true });

  function end(ending: SessionEnding): void {
    if (over) return;
    over = true;
    watchdog.stop();
    signal?.removeEventListener('abort', onAbort);
    finish(ending);
  }

  function crashed(detail: string): void {
    end({ kind: 'killed', outcome: { ok: false, problem: { code: 'crashed', detail }, detected } });
  }

  const misbehaved = () => crashed('The extractor answered in a way that it never should; its process was ended.');
  const send = (message: ToExtractor) => channel.postMessage(message);

  async function drain(): Promise<void> {
    if (handling) return;
    handling = true;
    try {
      for (let message = queue.shift(); message !== undefined && !over; message = queue.shift()) await handle(message);
    } catch (error) {
      end({ kind: 'thrown', error });
    }
    handling = false;
  }

  async function handle(message: FromExtractor): Promise<void> {
    switch (message.type) {
      case 'ready':
        return;
      case 'pull':
        return answerPull(message);
      case 'detected':
        detected = message.detected;
        return;
      case 'pages':
        return takePages(message.pages);
      case 'part':
        if (openPart !== undefined || message.header.index !== partsSeen || partsSeen >= limits.maxParts)
          return misbehaved();
        partsSeen += 1;
        if (message.header.sizeBytes > limits.maxParseBytes) return misbehaved();
        openPart = { part: { ...message.header, bytes: new Uint8Array(message.header.sizeBytes) }, filled: 0 };
        return completePart();
      case 'part-bytes': {
        if (openPart === undefined || openPart.filled + message.bytes.byteLength > openPart.part.sizeBytes)
          return misbehaved();
        openPart.part.bytes.set(message.bytes, openPart.filled);
        openPart.filled += message.bytes.byteLength;
        return completePart();
      }
      case 'done': {
        const { summary, residentBytes } = message;
        if (openPart !== undefined || summary.pageCount !== pagesSeen || summary.partCount !== partsSeen)
          return misbehaved();
        return end({ kind: 'answered', outcome: { ok: true, summary }, residentBytes });
      }
      case 'failed':
        return end({
          kind: 'answered',
          outcome: { ok: false, problem: message.problem, detected },
          residentBytes: message.residentBytes,
        });
    }
  }

  function answerPull({ id, offset, length }: Extract<FromExtractor, { type: 'pull' }>): void {
    pulledBytes += length;
    if (offset + length > source.sizeBytes || pulledBytes > source.sizeBytes * MAX_READINGS + 64 * CHUNK_BYTES) {
      misbehaved();
      return;
    }
    send({ type: 'bytes', job, id, bytes: source.read(offset, length) });
  }

  async function takePages(pages: ExtractedPage[]): Promise<void> {
    for (const page of pages) {
      if (page.index !== pagesSeen || page.text.length > limits.maxPageTextChars) return misbehaved();
      pagesSeen += 1;
    }
    if (pagesSeen > limits.maxPages) return misbehaved();
    await watchdog.paused(request.onPages(pages));
    send({ type: 'ack', job });
  }

  async function completePart(): Promise<void> {
    if (openPart !== undefined && openPart.filled === openPart.part.sizeBytes) {
      const { part } = openPart;
      openPart = undefined;
      await watchdog.paused(request.onPart(part));
    }
    send({ type: 'ack', job });
  }

  return {
    ended,
    abandon: error => end({ kind: 'thrown', error }),
    receive(untrusted) {
      if (over) return;
      const parsed = FromExtractor.safeParse(untrusted);
      if (!parsed.success || queue.length >= MAX_QUEUED_MESSAGES + MAX_PULLS_IN_FLIGHT) return misbehaved();
      if ('job' in parsed.data && parsed.data.job !== job) return misbehaved();
      watchdog.progressed();
      queue.push(parsed.data);
      void drain();
    },
    exited(exit) {
      const problem: ExtractionProblem = exit.outOfMemory
        ? { code: 'out-of-memory', detail: 'The document needs more memory than the extractor may use.' }
        : { code: 'crashed', detail: 'The document broke its reader; nothing else was affected.' };
      end({ kind: 'killed', outcome: { ok: false, problem, detected } });
    },
  };
}

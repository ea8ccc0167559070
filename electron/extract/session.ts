/**
 * The host's side of one document: answers pulls, checks and hands on what comes back, and watches time and memory.
 * It trusts nothing that comes over the channel. A `killed` ending means that the process must not be used again.
 */
import type {
  DetectedType,
  ExtractedPage,
  ExtractionProblem,
  ExtractionSummary,
} from '../../shared/domain/extraction.ts';
import type { ChannelExit, ExtractorChannel } from './channel.ts';
import type { TaskRequest } from './extractorHost.ts';
import { CHUNK_BYTES, type ExtractLimits, MAX_PULLS_IN_FLIGHT } from './limits.ts';
import { openPartStream, type PartStream } from './partStream.ts';
import { FromExtractor, type ToExtractor } from './protocol.ts';
import { openWatchdog } from './watchdog.ts';

/** `summary` is null for a task that is not reading. */
export type TaskOutcome =
  | { ok: true; summary: ExtractionSummary | null }
  | { ok: false; problem: ExtractionProblem; detected: DetectedType | null };

export type SessionEnding =
  | { kind: 'answered'; outcome: TaskOutcome; residentBytes: number | undefined }
  | { kind: 'killed'; outcome: TaskOutcome }
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
  request: TaskRequest,
  limits: ExtractLimits,
  channel: ExtractorChannel,
): Session {
  const { source, signal, task } = request;
  let finish: (ending: SessionEnding) => void = () => {};
  const ended = new Promise<SessionEnding>(resolve => {
    finish = resolve;
  });
  let over = false;
  let detected: DetectedType | null = null;
  let pagesSeen = 0;
  let partsSeen = 0;
  let pulledBytes = 0;
  let openPart: PartStream | undefined;
  let picturesSeen = 0;
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
    openPart?.fail(ending.kind === 'thrown' ? ending.error : new Error('The extractor ended within a part.'));
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
        if (task.do !== 'read' || openPart !== undefined) return misbehaved();
        if (message.header.index !== partsSeen || partsSeen >= limits.maxParts) return misbehaved();
        partsSeen += 1;
        openPart = openPartStream(limits.maxPartBytes, bytes => request.onPart?.({ ...message.header, bytes }));
        return acknowledge();
      case 'part-bytes':
        if (openPart === undefined || !openPart.fits(message.bytes)) return misbehaved();
        await watchdog.paused(openPart.add(message.bytes));
        return acknowledge();
      case 'part-end': {
        if (openPart === undefined) return misbehaved();
        const part = openPart;
        openPart = undefined;
        await watchdog.paused(part.end());
        return acknowledge();
      }
      case 'picture':
        picturesSeen += 1;
        if (task.do !== 'draw' || picturesSeen > 1) return misbehaved();
        request.onPicture?.(message.picture);
        return acknowledge();
      case 'finished':
        if (task.do === 'read' || (task.do === 'draw' ? picturesSeen !== 1 : pagesSeen !== task.pageIndexes.length))
          return misbehaved();
        return end({
          kind: 'answered',
          outcome: { ok: true, summary: null },
          residentBytes: message.residentBytes,
        });
      case 'done': {
        const { summary, residentBytes } = message;
        if (task.do !== 'read' || openPart !== undefined) return misbehaved();
        if (summary.pageCount !== pagesSeen || summary.partCount !== partsSeen) return misbehaved();
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
      const expected = task.do === 'recognise' ? task.pageIndexes[pagesSeen] : pagesSeen;
      if (task.do === 'draw' || page.index !== expected || page.text.length > limits.maxPageTextChars)
        return misbehaved();
      if (page.words?.some(word => word.start > word.end || word.end > page.text.length)) return misbehaved();
      pagesSeen += 1;
    }
    if (pagesSeen > limits.maxPages) return misbehaved();
    await watchdog.paused(request.onPages?.(pages));
    acknowledge();
  }

  function acknowledge(): void {
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

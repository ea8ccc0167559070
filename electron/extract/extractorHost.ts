/**
 * Reads hostile documents in processes of their own: a pool that queues requests, reuses a process for many documents,
 * and ends it when one of them breaks it, so that one document never takes another with it.
 */
import type {
  ExtractedPage,
  ExtractedPartHeader,
  ExtractionProblem,
  ExtractOutcome,
} from '../../shared/domain/extraction.ts';
import type { ExtractorChannel } from './channel.ts';
import { DEFAULT_LIMITS, type ExtractLimits } from './limits.ts';
import type { DrawnPicture, ExtractorTask } from './protocol.ts';
import { openSession, type Session, type SessionEnding, type TaskOutcome } from './session.ts';

/** The document's bytes, read where they lie: chunk by chunk, synchronously. */
export interface ByteSource {
  sizeBytes: number;
  read(offset: number, length: number): Uint8Array;
}

/** A part as it comes: read `bytes` before the handler resolves; the extractor waits meanwhile. */
export type IncomingPart = ExtractedPartHeader & { bytes: AsyncIterable<Uint8Array> };

interface DocumentRequest {
  source: ByteSource;
  /** Only its suffix matters, and only between kinds of text. */
  fileName: string;
  password?: string;
  /** How many messages or archives this document lies in; 0 for one that was given. */
  depth?: number;
  limits?: Partial<ExtractLimits>;
  /** Aborting ends the process that reads the document; the call then rejects with the signal's reason. */
  signal?: AbortSignal;
}

export interface ExtractRequest extends DocumentRequest {
  /** For text whose encoding a person knows better. */
  encoding?: string;
  /** Batches of up to 64 pages in order. The next ones wait until this returns or resolves. */
  onPages(pages: ExtractedPage[]): void | Promise<void>;
  onPart(part: IncomingPart): void | Promise<void>;
}

export interface DrawRequest extends DocumentRequest {
  pageIndex: number;
  /** The picture is made as large as this allows, and never larger than the page is sharp. */
  maxPixels: number;
  /** Of a PDF page also where its characters are drawn. */
  withGlyphs?: boolean;
}

export interface RecogniseRequest extends DocumentRequest {
  pageIndexes: number[];
  models: string[];
  /** One page at a time, in the order asked for. */
  onPages(pages: ExtractedPage[]): void | Promise<void>;
}

export type DrawOutcome = { ok: true; picture: DrawnPicture } | { ok: false; problem: ExtractionProblem };
export type RecogniseOutcome = { ok: true } | { ok: false; problem: ExtractionProblem };

/** What a session is given, whatever the task. */
export interface TaskRequest extends DocumentRequest {
  task: ExtractorTask;
  onPages?(pages: ExtractedPage[]): void | Promise<void>;
  onPart?(part: IncomingPart): void | Promise<void>;
  onPicture?(picture: DrawnPicture): void;
}

export interface ExtractorHost {
  extract(request: ExtractRequest): Promise<ExtractOutcome>;
  /** One page as a PNG. */
  draw(request: DrawRequest): Promise<DrawOutcome>;
  /** The words of scanned pages (OCR). */
  recognise(request: RecogniseRequest): Promise<RecogniseOutcome>;
  /** Ends all processes; requests under way and waiting ones reject. */
  close(): Promise<void>;
}

export interface ExtractorHostOptions {
  spawn: () => Promise<ExtractorChannel>;
  /** How many processes at a time. */
  size: number;
  documentsPerProcess?: number;
  /** A process that stays above this between documents is replaced. WebAssembly memory never shrinks. */
  residentBytesToReplace?: number;
}

interface Slot {
  channel: ExtractorChannel | undefined;
  session: Session | undefined;
  documents: number;
}

export function openExtractorHost(options: ExtractorHostOptions): ExtractorHost {
  const documentsPerProcess = options.documentsPerProcess ?? 200;
  const residentBytesToReplace = options.residentBytesToReplace ?? 400 * 1024 * 1024;
  const idle: Slot[] = Array.from({ length: Math.max(1, options.size) }, () => ({
    channel: undefined,
    session: undefined,
    documents: 0,
  }));
  const slots = [...idle];
  const waiting: { give: (slot: Slot) => void; refuse: (error: Error) => void }[] = [];
  let jobs = 0;
  let closed = false;

  function drop(slot: Slot): void {
    const { channel } = slot;
    slot.channel = undefined;
    slot.documents = 0;
    channel?.kill();
  }

  async function channelOf(slot: Slot): Promise<ExtractorChannel> {
    if (slot.channel !== undefined) return slot.channel;
    const channel = await options.spawn();
    if (closed) {
      channel.kill();
      throw closedError();
    }
    slot.channel = channel;
    // A process that ended between two documents must not be given the next one.
    channel.onExit(exit => {
      if (slot.channel !== channel) return;
      slot.channel = undefined;
      slot.documents = 0;
      slot.session?.exited(exit);
    });
    channel.onMessage(message => {
      if (slot.channel === channel) slot.session?.receive(message);
    });
    return channel;
  }

  function acquire(signal: AbortSignal | undefined): Promise<Slot> {
    const slot = idle.pop();
    if (slot !== undefined) return Promise.resolve(slot);
    return new Promise((resolve, reject) => {
      const leave = () => {
        waiting.splice(waiting.indexOf(entry), 1);
        reject(signal?.reason);
      };
      const entry = {
        give: (free: Slot) => {
          signal?.removeEventListener('abort', leave);
          resolve(free);
        },
        refuse: reject,
      };
      signal?.addEventListener('abort', leave, { once: true });
      waiting.push(entry);
    });
  }

  function release(slot: Slot): void {
    slot.session = undefined;
    const next = waiting.shift();
    if (next === undefined) idle.push(slot);
    else next.give(slot);
  }

  async function runIn(slot: Slot, request: TaskRequest): Promise<SessionEnding> {
    const limits: ExtractLimits = { ...DEFAULT_LIMITS, ...request.limits };
    const channel = await channelOf(slot);
    request.signal?.throwIfAborted();
    jobs += 1;
    const job = jobs;
    const session = openSession(job, request, limits, channel);
    slot.session = session;
    slot.documents += 1;
    const {
      fileName,
      password,
      depth = 0,
      task,
      source: { sizeBytes },
    } = request;
    channel.postMessage({ type: 'open', job, fileName, sizeBytes, depth, password, limits, task });
    if (slot.channel !== channel) session.exited({ outOfMemory: false });
    return session.ended;
  }

  async function run(request: TaskRequest): Promise<TaskOutcome> {
    if (closed) throw closedError();
    request.signal?.throwIfAborted();
    const slot = await acquire(request.signal);
    try {
      const ending = await runIn(slot, request);
      const worn =
        ending.kind !== 'answered' ||
        slot.documents >= documentsPerProcess ||
        (ending.residentBytes ?? 0) > residentBytesToReplace;
      if (worn) drop(slot);
      if (ending.kind === 'thrown') throw ending.error;
      return ending.outcome;
    } finally {
      if (closed) drop(slot);
      release(slot);
    }
  }

  return {
    async extract({ encoding, ...request }) {
      const outcome = await run({ ...request, task: { do: 'read', encoding } });
      if (!outcome.ok) return outcome;
      if (outcome.summary === null) throw new Error('a reading without its summary');
      return { ok: true, summary: outcome.summary };
    },
    async draw({ pageIndex, maxPixels, withGlyphs = false, ...request }) {
      let picture: DrawnPicture | undefined;
      const onPicture = (drawn: DrawnPicture) => {
        picture = drawn;
      };
      const outcome = await run({ ...request, task: { do: 'draw', pageIndex, maxPixels, withGlyphs }, onPicture });
      if (!outcome.ok) return { ok: false, problem: outcome.problem };
      if (picture === undefined) throw new Error('a drawing without its picture');
      return { ok: true, picture };
    },
    async recognise({ pageIndexes, models, ...request }) {
      const outcome = await run({ ...request, task: { do: 'recognise', pageIndexes, models } });
      return outcome.ok ? { ok: true } : { ok: false, problem: outcome.problem };
    },
    async close() {
      closed = true;
      for (const { refuse } of waiting.splice(0)) refuse(closedError());
      for (const slot of slots) {
        slot.session?.abandon(closedError());
        drop(slot);
      }
    },
  };
}

function closedError(): Error {
  return new Error('The extractor host is closed.');
}

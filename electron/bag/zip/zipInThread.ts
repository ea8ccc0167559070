/**
 * Writes a ZIP in a thread of its own, which packs, hashes and writes: whoever makes the bytes, reading a vault say, goes on
 * meanwhile, and the two together use both processors.
 */
import { Worker } from 'node:worker_threads';
import { PieceLender } from '../../threads/pieceLender.ts';
import type { Algorithm, Digests } from '../bagContents.ts';
import type { FromZip, ToZip, Zipping } from './zipMessages.ts';
import type { WrittenZip, ZipEntry } from './zipWriter.ts';

const BUFFERS = 6;

interface Awaited {
  resolve: (digests: Digests) => void;
  reject: (error: Error) => void;
}

export class ZipInThread {
  readonly #thread: Worker;
  readonly #pieces = new PieceLender(
    (buffer, length) => this.#tell({ type: 'piece', buffer, length }, [buffer]),
    BUFFERS,
  );
  readonly #awaited: Awaited[] = [];
  readonly #exited: Promise<unknown>;
  #outcome: WrittenZip | Error | null = null;

  /** @param threadPath The built `zipThread.ts`. */
  constructor(threadPath: string, zipping: Zipping) {
    // Nothing of the environment, nor of how this process was started, is its business.
    this.#thread = new Worker(threadPath, { workerData: zipping, env: {}, execArgv: [] });
    this.#thread.on('message', (message: FromZip) => this.#hear(message));
    this.#thread.on('error', error => this.#end(error));
    this.#exited = new Promise(resolve => this.#thread.once('exit', resolve));
    void this.#exited.then(() => this.#end(new Error('the thread that writes the ZIP ended early')));
  }

  /** The pieces are the caller's again once this resolves; the entry may then still be on its way to the file. */
  async add({ bytes, ...entry }: ZipEntry): Promise<void> {
    this.#tell({ type: 'entry', entry });
    for await (const piece of bytes instanceof Uint8Array ? [bytes] : bytes) await this.#pieces.take(piece);
    this.#pieces.handOver();
    this.#tell({ type: 'entry-end' });
  }

  /** Of the entry that is being added; to be called before its first byte. */
  startDigests(algorithms: readonly Algorithm[]): { end(): void; digests(): Promise<Digests> } {
    this.#tell({ type: 'digests', algorithms });
    const digests = new Promise<Digests>((resolve, reject) => this.#awaited.push({ resolve, reject }));
    // Whoever never asks need not hear that it failed.
    digests.catch(() => undefined);
    return { end: () => undefined, digests: () => digests };
  }

  /** Resolves once the file is whole, on the disk and closed. */
  async finish(signal?: AbortSignal): Promise<WrittenZip> {
    const stop = () => this.#tell({ type: 'stop' });
    signal?.addEventListener('abort', stop);
    this.#tell({ type: 'end' });
    await this.#exited;
    signal?.removeEventListener('abort', stop);
    signal?.throwIfAborted();
    if (this.#outcome === null || this.#outcome instanceof Error)
      throw this.#outcome ?? new Error('nothing was written');
    return this.#outcome;
  }

  /** Resolves once the thread is gone, and the file closed with it. */
  async stop(): Promise<void> {
    this.#tell({ type: 'stop' });
    await this.#exited;
  }

  #hear(message: FromZip): void {
    switch (message.type) {
      case 'free':
        this.#pieces.giveBack(message.buffer);
        break;
      case 'digests':
        this.#awaited.shift()?.resolve(message.digests);
        break;
      case 'written':
        this.#end(message.zip);
        break;
      case 'failed':
        this.#end(new Error(message.problem));
        break;
    }
  }

  /** The first outcome counts. */
  #end(outcome: WrittenZip | Error): void {
    this.#outcome ??= outcome;
    const ended = outcome instanceof Error ? outcome : new Error('the ZIP was ended before these digests');
    for (const { reject } of this.#awaited.splice(0)) reject(ended);
    this.#pieces.fail(ended);
  }

  #tell(message: ToZip, handOver: ArrayBuffer[] = []): void {
    this.#thread.postMessage(message, handOver);
  }
}

/**
 * Seals a stream of bytes into an age v1 file, in a thread of its own: whoever makes the bytes, reading a vault say, goes
 * on meanwhile, and the two together use both processors.
 */
import { Worker } from 'node:worker_threads';
import { PieceLender } from '../threads/pieceLender.ts';
import type { SealTo } from './fileKey.ts';
import type { FromSealer, SealedFile, Sealing, ToSealer } from './sealerMessages.ts';
import { startSealed } from './sealStream.ts';

export interface SealFileOptions {
  /** Where the file is made. It is no whole file before this has resolved: give a name aside, then rename. */
  path: string;
  /** The built `sealerThread.ts`. */
  threadPath: string;
  signal?: AbortSignal;
}

/** A digest of what passes between its start and its end, reckoned by the thread. */
export interface PassingDigest {
  /** Called before the first byte behind it is yielded. */
  end(): void;
  /** Hexadecimal. Asked for only after the end. */
  sha256(): Promise<string>;
}

/** Starts a digest with the next byte that is yielded; one at a time. */
export type StartDigest = () => PassingDigest;

const BUFFERS = 4;

/**
 * As `sealStream`, into a file that is on the disk when this resolves. A source may use one buffer for all its pieces.
 * After an error the file may be there in part and is the caller's to remove; it is closed.
 * @throws what the source throws, and the system's own words where the file could not be written
 */
export async function sealFile(
  plain: (startDigest: StartDigest) => AsyncIterable<Uint8Array>,
  to: SealTo,
  { path, threadPath, signal }: SealFileOptions,
): Promise<SealedFile> {
  signal?.throwIfAborted();
  const { head, key } = await startSealed(to);
  const sealer = new Sealer(threadPath, { path, head, key });
  try {
    for await (const piece of plain(() => sealer.startDigest())) {
      signal?.throwIfAborted();
      await sealer.take(piece);
    }
    signal?.throwIfAborted();
    return await sealer.sealed();
  } catch (error) {
    await sealer.stop();
    throw error;
  }
}

interface AwaitedDigest {
  resolve: (sha256: string) => void;
  reject: (error: Error) => void;
}

/** The near side of the thread: lends it buffers, which come back, and hears how it ended. */
class Sealer {
  readonly #thread: Worker;
  readonly #pieces = new PieceLender(
    (buffer, length) => this.#tell({ type: 'piece', buffer, length }, [buffer]),
    BUFFERS,
  );
  readonly #digests = new Map<number, AwaitedDigest>();
  readonly #ended: Promise<unknown>;
  #offset = 0;
  #lastDigest = 0;
  #outcome: SealedFile | Error | null = null;

  constructor(threadPath: string, sealing: Sealing) {
    // Nothing of the environment, nor of how this process was started, is its business.
    this.#thread = new Worker(threadPath, { workerData: sealing, env: {}, execArgv: [] });
    this.#thread.on('message', (message: FromSealer) => this.#hear(message));
    this.#thread.on('error', error => this.#end(error));
    this.#ended = new Promise(resolve => this.#thread.once('exit', resolve));
    void this.#ended.then(() => this.#end(new Error('the thread that seals ended early')));
  }

  /** The piece is the caller's again once this resolves. */
  async take(piece: Uint8Array): Promise<void> {
    await this.#pieces.take(piece);
    this.#offset += piece.length;
  }

  startDigest(): PassingDigest {
    this.#tell({ type: 'digest-from', offset: this.#offset });
    this.#lastDigest += 1;
    const id = this.#lastDigest;
    const sha256 = new Promise<string>((resolve, reject) => this.#digests.set(id, { resolve, reject }));
    // Whoever never asks need not hear that it failed.
    sha256.catch(() => undefined);
    return {
      end: () => this.#tell({ type: 'digest-to', offset: this.#offset, id }),
      sha256: () => {
        // Its last bytes may still lie here, waiting for more.
        this.#pieces.handOver();
        return sha256;
      },
    };
  }

  async sealed(): Promise<SealedFile> {
    this.#pieces.handOver();
    this.#tell({ type: 'end' });
    await this.#ended;
    if (this.#outcome === null || this.#outcome instanceof Error)
      throw this.#outcome ?? new Error('nothing was sealed');
    return this.#outcome;
  }

  /** Resolves once the thread is gone, and the file closed with it. */
  async stop(): Promise<void> {
    this.#tell({ type: 'stop' });
    await this.#ended;
  }

  #hear(message: FromSealer): void {
    switch (message.type) {
      case 'free':
        this.#pieces.giveBack(message.buffer);
        break;
      case 'digest':
        this.#digests.get(message.id)?.resolve(message.sha256);
        this.#digests.delete(message.id);
        break;
      case 'sealed':
        this.#end(message.file);
        break;
      case 'failed':
        this.#end(new Error(message.problem));
        break;
    }
  }

  /** The first outcome counts. */
  #end(outcome: SealedFile | Error): void {
    this.#outcome ??= outcome;
    const ended = outcome instanceof Error ? outcome : new Error('the file was ended before this digest');
    for (const { reject } of this.#digests.values()) reject(ended);
    this.#digests.clear();
    this.#pieces.fail(ended);
  }

  #tell(message: ToSealer, handOver: ArrayBuffer[] = []): void {
    this.#thread.postMessage(message, handOver);
  }
}

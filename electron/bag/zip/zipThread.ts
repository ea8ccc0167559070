/** The thread of `ZipInThread`: packs the entries that it is handed, hashes and writes them. */
import { createHash } from 'node:crypto';
import { on } from 'node:events';
import { open } from 'node:fs/promises';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { FromZip, ToZip, Zipping } from './zipMessages.ts';
import { type WrittenZip, ZipWriter } from './zipWriter.ts';

const port = parentPort;
if (!port) throw new Error('zipThread runs as a thread only');

try {
  tell(port, { type: 'written', zip: await write(port, workerData as Zipping) });
} catch (error) {
  tell(port, { type: 'failed', problem: error instanceof Error ? error.message : String(error) });
}
port.close();

type Messages = AsyncIterator<[ToZip]>;

async function write(from: MessagePort, { path }: Zipping): Promise<WrittenZip> {
  const stop = new AbortController();
  // Heard at once, also while the whole file is read once more for its digest.
  from.on('message', (message: ToZip) => {
    if (message.type === 'stop') stop.abort(new Error('stopped'));
  });
  const messages = on(from, 'message', { signal: stop.signal }) as unknown as Messages;
  const file = await open(path, 'wx+');
  try {
    const zip = new ZipWriter(file);
    for (;;) {
      const message = await next(messages);
      if (message.type === 'end') break;
      if (message.type !== 'entry') throw new Error(`${message.type} came where an entry was to begin`);
      await zip.add({ ...message.entry, bytes: piecesOfEntry(from, messages) });
    }
    const written = await zip.finish(stop.signal);
    await file.sync();
    return written;
  } finally {
    await file.close();
  }
}

async function* piecesOfEntry(from: MessagePort, messages: Messages): AsyncGenerator<Uint8Array> {
  const first = await next(messages);
  const algorithms = first.type === 'digests' ? first.algorithms : [];
  const hashes = algorithms.map(algorithm => createHash(algorithm));
  let message = first.type === 'digests' ? await next(messages) : first;
  for (; message.type === 'piece'; message = await next(messages)) {
    const { buffer, length } = message;
    const piece = new Uint8Array(buffer, 0, length);
    for (const hash of hashes) hash.update(piece);
    yield piece;
    tell(from, { type: 'free', buffer }, [buffer]);
  }
  if (message.type !== 'entry-end') throw new Error(`${message.type} came within an entry`);
  if (algorithms.length === 0) return;
  const digests = Object.fromEntries(algorithms.map((algorithm, at) => [algorithm, hashes[at]?.digest('hex')]));
  tell(from, { type: 'digests', digests });
}

async function next(messages: Messages): Promise<ToZip> {
  const { value } = await messages.next();
  return value[0];
}

function tell(to: MessagePort, message: FromZip, handOver: ArrayBuffer[] = []): void {
  to.postMessage(message, handOver);
}

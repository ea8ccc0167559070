/** The thread of `sealFile`: encrypts what it is handed, and writes and hashes the result. Holds no key but the file's. */
import { createHash } from 'node:crypto';
import { on } from 'node:events';
import { open } from 'node:fs/promises';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { PassingDigests } from './passingDigests.ts';
import { sealPayload } from './payload.ts';
import type { FromSealer, SealedFile, Sealing, ToSealer } from './sealerMessages.ts';
import { writeAhead } from './writeAhead.ts';

const port = parentPort;
if (!port) throw new Error('sealerThread runs as a thread only');

try {
  tell(port, { type: 'sealed', file: await seal(port, workerData as Sealing) });
} catch (error) {
  tell(port, { type: 'failed', problem: error instanceof Error ? error.message : String(error) });
}
port.close();

async function seal(from: MessagePort, { path, head, key }: Sealing): Promise<SealedFile> {
  const hash = createHash('sha256');
  const file = await open(path, 'wx', 0o600);
  try {
    const sizeBytes = await writeAhead(file, behind(head, sealPayload(handedOver(from), key)), piece =>
      hash.update(piece),
    );
    await file.sync();
    return { sha256: hash.digest('hex'), sizeBytes };
  } finally {
    await file.close();
  }
}

async function* behind(head: Uint8Array, payload: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield head;
  yield* payload;
}

async function* handedOver(from: MessagePort): AsyncGenerator<Uint8Array> {
  const digests = new PassingDigests((id, sha256) => tell(from, { type: 'digest', id, sha256 }));
  for await (const [message] of on(from, 'message') as AsyncIterable<[ToSealer]>) {
    if (message.type === 'end') return;
    if (message.type === 'stop') throw new Error('stopped');
    if (message.type !== 'piece') {
      digests.mark(message);
      continue;
    }
    const { buffer, length } = message;
    const piece = new Uint8Array(buffer, 0, length);
    digests.pass(piece);
    yield piece;
    tell(from, { type: 'free', buffer }, [buffer]);
  }
}

function tell(to: MessagePort, message: FromSealer, handOver: ArrayBuffer[] = []): void {
  to.postMessage(message, handOver);
}

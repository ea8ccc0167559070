// Both ends of an extractor in a utility process, against stand-ins of the same shape as Electron's.
import { EventEmitter } from 'node:events';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { openExtractorHost } from '../../../electron/extract/extractorHost.ts';
import { serveOverParentPort } from '../../../electron/extract/parentPort.ts';
import { portChannel, utilityChannel } from '../../../electron/extract/utilityChannel.ts';
import { serveExtractor, type WorkerPort } from '../../../electron/extract/worker.ts';
import { bytesOf, extractWith, textOf } from './support/extractHere.ts';

const serve = (port: WorkerPort) =>
  serveExtractor(port, { shipped: async () => new Uint8Array(await readFile('/nonexistent')) });

/** A port as Electron's MessagePortMain: messages arrive as events with `data` and wait until `start`. */
class FakePort extends EventEmitter {
  other: FakePort | undefined;
  held: unknown[] | undefined = [];
  postMessage(message: unknown): void {
    this.other?.arrive(structuredClone(message));
  }
  arrive(data: unknown): void {
    if (this.held === undefined) setImmediate(() => this.emit('message', { data }));
    else this.held.push(data);
  }
  start(): void {
    const held = this.held ?? [];
    this.held = undefined;
    for (const data of held) this.arrive(data);
  }
  close(): void {
    setImmediate(() => {
      this.emit('close');
      this.other?.emit('close');
    });
  }
}

function makePorts(): [FakePort, FakePort] {
  const ports: [FakePort, FakePort] = [new FakePort(), new FakePort()];
  [ports[0].other, ports[1].other] = [ports[1], ports[0]];
  return ports;
}

test('a port that main hands to both sides carries a document', async () => {
  const parent = new EventEmitter();
  const host = openExtractorHost({
    size: 1,
    async spawn() {
      const [ours, theirs] = makePorts();
      serveOverParentPort(Object.assign(parent, { postMessage() {} }), serve);
      parent.emit('message', { data: undefined, ports: [theirs] });
      return portChannel(ours, () => {});
    },
  });
  const { outcome, pages } = await extractWith(host, bytesOf('words over a port'), 'a.txt');
  expect(outcome.ok).toBe(true);
  expect(textOf(pages)).toBe('words over a port');
  await host.close();
});

test('a utility process is spoken to directly, and its end while reading is a crash', async () => {
  const utility = Object.assign(new EventEmitter(), { postMessage(_: unknown) {}, kill: () => true });
  const parent = Object.assign(new EventEmitter(), {
    postMessage: (message: unknown) => {
      setImmediate(() => utility.emit('message', structuredClone(message)));
    },
  });
  utility.postMessage = message => {
    setImmediate(() => parent.emit('message', { data: structuredClone(message) }));
  };
  serveOverParentPort(parent, serve);
  const host = openExtractorHost({ size: 1, spawn: async () => utilityChannel(utility) });
  expect(textOf((await extractWith(host, bytesOf('words without a port'), 'a.txt')).pages)).toBe(
    'words without a port',
  );
  const dying = extractWith(host, bytesOf('x'), 'a.txt', {
    onPages: () => {
      utility.emit('exit', 134);
    },
  });
  expect((await dying).outcome).toMatchObject({ ok: false, problem: { code: 'out-of-memory' } });
  await host.close();
});

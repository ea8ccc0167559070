import { MessageChannel as NodeChannel } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import { CallFailed, PortLink } from '../../../renderer/api/index.ts';

const open: { close(): void }[] = [];

/** A core that answers each call with what it was asked, or with an error if asked to fail. */
function portToEcho(): MessagePort {
  const { port1, port2 } = new NodeChannel();
  port2.on('message', ({ call, operation, input }) => {
    if (operation === 'silence') return;
    const failed = { code: 'not-found', sentence: 'It is not there.', reference: null };
    port2.postMessage(
      operation === 'fail' ? { call, ok: false, error: failed } : { call, ok: true, value: { operation, input } },
    );
    if (operation === 'tell') port2.postMessage({ event: 'changed', concepts: ['exhibit'] });
  });
  open.push(port1, port2);
  return port1 as unknown as MessagePort;
}

afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

test('answers find their calls, whatever their order', async () => {
  const link = new PortLink();
  link.attach(portToEcho());
  const answers = await Promise.all([link.send('a', 1), link.send('b', 2)]);
  expect(answers).toEqual([
    { operation: 'a', input: 1 },
    { operation: 'b', input: 2 },
  ]);
});

test('what is asked before there is a port waits for it', async () => {
  const link = new PortLink();
  const answer = link.send('a', 1);
  link.attach(portToEcho());
  expect(await answer).toEqual({ operation: 'a', input: 1 });
});

test('an error arrives with its code and sentence', async () => {
  const link = new PortLink();
  link.attach(portToEcho());
  const failure = await link.send('fail', {}).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(CallFailed);
  expect((failure as CallFailed).report).toEqual({ code: 'not-found', sentence: 'It is not there.', reference: null });
});

test('when the core is started anew, what the old one owed fails with a sentence', async () => {
  const link = new PortLink();
  link.attach(portToEcho());
  const owed = link.send('silence', {}).catch((error: unknown) => error as CallFailed);
  link.attach(portToEcho());
  expect(((await owed) as CallFailed).report.code).toBe('core-restarted');
  expect(await link.send('a', 1)).toEqual({ operation: 'a', input: 1 });
});

test('events reach those who listen, until they stop', async () => {
  const link = new PortLink();
  link.attach(portToEcho());
  const heard: unknown[] = [];
  const told = new Promise<void>(resolve => {
    const stop = link.listen(event => {
      heard.push(event);
      stop();
      resolve();
    });
  });
  await link.send('tell', {});
  await told;
  await link.send('tell', {});
  expect(heard).toEqual([{ event: 'changed', concepts: ['exhibit'] }]);
});

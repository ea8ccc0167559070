// What a document can do at worst: its process may hang, crash, hoard or lie, and nothing else suffers from it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import type { ExtractorHost } from '../../../electron/extract/extractorHost.ts';
import { type NodeExtractorOptions, openNodeExtractorHost } from '../../../electron/extract/nodeHost.ts';
import { bytesOf, extractWith } from './support/extractHere.ts';

const workerPath = fileURLToPath(new URL('./support/hostileWorker.ts', import.meta.url));
const repository = fileURLToPath(new URL('../../../', import.meta.url));
const hosts: ExtractorHost[] = [];

/** The hostile worker is TypeScript, which Electron's Node cannot read: the project's own Node runs it there. */
function typeStrippingNode(): Partial<NodeExtractorOptions> {
  const own = join(repository, 'node_modules', '.bin', 'node');
  return process.versions['electron'] && existsSync(own) ? { nodePath: own, nodeMajor: 24 } : {};
}

function openHostileHost(options: Partial<NodeExtractorOptions> = {}): ExtractorHost {
  const host = openNodeExtractorHost({
    workerPath,
    readableFolders: [repository],
    size: 1,
    maxHeapMebibytes: 64,
    ...typeStrippingNode(),
    ...options,
  });
  hosts.push(host);
  return host;
}

afterEach(async () => {
  for (const host of hosts.splice(0)) await host.close();
});

async function act(host: ExtractorHost, name: string, limits = {}) {
  const { outcome, pages } = await extractWith(host, bytesOf('some bytes'), name, { limits });
  return { outcome, pages, code: outcome.ok ? 'ok' : outcome.problem.code };
}

describe('an extractor process', () => {
  test('has no files to write, programs to start, or network', async () => {
    const { outcome } = await act(openHostileHost(), 'escape');
    const denied = 'ERR_ACCESS_DENIED';
    expect(outcome.ok && outcome.summary.warnings).toEqual(
      expect.arrayContaining([
        `write a file: ${denied}`,
        'speak on the console, and live: done',
        `write a file later: ${denied}`,
        `remove a file: ${denied}`,
        `read a file: ${denied}`,
        `start a program: ${denied}`,
        `start a thread: ${denied}`,
        `load native code: ${denied}`,
        `open a socket: ${denied}`,
        `open a socket by hand: ${denied}`,
        `send a datagram: ${denied}`,
        `ask for a name: ${denied}`,
        `ask for a name later: ${denied}`,
        `fetch: ${denied}`,
        `http: ${denied}`,
        `open a web socket: ${denied}`,
        'make code of text: EvalError',
        // Electron's own fork adds the variable that makes its executable a Node.
        `environment: ${process.versions['electron'] ? 1 : 0}`,
      ]),
    );
    expect(existsSync('/tmp/probatum-escape')).toBe(false);
  });

  test.each([
    ['hang', 'timed-out'],
    ['idle', 'timed-out'],
    ['crash', 'crashed'],
    ['quit', 'crashed'],
    ['hoard', 'out-of-memory'],
    ['lieAboutPages', 'crashed'],
    ['lieAboutCount', 'crashed'],
    ['readBeyond', 'crashed'],
    ['otherJob', 'crashed'],
    ['badText', 'crashed'],
    ['noise', 'crashed'],
  ])('that does %s ends as %s, and the next document is read', async (name, code) => {
    const host = openHostileHost();
    const limits = {
      noProgressMs: code === 'timed-out' ? 300 : 20_000,
      firstProgressMs: code === 'timed-out' ? 1500 : 20_000,
    };
    const first = await act(host, name, limits);
    expect(first.code).toBe(code);
    expect(first.pages).toEqual([]);
    expect((await act(host, 'calm')).code).toBe('ok');
  });

  test.runIf(process.platform === 'linux')(
    'that fills memory outside of the heap is stopped by its resident size',
    async () => {
      const { code } = await act(openHostileHost(), 'hoardBytes', { maxMemoryBytes: 300 * 1024 * 1024 });
      expect(code).toBe('out-of-memory');
    },
  );

  test('takes no other document with it', async () => {
    const host = openHostileHost({ size: 2 });
    const names = ['calm', 'crash', 'calm', 'quit', 'calm', 'crash', 'calm'];
    const codes = await Promise.all(names.map(async name => (await act(host, name)).code));
    expect(codes).toEqual(names.map(name => (name === 'calm' ? 'ok' : 'crashed')));
  });

  test('is used for several documents, and replaced after its share', async () => {
    const host = openHostileHost({ documentsPerProcess: 2 });
    const titles: unknown[] = [];
    for (let at = 0; at < 4; at += 1) {
      const { outcome } = await act(host, 'calm');
      titles.push(outcome.ok && outcome.summary.title);
    }
    expect(titles[0]).toBe(titles[1]);
    expect(titles[1]).not.toBe(titles[2]);
    expect(titles[2]).toBe(titles[3]);
  });

  test('is ended when its document is cancelled, with the reason of the signal', async () => {
    const host = openHostileHost();
    const stop = new AbortController();
    const hanging = extractWith(host, bytesOf('x'), 'hang', { signal: stop.signal });
    const queued = extractWith(host, bytesOf('x'), 'calm', { signal: stop.signal });
    const calm = act(host, 'calm');
    stop.abort(new Error('enough'));
    await expect(hanging).rejects.toThrow('enough');
    await expect(queued).rejects.toThrow('enough');
    expect((await calm).code).toBe('ok');
  });

  test('that is ended by closing the host leaves nobody waiting', async () => {
    const host = openHostileHost();
    const running = expect(extractWith(host, bytesOf('x'), 'hang')).rejects.toThrow('closed');
    const queued = expect(extractWith(host, bytesOf('x'), 'calm')).rejects.toThrow('closed');
    await host.close();
    await Promise.all([running, queued]);
    await expect(extractWith(host, bytesOf('x'), 'calm')).rejects.toThrow('closed');
  });
});

// What an extractor process asks of the system while it reads hostile documents, as strace sees it from outside.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ExtractorHost, openExtractorHost } from '../../../electron/extract/extractorHost.ts';
import { forkExtractor } from '../../../electron/extract/nodeHost.ts';
import { assetsFolder } from '../../support/assets.ts';
import { hasStrace } from '../../support/app/socketTrace.ts';
import { bytesOf, extractWith, textOf } from './support/extractHere.ts';
import { hostileDocuments } from './support/hostileDocuments.ts';

/** Everything that makes a socket, starts a program, or names a file. */
const CALLS =
  'socket,connect,bind,sendto,sendmsg,execve,execveat,open,openat,openat2,creat,unlink,unlinkat,rename,renameat,renameat2,mkdir,mkdirat,link,linkat,symlink,symlinkat,chmod,fchmodat,truncate';

describe.runIf(process.platform === 'linux' && hasStrace())('an extractor process under trace', () => {
  let folder: string;
  let log: string;
  let host: ExtractorHost;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'probatum-trace-'));
    log = join(folder, 'calls.log');
    const path = join(folder, 'start-traced');
    const words = ['-f', '--seccomp-bpf', '-qq', '-s', '200', '-o', log, '-e', `trace=${CALLS}`, process.execPath];
    const quoted = words.map(word => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
    writeFileSync(path, `#!/bin/sh\nexec strace ${quoted} "$@"\n`, { mode: 0o755 });
    host = openExtractorHost({
      size: 1,
      spawn: async () => forkExtractor({ workerPath: join(assetsFolder(), 'extract', 'worker.js'), nodePath: path }),
    });
  });
  afterAll(async () => {
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('reads what would reach out, and asks for nothing', async () => {
    // The process is up once it has answered; what it asks from here on is the documents' doing.
    await extractWith(host, bytesOf('calm'), 'calm.txt');
    const started = readFileSync(log, 'utf8').length;
    for (const { name, bytes, words } of hostileDocuments) {
      const { outcome, pages } = await extractWith(host, bytes, name);
      expect([name, outcome.ok, textOf(pages).includes(words)]).toEqual([name, true, true]);
    }
    const calls = readFileSync(log, 'utf8').slice(started).split('\n');
    // The trace is alive: readers are loaded from beside the worker when their first document comes.
    expect(calls.some(line => line.includes('/extract/') && line.includes('O_RDONLY'))).toBe(true);
    expect(calls.filter(line => /\b(socket|connect|bind|sendto)\(|AF_INET/.test(line))).toEqual([]);
    expect(calls.filter(line => /\bexecve/.test(line))).toEqual([]);
    expect(calls.filter(changesTheDisk)).toEqual([]);
    expect(calls.filter(line => /probatum-slipped|\/etc\/hostname|beacon/.test(line))).toEqual([]);
    expect(existsSync('/tmp/probatum-slipped.txt')).toBe(false);
  });
});

/** Opening to write, making, removing, renaming. A failed attempt counts as well: nothing may even try. */
function changesTheDisk(line: string): boolean {
  if (
    /\b(creat|unlink|unlinkat|rename|renameat2?|mkdir|mkdirat|link|linkat|symlink|symlinkat|chmod|fchmodat|truncate)\(/.test(
      line,
    )
  )
    return true;
  return (
    /\bopen(at2?)?\(/.test(line) &&
    /O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND/.test(line) &&
    !line.includes('"/dev/null"')
  );
}

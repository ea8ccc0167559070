/**
 * No process of ours opens an internet socket: seen by strace in the app (import, reading, export), in its PDF printer and
 * in the command line.
 *
 * Playwright drives the app through two inspectors that Electron opens for it, and only for it: each a socket of the main
 * process that listens on 127.0.0.1. So the driven run may hold exactly those, and nothing may be connected or sent; and
 * the same app is started once more without Playwright, where there may be none.
 *
 * One exception holds everywhere: Chromium asks the kernel for the names of its network devices, which Linux answers on any
 * datagram socket. Such a socket is told apart by what is done with it, an `ioctl` about a device and nothing else.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createVault, lockAndUnlock, newCase, PASSPHRASE } from '../support/app/caseSteps.ts';
import { appToLaunch, rootFlags } from '../support/app/electronHere.ts';
import { dropOnWindow, openExhibit } from '../support/app/evidenceSteps.ts';
import { until } from '../support/app/expect.ts';
import { beginFinding, citeWords, takeClaimInHand } from '../support/app/findingSteps.ts';
import { launchApp } from '../support/app/launchApp.ts';
import { compile, exportBundle, FORMATS } from '../support/app/leavingSteps.ts';
import { killTree, processTree } from '../support/app/processTree.ts';
import { sampleDocuments } from '../support/app/samplePlan.ts';
import { openHit, search } from '../support/app/searchSteps.ts';
import {
  hasStrace,
  internetCalls,
  type SocketCall,
  sawSockets,
  straceArgs,
  tracedExecutable,
} from '../support/app/socketTrace.ts';
import { assetsFolder } from '../support/assets.ts';

const traced = hasStrace();
if (!traced) console.log('Skipped: strace is not here or may not trace, so that sockets cannot be seen.');

describe.skipIf(!traced)('no internet socket', () => {
  let folder: string;
  const log = (name: string): string => join(folder, `${name}.log`);

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'probatum-offline-'));
    writeFileSync(join(folder, 'passphrase'), PASSPHRASE);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('in the app: import of a folder, search, reading, export', async () => {
    const { path, log: written } = tracedExecutable((await appToLaunch()).executable, folder);
    const run = await launchApp({ executable: path });
    try {
      await createVault(run, join(folder, 'app.probatum'));
      await newCase(run, { reference: 'C-2026-009', title: 'Nobody is asked (exercise)', workstream: 'maritime' });
      await dropOnWindow(run, sampleDocuments);
      for (const exhibit of [/EX-0001/, /EX-0006/, /EX-0007/, /EX-0008/, /EX-0010/]) await openExhibit(run, exhibit);
      await beginFinding(run, 'Two ships met', 'Two ships lay alongside each other.');
      await takeClaimInHand(run);
      await search(run, '"alongside each other"');
      await openHit(run, /^p\. 1/, 'alongside each other');
      await citeWords(run, 'two vessels lay alongside each other');
      for (const format of FORMATS) await compile(run, format, join(folder, `report.${format.suffix}`));
      await exportBundle(run, join(folder, 'bundle.zip'), 'A reviewer', 'Exercise');
      await lockAndUnlock(run);
      expect(await run.foreignRequests()).toEqual([]);
    } finally {
      await run.close();
    }
    expect(sawSockets(written)).toBe(true);
    const calls = toAnywhere(written);
    expect(calls.filter(({ call }) => call === 'connect' || call === 'sendto')).toEqual([]);
    const bound = calls.filter(({ call }) => call === 'bind');
    expect(bound.filter(({ line }) => !line.includes('inet_addr("127.0.0.1")'))).toEqual([]);
    expect(bound.length).toBeLessThanOrEqual(2);
    expect(calls.filter(({ call }) => call === 'socket')).toHaveLength(bound.length);
  });

  test('in the app as a person starts it, without Playwright and its inspectors', async () => {
    const { executable, folder: app } = await appToLaunch();
    const profile = join(folder, 'plain');
    mkdirSync(profile);
    const child = spawn(
      'strace',
      [...straceArgs(log('plain')), executable, ...rootFlags(), `--user-data-dir=${profile}`, ...(app ? [app] : [])],
      {
        env: { ...process.env, NODE_OPTIONS: '', HOME: profile, TMPDIR: profile },
        stdio: 'ignore',
      },
    );
    const { pid } = child;
    if (!pid) throw new Error('strace did not start');
    try {
      // The window is there when it has a renderer, and the core when a second utility process beside the network's runs.
      await until(
        async () =>
          processTree(pid).some(({ command }) => command.includes('--type=renderer')) &&
          processTree(pid).some(({ command }) => command.includes('node.mojom.NodeService')),
        async () =>
          `there is only ${processTree(pid)
            .map(({ command }) => command.slice(0, 120))
            .join('; ')}`,
      );
      // Given time to do what it should not: nothing tells when a program has refrained.
      await new Promise(resolve => setTimeout(resolve, 3_000));
    } finally {
      killTree(pid);
    }
    expect(sawSockets(log('plain'))).toBe(true);
    expect(toAnywhere(log('plain'))).toEqual([]);
  });

  test('in the command line: import, and a PDF drawn by Chromium', async () => {
    const { executable } = await appToLaunch();
    const cli = (...args: string[]) =>
      spawnSync(
        'strace',
        [
          ...straceArgs(log(`cli-${args[0]}`)),
          process.execPath,
          join(assetsFolder(), 'cli', 'probatum.js'),
          ...args,
          '--passphrase-file',
          join(folder, 'passphrase'),
        ],
        {
          encoding: 'utf8',
          timeout: 120_000,
          env: {
            ...process.env,
            NODE_OPTIONS: '',
            HOME: folder,
            XDG_CONFIG_HOME: folder,
            PROBATUM_ELECTRON: executable,
          },
        },
      );
    const vault = join(folder, 'cli.probatum');
    expect(cli('vault', 'create', vault, '--person', 'A. Exercise')).toMatchObject({ status: 0 });
    expect(cli('sample', vault)).toMatchObject({ status: 0 });
    expect(cli('case', 'create', vault, '--ref', 'C-1', '--title', 'Exercise')).toMatchObject({ status: 0 });
    const imported = cli('import', vault, '--case', 'C-1', '--json', sampleDocuments);
    expect(imported.stdout.trim().split('\n').length).toBeGreaterThanOrEqual(14);
    const pdf = join(folder, 'cli.pdf');
    expect(cli('report', 'compile', vault, '--case', 'C-2026-001', '--format', 'pdf', '--out', pdf)).toMatchObject({
      status: 0,
    });
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
    for (const name of ['vault', 'sample', 'case', 'import']) expect(internetCalls(log(`cli-${name}`))).toEqual([]);
    expect(toAnywhere(log('cli-report'))).toEqual([]);
  });
});

function toAnywhere(log: string): SocketCall[] {
  return internetCalls(log).filter(({ asksDevice }) => !asksDevice);
}

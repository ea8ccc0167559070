/** A short walk as a user without rights, with Chromium's real sandbox on: what opens hostile pages is locked in. */
import { chownSync, mkdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createVault, loadSampleCase } from '../support/app/caseSteps.ts';
import { appToLaunch } from '../support/app/electronHere.ts';
import { launchApp, type RunningApp } from '../support/app/launchApp.ts';
import { openHit, search } from '../support/app/searchSteps.ts';
import { projectFolder } from '../support/assets.ts';

interface User {
  isSelf: boolean;
  uid: number;
  gid: number;
  folder: string;
  stop(): void;
}

interface Unprivileged {
  unprivilegedUser(): User;
  runAsUnprivileged(command: string, args: string[]): Promise<{ code: number; stderr: string }>;
  executableAs(user: User, executable: string): string;
  readableFolder(user: User, folder: string): string;
  readableApp(user: User): string;
}

// By address, since the build's own modules are plain JavaScript.
const { unprivilegedUser, runAsUnprivileged, executableAs, readableFolder, readableApp } = (await import(
  pathToFileURL(join(projectFolder, 'build', 'unprivileged.mjs')).href
)) as Unprivileged;

const reason = await whyNot();
if (reason) console.log(`Skipped: ${reason}`);

describe.skipIf(reason !== null)('with Chromium’s sandbox', () => {
  let user: User;
  let run: RunningApp;

  beforeAll(async () => {
    user = unprivilegedUser();
    for (const name of ['profile', 'home', 'tmp']) {
      mkdirSync(join(user.folder, name));
      if (!user.isSelf) chownSync(join(user.folder, name), user.uid, user.gid);
    }
    const { executable, folder } = await appToLaunch();
    const dist = readableFolder(user, join(executable, '..'));
    run = await launchApp({
      folder: user.folder,
      asUser: true,
      executable: executableAs(user, join(dist, executable.split('/').at(-1) ?? 'electron')),
      ...(folder === null ? {} : { appFolder: folder === projectFolder ? readableApp(user) : folder }),
    });
  }, 120_000);
  afterAll(async () => {
    await run?.close();
    user?.stop();
  });

  test('the walk begins: a vault, the sample case, a PDF at its hit', async () => {
    await createVault(run, join(user.folder, 'sandbox.probatum'));
    await loadSampleCase(run);
    await search(run, '"alongside each other"');
    await openHit(run, /^p\. 1/, 'alongside each other');
    expect(run.heard).toEqual([]);
  });

  test('no process of the app runs as root, nor with the sandbox off', () => {
    const all = run.processes();
    expect(all.length).toBeGreaterThan(3);
    for (const { pid, command } of all) {
      expect(command).not.toContain('--no-sandbox');
      expect(status(pid, 'Uid').split(/\s+/)).not.toContain('0');
    }
  });

  test('each renderer is filtered by seccomp and has namespaces of its own', () => {
    const renderers = run.processes().filter(({ command }) => command.includes('--type=renderer'));
    expect(renderers.length).toBeGreaterThan(0);
    for (const { pid } of renderers) {
      expect(status(pid, 'Seccomp')).toBe('2');
      // The ids that it has from the outside in: more than one means a process namespace of its own.
      expect(status(pid, 'NSpid').split(/\s+/).length).toBeGreaterThan(1);
      expect(status(pid, 'CapEff')).toBe('0000000000000000');
      if (process.getuid?.() !== 0) continue;
      for (const name of ['pid', 'user', 'net'])
        expect(readlinkSync(`/proc/${pid}/ns/${name}`), name).not.toBe(readlinkSync(`/proc/${run.pid}/ns/${name}`));
    }
  });
});

function status(pid: number, field: string): string {
  return new RegExp(`^${field}:\\s+(.*)$`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]?.trim() ?? '';
}

async function whyNot(): Promise<string | null> {
  if (process.platform !== 'linux') return 'what a process may do is read from /proc, which only Linux has';
  const tried = await runAsUnprivileged('unshare', ['--user', '--pid', '--fork', 'true']);
  return tried.code === 0
    ? null
    : `a user without rights may make no namespaces here (${tried.stderr.trim().split('\n')[0]}), and Chromium’s sandbox needs them`;
}

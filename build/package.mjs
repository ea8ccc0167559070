#!/usr/bin/env node
// `npm run package`: an unpacked app in release/<system>-unpacked, fuses closed.
//   --for-test   release/test-unpacked instead, which differs only in the inspect fuse: Playwright needs it open
import fs from 'node:fs';
import path from 'node:path';
import { bundle } from './bundle.mjs';
import { runCommand } from './commandLine.mjs';
import { ensureInstalledAndCurrent, projectEnv, projectNode } from './ensure.mjs';
import { withLock } from './lock.mjs';
import { inProject, nodeModules, projectRoot } from './paths.mjs';
import { run, say, tail } from './processes.mjs';
import { assertPackage } from './packageCheck.mjs';
import { resolveElectron } from './runtime/electron.mjs';

const PACKAGE_LIMIT_MS = 10 * 60_000;
const SYSTEM_FLAG = { linux: '--linux', darwin: '--mac', win32: '--win' };

await runCommand(async () => {
  await ensureInstalledAndCurrent();
  const electron = await resolveElectron();
  await bundle();
  const forTest = process.argv.includes('--for-test');
  const folder = await withLock('package', () => pack(electron, forTest));
  say(`Packaged: ${folder}`);
  if (forTest) say('This package is for tests: its inspector can be opened. It must not be released.');
  else if (electron.kind === 'test-runtime') {
    say('This package holds the test runtime. It is for tests only and must not be released.');
  }
});

async function pack(electron, forTest) {
  say('Packaging …');
  const output = inProject('release', forTest ? '.making-test' : '.making');
  fs.rmSync(output, { recursive: true, force: true });
  const args = [
    path.join(nodeModules, 'electron-builder', 'cli.js'),
    SYSTEM_FLAG[process.platform],
    'dir',
    '--publish=never',
    '--config=electron-builder.yml',
    `--config.electronDist=${electron.dist}`,
    `--config.electronVersion=${electron.version}`,
    `--config.directories.output=${output}`,
    ...(forTest ? ['--config.electronFuses.enableNodeCliInspectArguments=true'] : []),
  ];
  const result = await run(projectNode(), args, { cwd: projectRoot, env: projectEnv(), timeoutMs: PACKAGE_LIMIT_MS });
  if (result.code !== 0) {
    say(tail(result.stdout + result.stderr, 40));
    throw new Error('electron-builder did not succeed; its last lines are above');
  }
  const made = fs.readdirSync(output).find(name => name.endsWith('-unpacked') || name.startsWith('mac'));
  if (!made) throw new Error('electron-builder left no unpacked app behind');
  await assertPackage(path.join(output, made), { forTest });
  const folder = inProject('release', forTest ? 'test-unpacked' : made);
  fs.rmSync(folder, { recursive: true, force: true });
  fs.renameSync(path.join(output, made), folder);
  fs.rmSync(output, { recursive: true, force: true });
  return folder;
}

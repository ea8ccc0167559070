#!/usr/bin/env node
// `npm test`: installs what is missing and runs every check and test; the last line is "N passed, N failed, N skipped".
//   --only unit|journeys   one kind of tests, without the type checks and the lint
//   -t PATTERN, FILE …     handed to vitest; likewise without the type checks and the lint
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bundle } from './bundle.mjs';
import { runCommand } from './commandLine.mjs';
import { ensureInstalledAndCurrent, projectEnv, projectNode } from './ensure.mjs';
import { lint } from './lint.mjs';
import { checkoutState, endMarked, newMark } from './traces.mjs';
import { inProject } from './paths.mjs';
import { run, say, tail } from './processes.mjs';
import { withDisplay } from './runtime/display.mjs';
import { resolveElectron } from './runtime/electron.mjs';
import { ensureSystem, findBrowser } from './runtime/system.mjs';
import { typecheck } from './typecheck.mjs';
import { runVitest } from './vitestRun.mjs';

/** Nothing takes a third of it on two idle processors; a run that hangs must end all the same. */
const HANG_LIMIT_MS = 25 * 60_000;
/** Rooms whose code meets what Electron's Node does otherwise: native modules, crypto, streams, processes. */
const rooms = ['age', 'bag', 'db', 'extract', 'ipc', 'jobs', 'ssh', 'timestamp'];
/** Of the services, which are the same JavaScript over those rooms, the ones that use most of them. */
const services = ['admission', 'archive', 'bundle', 'redaction', 'report', 'sealed', 'tampering', 'vault'];
const totals = { passed: 0, failed: 0, skipped: 0 };
/** Told once more before the totals: a run is long, and its end is what is read. */
const failures = [];

await runCommand(async () => {
  const { only, given } = parseArguments(process.argv.slice(2));
  await ensureInstalledAndCurrent();
  const before = await checkoutState();
  const electron = await attempt('Electron', resolveElectron);
  const missing = electron ? await ensureSystem(electron.path, { tests: true }) : { libraries: [], programs: [] };
  const mark = newMark();
  const folder = temporaryFolder();
  process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
  const env = testEnv(folder, mark, electron);

  if (!only && given.length === 0) for (const step of [...(await typecheck()), await lint()]) count(step);
  const bundled = await attempt('the bundle', async () => {
    await bundle();
    return true;
  });

  if (only !== 'journeys') {
    say('Unit tests …');
    add(
      await runVitest({
        title: 'unit tests',
        args: ['--project', 'unit', ...given],
        env,
        folder,
        limitMs: HANG_LIMIT_MS,
      }),
    );
    if (electron && missing.libraries.length === 0) add(await unitTestsInElectron({ electron, env, folder, given }));
    else explain('The unit tests were not repeated inside Electron, since it cannot run here.');
  }
  if (only !== 'unit') {
    if (electron && bundled && missing.libraries.length === 0) {
      add(await journeys({ env, folder, given }));
      if (given.length === 0) add(await packagedJourney({ env, folder }));
    } else explain('The journeys did not run, since Electron or the bundle is missing.');
  }

  const left = await endMarked(mark);
  if (left.length > 0) say(`Ended what tests had left running: ${left.join(', ')}.`);
  fs.rmSync(folder, { recursive: true, force: true });
  const after = await checkoutState();
  const name = 'the run leaves the checkout as it was';
  if (before === undefined) explain('Whether the run left the checkout as it was could not be seen (no git here).');
  else if (before === after) count({ name, outcome: 'passed' });
  else count({ name, outcome: 'failed', detail: `before:\n${before}after:\n${after}` });

  if (failures.length > 0) say(`\nWhat failed:\n\n${failures.join('\n\n')}`);
  process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped\n`);
  return totals.failed > 0 ? 1 : 0;
});

/** What meets Electron's own Node, which is older and leaner than the one that runs the tools. */
async function unitTestsInElectron({ electron, env, folder, given }) {
  say(`Tests of what meets Electron’s Node again, inside Electron ${electron.version} …`);
  const files = given.filter(word => !word.startsWith('-') && word.includes('test/'));
  // Names of test files from the command line narrow this run too; without any it is everything under test/electron.
  if (files.length > 0 && !files.some(file => file.includes('test/electron'))) return nothing();
  const args = ['--project', 'unit', ...given, ...(files.length > 0 ? [] : meetingElectronsNode())];
  return runVitest({
    title: 'unit tests inside Electron',
    node: electron.path,
    args,
    env: { ...env, ELECTRON_RUN_AS_NODE: '1' },
    folder,
    limitMs: HANG_LIMIT_MS,
  });
}

function meetingElectronsNode() {
  const inRooms = rooms.flatMap(room => {
    const folder = path.posix.join('test', 'electron', room);
    return fs
      .readdirSync(inProject(folder), { recursive: true })
      .map(name => path.posix.join(folder, String(name).split(path.sep).join('/')));
  });
  return (
    [...inRooms, ...services.map(name => `test/electron/services/${name}.test.ts`)]
      .filter(file => file.endsWith('.test.ts'))
      // jsdom wants a newer Node than Electron 33 has; those have run on Node already.
      .filter(file => !fs.readFileSync(inProject(file), 'utf8').startsWith('// @vitest-environment jsdom'))
  );
}

/** The walk and sealing, which loads a thread, once more against what electron-builder makes, fuses closed but for the one that Playwright speaks through. */
async function packagedJourney({ env, folder }) {
  const packaged = await attempt('the package', async () => {
    const { code, stderr } = await run(projectNode(), [inProject('build', 'package.mjs'), '--for-test'], {
      env: projectEnv(),
    });
    if (code !== 0) throw new Error(tail(stderr, 20));
    return inProject('release', 'test-unpacked');
  });
  if (!packaged) return nothing();
  return journeys({
    env: { ...env, PROBATUM_PACKAGED: packaged },
    folder,
    given: ['test/journeys/walk.test.ts', 'test/journeys/archive.test.ts'],
    what: 'The walk and an archive again, in the packaged app …',
  });
}

async function journeys({ env, folder, given, what = 'Journeys through the whole app …' }) {
  say(what);
  const display = await attempt('a display', () => withDisplay({ always: true }));
  if (!display) return nothing();
  try {
    const args = ['--project', 'journeys', ...given];
    return await runVitest({ title: 'journeys', args, env: { ...env, ...display.env }, folder, limitMs: HANG_LIMIT_MS });
  } finally {
    await display.stop();
  }
}

/** Everything a test writes goes under one folder that is removed at the end, the home folder's settings included. */
function temporaryFolder() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'probatum-test-'));
  // Passable, not listable: the journey of an unprivileged user gets to its own folder below.
  fs.chmodSync(folder, 0o711);
  fs.mkdirSync(path.join(folder, 'home'), { mode: 0o700 });
  fs.mkdirSync(path.join(folder, 'tmp'), { mode: 0o711 });
  return folder;
}

function testEnv(folder, mark, electron) {
  const home = path.join(folder, 'home');
  const browser = findBrowser();
  return {
    ...mark.env,
    TMPDIR: path.join(folder, 'tmp'),
    ...(process.platform === 'linux' ? { HOME: home } : {}),
    XDG_CONFIG_HOME: path.join(home, 'config'),
    XDG_CACHE_HOME: path.join(home, 'cache'),
    XDG_DATA_HOME: path.join(home, 'data'),
    ...(electron ? { PROBATUM_ELECTRON: electron.path, PROBATUM_ELECTRON_KIND: electron.kind } : {}),
    ...(browser ? { PROBATUM_CHROMIUM: browser } : {}),
  };
}

function parseArguments(words) {
  const at = words.indexOf('--only');
  if (at === -1) return { only: undefined, given: words };
  const only = words[at + 1];
  if (only !== 'unit' && only !== 'journeys') throw new Error('--only takes unit or journeys');
  return { only, given: words.toSpliced(at, 2) };
}

/** Something that must be there for what follows: its absence is a failed check, told in its own words. */
async function attempt(name, work) {
  try {
    return await work();
  } catch (error) {
    count({ name, outcome: 'failed', detail: error.message });
    return undefined;
  }
}

function count({ name, outcome, detail }) {
  totals[outcome] += 1;
  say(`${outcome}: ${name}`);
  if (detail) say(detail);
  if (outcome === 'failed') failures.push(name);
}

function explain(sentence) {
  totals.skipped += 1;
  say(sentence);
}

function add(sum) {
  for (const outcome of Object.keys(totals)) totals[outcome] += sum[outcome];
  failures.push(...sum.failures);
}

function nothing() {
  return { passed: 0, failed: 0, skipped: 0, failures: [] };
}

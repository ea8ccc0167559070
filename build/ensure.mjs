// The install: made when it is missing or no longer agrees with the lockfile. Plain Node, no dependency.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { inProject, nodeModules, projectRoot } from './paths.mjs';
import { run, say, tail } from './processes.mjs';

const MINIMUM_NODE = [20, 19];
const INSTALL_LIMIT_MS = 15 * 60_000;

/** Installs the pinned dependencies unless they are there; links `node_modules/.bin/probatum`. Throws when it cannot. */
export async function ensureInstalled() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < MINIMUM_NODE[0] || (major === MINIMUM_NODE[0] && minor < MINIMUM_NODE[1])) {
    throw new Error(`Node ${MINIMUM_NODE.join('.')} or newer is needed; this is ${process.versions.node}.`);
  }
  if (!installAgrees()) {
    await withLock('install', async () => {
      if (!installAgrees()) await install();
    });
  }
  linkCommand();
}

/** The Node that the project brings (24 on Linux x64), else the one that runs this. */
export function projectNode() {
  const own = path.join(nodeModules, '.bin', 'node');
  return fs.existsSync(own) ? own : process.execPath;
}

/** The environment in which the project's own programs and its Node are found first. */
export function projectEnv(extra = {}) {
  const PATH = `${path.join(nodeModules, '.bin')}${path.delimiter}${process.env.PATH ?? ''}`;
  return { ...process.env, PATH, ...extra };
}

/**
 * Installs, then goes on in the project's own Node. The first command on a fresh machine starts in whatever Node is
 * there, which several build tools refuse; after the install there is a Node 24, and the same script is run again in it.
 * Does not come back when it had to change over.
 */
export async function ensureInstalledAndCurrent() {
  await ensureInstalled();
  const node = projectNode();
  if (fs.realpathSync(node) === fs.realpathSync(process.execPath) || process.env.PROBATUM_NODE_CHANGED) return;
  process.exit(await passThrough(node, process.argv.slice(1), projectEnv({ PROBATUM_NODE_CHANGED: '1' })));
}

/** Runs a program with our own input and output, hands signals on, answers its exit code. */
export function passThrough(command, args, env = process.env) {
  return new Promise(resolve => {
    const child = spawn(command, args, { stdio: 'inherit', env });
    const names = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    const handOn = name => child.kill(name);
    for (const name of names) process.on(name, handOn);
    child.on('error', error => {
      say(`${command} could not be started: ${error.message}`);
      resolve(127);
    });
    child.on('exit', (code, name) => {
      for (const each of names) process.off(each, handOn);
      resolve(code ?? 128 + (constants.signals[name] ?? 0));
    });
  });
}

/**
 * Whether node_modules is what the lockfile says. npm records what it installed in node_modules/.package-lock.json, and
 * writes it last, so a broken-off install has none; that record says more than a stamp of ours would, and an install
 * that somebody made by hand counts. Packages for other systems are absent from it, hence "optional".
 */
function installAgrees() {
  const wanted = packagesOf(inProject('package-lock.json'));
  const found = packagesOf(path.join(nodeModules, '.package-lock.json'));
  if (!wanted || !found) return false;
  for (const [name, entry] of Object.entries(wanted)) {
    const there = found[name];
    if (!there && name !== '' && !entry.optional) return false;
    if (there && (there.version !== entry.version || there.integrity !== entry.integrity)) return false;
  }
  return Object.keys(found).every(name => name in wanted);
}

function packagesOf(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

async function install() {
  say('Installing the pinned dependencies (npm ci, about a minute; 1 GB on disk) …');
  // Subtle: under `npm run` the first node on the PATH is the one in node_modules that npm ci is about to remove.
  const PATH = (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter(folder => !folder.endsWith(path.join('node_modules', '.bin')))
    .join(path.delimiter);
  const env = { ...process.env, PATH };
  // Variables of the npm that runs us (npm_config_…) would steer the inner one: `npm test --silent`, for instance.
  for (const name of Object.keys(env))
    if (/^npm_(config_(?!registry|.*proxy|cache|userconfig)|lifecycle|package)/i.test(name)) delete env[name];
  const windows = process.platform === 'win32';
  const [command, args] = windows ? ['cmd', ['/c', 'npm', 'ci']] : ['npm', ['ci']];
  const options = { cwd: projectRoot, env, timeoutMs: INSTALL_LIMIT_MS };
  const result = await run(command, [...args, '--no-audit', '--no-fund', '--loglevel=error'], options);
  if (result.code !== 0) {
    say(tail(result.stderr + result.stdout, 30));
    const why = result.timedOut ? 'was not done after 15 minutes' : 'failed';
    throw new Error(`npm ci ${why}; its last lines are above. Is the npm registry within reach?`);
  }
}

/** npm links a project's commands only where it is a dependency; this makes `npx probatum` work from the checkout. */
function linkCommand() {
  const link = path.join(nodeModules, '.bin', 'probatum');
  if (process.platform === 'win32') {
    fs.writeFileSync(`${link}.cmd`, '@node "%~dp0\\..\\..\\build\\probatum.mjs" %*\r\n');
    return;
  }
  try {
    fs.symlinkSync(path.join('..', '..', 'build', 'probatum.mjs'), link);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
}

// Running something as a user without rights, so that Chromium's real sandbox is on where tests run as root.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inProject, projectRoot } from './paths.mjs';
import { run, which } from './processes.mjs';

const NAME = 'probatum-e2e';

/**
 * A user without rights, with a folder of its own. Where we are not root that is ourselves, with a fresh home.
 * @returns {{ isSelf: boolean, uid: number, gid: number, folder: string, env: Record<string, string>, stop: () => void }}
 *   `env` goes over the caller's; `stop` removes the folder and the user
 */
export function unprivilegedUser() {
  const isSelf = process.platform !== 'linux' || process.getuid() !== 0;
  const { uid, gid, remove } = isSelf ? ourselves() : systemUser();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'probatum-user-'));
  const env = { HOME: folder, TMPDIR: folder, USER: isSelf ? os.userInfo().username : NAME };
  for (const name of ['CONFIG', 'CACHE', 'DATA']) env[`XDG_${name}_HOME`] = path.join(folder, name.toLowerCase());
  env.XDG_RUNTIME_DIR = folder;
  if (process.env.XAUTHORITY) {
    // The display's key is readable by us alone; the user gets a copy.
    env.XAUTHORITY = path.join(folder, 'authority');
    fs.copyFileSync(process.env.XAUTHORITY, env.XAUTHORITY);
    fs.chmodSync(env.XAUTHORITY, 0o600);
  }
  if (!isSelf) for (const each of [folder, env.XAUTHORITY].filter(Boolean)) fs.chownSync(each, uid, gid);
  const stop = () => {
    fs.rmSync(folder, { recursive: true, force: true });
    remove();
  };
  return { isSelf, uid, gid, folder, env, stop };
}

/** Runs a program as such a user to its end; answers as `run` of processes.mjs does. */
export async function runAsUnprivileged(command, args, env = {}, { cwd, timeoutMs } = {}) {
  const user = unprivilegedUser();
  try {
    const [program, given] = user.isSelf ? [command, args] : ['setpriv', [...setprivFlags(user), command, ...args]];
    return await run(program, given, { cwd, timeoutMs, env: { ...process.env, ...user.env, ...env } });
  } finally {
    user.stop();
  }
}

/**
 * A program that starts `executable` as the user and takes the same arguments: for Playwright, which wants one path.
 * Signals and descriptors pass through, since the shell and setpriv replace themselves.
 */
export function executableAs(user, executable) {
  if (user.isSelf) return executable;
  const file = path.join(user.folder, 'start');
  const sets = Object.entries(user.env).map(([name, value]) => `export ${name}=${quote(value)}`);
  const command = ['exec', 'setpriv', ...setprivFlags(user), quote(executable), '"$@"'].join(' ');
  fs.writeFileSync(file, ['#!/bin/sh', ...sets, command, ''].join('\n'), { mode: 0o755 });
  return file;
}

/** The folder itself if the user can read it, else a copy of it that the user can (a checkout may lie in a private home). */
export function readableFolder(user, folder) {
  if (canRead(user, folder)) return folder;
  const copy = path.join(user.folder, `copy-of-${path.basename(folder)}`);
  copyReadable(folder, copy);
  return copy;
}

/** The app as `electron <folder>` takes it: the checkout, or the few parts of it that the app needs when running. */
export function readableApp(user) {
  if (canRead(user, inProject('dist', 'main'))) return projectRoot;
  const copy = path.join(user.folder, 'app');
  const modules = ['@signalapp/sqlcipher', 'node-gyp-build', 'sodium-native', 'require-addon', 'which-runtime'];
  // By these require-addon finds the binary.
  modules.push('bare-addon-resolve', 'bare-module-resolve', 'bare-semver');
  const parts = ['package.json', 'dist', ...modules.map(name => `node_modules/${name}`)];
  for (const part of parts) copyReadable(inProject(part), path.join(copy, part));
  return copy;
}

function ourselves() {
  const nothing = () => {};
  return { uid: process.getuid?.() ?? -1, gid: process.getgid?.() ?? -1, remove: nothing };
}

function systemUser() {
  if (!which('setpriv')) throw new Error('setpriv is missing (Debian package util-linux)');
  let created = false;
  if (!which('useradd')) return { ...idsOf('nobody'), remove: () => {} };
  if (spawnSync('id', [NAME]).status !== 0) {
    const made = spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/bin/false', NAME], {
      encoding: 'utf8',
    });
    if (made.status !== 0) throw new Error(`the user ${NAME} could not be created: ${made.stderr.trim()}`);
    created = true;
  }
  const remove = () => {
    if (created) spawnSync('userdel', ['--force', NAME]);
  };
  return { ...idsOf(NAME), remove };
}

function idsOf(name) {
  const ask = flag => Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout);
  return { uid: ask('-u'), gid: ask('-g') };
}

function setprivFlags({ uid, gid }) {
  return [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--inh-caps=-all'];
}

function canRead(user, folder) {
  if (user.isSelf) return true;
  return spawnSync('setpriv', [...setprivFlags(user), 'test', '-r', folder, '-a', '-x', folder]).status === 0;
}

function copyReadable(from, to) {
  fs.mkdirSync(path.dirname(to), { recursive: true, mode: 0o755 });
  fs.cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  spawnSync('chmod', ['-R', 'a+rX', to]);
}

function quote(text) {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

// A screen to draw on: the one that is there, else a virtual one of our own for the time of a run.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { endGroup, which } from '../processes.mjs';

const START_LIMIT_MS = 15_000;

/** Whether windows can be shown to a person here. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * Gives the environment in which windows open, and the means to end what was started for it.
 * @param {{ always?: boolean, size?: string }} [options] `always`: a virtual display even where there is a real one, so
 *   that tests neither flash over somebody's desktop nor depend on its size
 * @returns {Promise<{ env: Record<string, string>, stop: () => Promise<void> }>}
 */
export async function withDisplay({ always = false, size = '1920x1200' } = {}) {
  if (process.platform !== 'linux' || (hasDisplay() && !(always && which('Xvfb')))) {
    return { env: {}, stop: async () => {} };
  }
  if (!which('Xvfb')) {
    throw new Error('there is no display, and no Xvfb for a virtual one: apt-get install xvfb');
  }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'probatum-display-'));
  const authority = path.join(folder, 'authority');
  fs.writeFileSync(authority, authorityFor(randomBytes(16)), { mode: 0o600 });
  // Xvfb looks for a free number itself and tells it on descriptor 3, when it is ready to be connected to.
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp', '-noreset', '-auth', authority],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], detached: true },
  );
  const ended = new Promise(resolve => server.once('exit', resolve));
  const atExit = () => endGroup(server);
  process.once('exit', atExit);
  const stop = async () => {
    process.off('exit', atExit);
    endGroup(server);
    await ended;
    fs.rmSync(folder, { recursive: true, force: true });
  };
  try {
    const number = await displayNumber(server, ended);
    return {
      env: { DISPLAY: `:${number}`, XAUTHORITY: authority, WAYLAND_DISPLAY: '', XDG_SESSION_TYPE: 'x11' },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function displayNumber(server, ended) {
  return new Promise((resolve, reject) => {
    let told = '';
    let complaint = '';
    const timer = setTimeout(() => reject(new Error('the virtual display did not start in time')), START_LIMIT_MS);
    server.stderr.on('data', chunk => (complaint += chunk));
    server.stdio[3].on('data', chunk => {
      told += chunk;
      if (!told.includes('\n')) return;
      clearTimeout(timer);
      resolve(told.trim());
    });
    server.on('error', reject);
    ended.then(() => {
      clearTimeout(timer);
      reject(new Error(`the virtual display ended at once: ${complaint.trim()}`));
    });
  });
}

/**
 * An X authority file that admits whoever can read it, and nobody else on the machine. Written here because it is one
 * record (family "wild", any display, name, key), and saves the xauth program.
 */
function authorityFor(key) {
  const field = bytes => {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(bytes.length);
    return Buffer.concat([length, bytes]);
  };
  const name = Buffer.from('MIT-MAGIC-COOKIE-1');
  return Buffer.concat([
    Buffer.from([0xff, 0xff]),
    field(Buffer.alloc(0)),
    field(Buffer.alloc(0)),
    field(name),
    field(key),
  ]);
}

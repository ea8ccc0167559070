// Seeing whether a run left anything behind: processes that bear its mark, files in the checkout.
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { projectRoot } from './paths.mjs';
import { run } from './processes.mjs';

const MARK = 'PROBATUM_RUN';

/** A mark that every process started with `env` inherits, and by which it is found again. */
export function newMark() {
  const id = randomUUID();
  return { id, env: { [MARK]: id } };
}

/** Ends the processes that bear the mark and answers what they were. Linux only: elsewhere the mark cannot be read. */
export async function endMarked({ id }) {
  const found = marked(id);
  for (const { pid } of found) signal(pid, 'SIGTERM');
  for (let tries = 0; tries < 20 && marked(id).length > 0; tries++) await wait(100);
  for (const { pid } of marked(id)) signal(pid, 'SIGKILL');
  return found.map(({ pid, name }) => `${name} (${pid})`);
}

function marked(id) {
  if (process.platform !== 'linux') return [];
  return fs
    .readdirSync('/proc')
    .filter(name => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter(pid => readProc(pid, 'environ').includes(`${MARK}=${id}`))
    .map(pid => ({ pid: Number(pid), name: readProc(pid, 'comm').trim() }));
}

function readProc(pid, file) {
  try {
    return fs.readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // Gone already.
  }
}

/** What git sees changed or new in the checkout; undefined where there is no git. */
export async function checkoutState() {
  const result = await run('git', ['status', '--porcelain', '--untracked-files=all'], { cwd: projectRoot });
  return result.code === 0 ? result.stdout : undefined;
}

// Starting other programs and ending them again: every child gets a process group of its own and an end.
import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';

/** One line to the person at the terminal. Standard error, so that results on standard output stay clean. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

const running = new Set();

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number, show?: boolean, signal?: AbortSignal }} [options]
 *   `show` lets the child write to our own output; otherwise its output is collected.
 * @returns {Promise<{ code: number, stdout: string, stderr: string, timedOut: boolean }>} never rejects: a program that
 *   cannot be started ends with code 127.
 */
export function run(command, args, { cwd, env, timeoutMs, show = false, signal } = {}) {
  return new Promise(resolve => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
      detached: process.platform !== 'win32',
    });
    running.add(child);
    let stdout = '';
    let stderr = '';
    let timedOut = false;
    let forced;
    child.stdout?.on('data', chunk => (stdout += chunk));
    child.stderr?.on('data', chunk => (stderr += chunk));
    const stop = () => {
      endGroup(child, 'SIGTERM');
      forced = setTimeout(() => endGroup(child, 'SIGKILL'), 5_000);
    };
    const timer = timeoutMs
      ? setTimeout(() => {
          timedOut = true;
          stop();
        }, timeoutMs)
      : undefined;
    signal?.addEventListener('abort', stop, { once: true });
    const finish = code => {
      clearTimeout(timer);
      clearTimeout(forced);
      signal?.removeEventListener('abort', stop);
      running.delete(child);
      resolve({ code, stdout, stderr, timedOut });
    };
    child.on('error', error => {
      stderr += error.message;
      finish(127);
    });
    child.on('close', (code, name) => finish(code ?? 128 + (constants.signals[name] ?? 0)));
  });
}

/** Ends a child and whatever it started in its own group. Subtle: a group outlives its leader, so an ended child counts. */
export function endGroup(child, signalName = 'SIGTERM') {
  if (!child.pid) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signalName);
  } catch {
    // Gone already.
  }
}

/** Ends all that `run` has under way; for the moment when this process is told to stop. */
export function endAllRunning() {
  for (const child of running) endGroup(child, 'SIGKILL');
}

/** Interrupting us interrupts what we started: children in groups of their own do not hear the terminal's Ctrl-C. */
export function endChildrenWithUs() {
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(name, () => {
      endAllRunning();
      process.exit(128 + constants.signals[name]);
    });
  }
}

/** Whether a program is on the PATH; answers its path or undefined. */
export function which(name) {
  const finder = process.platform === 'win32' ? ['where', [name]] : ['sh', ['-c', `command -v ${name}`]];
  const found = spawnSync(...finder, { encoding: 'utf8' });
  return found.status === 0 ? found.stdout.split('\n')[0].trim() : undefined;
}

/** The last lines of a program's output: enough to see why it failed, short enough to read. */
export function tail(text, lines = 20) {
  return text.trimEnd().split('\n').slice(-lines).join('\n');
}

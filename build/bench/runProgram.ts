/** Runs a program to its end and measures it: wall time, processor time with that of its children, peak memory. */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { peakMemoryOf } from './machine.ts';

export interface Measured {
  seconds: number;
  /** Of all processes together; steadier than wall time on a busy machine. Linux alone tells it. */
  cpuSeconds: number | null;
  /** Of the program itself, without its children. */
  peakBytes: number | null;
  code: number;
  stdout: string;
  stderr: string;
}

const sampleEveryMs = 20;
/** Nothing that is measured takes longer; a program that hangs must not hold up the bench for ever. */
const limitMs = 60 * 60_000;
const ticksPerSecond = 100;

export function runProgram(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<Measured> {
  const cpuBefore = endedChildrenSeconds();
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let peakBytes: number | null = null;
    let stdout = '';
    let stderr = '';
    const look = () => {
      if (child.pid !== undefined) peakBytes = Math.max(peakMemoryOf(child.pid) ?? 0, peakBytes ?? 0) || null;
    };
    const sampler = setInterval(look, sampleEveryMs);
    const limit = setTimeout(() => child.kill('SIGKILL'), limitMs);
    const settle = () => {
      clearInterval(sampler);
      clearTimeout(limit);
    };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', error => {
      settle();
      reject(error);
    });
    child.on('close', code => {
      settle();
      const cpuAfter = endedChildrenSeconds();
      resolve({
        seconds: (performance.now() - started) / 1000,
        cpuSeconds: cpuBefore === null || cpuAfter === null ? null : cpuAfter - cpuBefore,
        peakBytes,
        code: code ?? -1,
        stdout,
        stderr,
      });
    });
  });
}

/** As `runProgram`, but a program that fails ends the bench with its last words. */
export async function requireProgram(
  command: string,
  args: readonly string[],
  env?: NodeJS.ProcessEnv,
): Promise<Measured> {
  const measured = await runProgram(command, args, env);
  if (measured.code !== 0) {
    throw new Error(`${command} ${args[0] ?? ''} ended with ${measured.code}: ${measured.stderr.trim().slice(-400)}`);
  }
  return measured;
}

export function isInstalled(program: string): boolean {
  return spawnSync(program, ['-h'], { stdio: 'ignore' }).error === undefined;
}

/** Processor time of our children that have ended and been waited for, theirs included. */
function endedChildrenSeconds(): number | null {
  try {
    const stat = readFileSync('/proc/self/stat', 'latin1');
    // The program's name, in brackets, may hold spaces; the fields are counted behind it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[13]) + Number(fields[14])) / ticksPerSecond;
  } catch {
    return null;
  }
}

/** The built program in a process of its own, as a person runs it: for commands that read documents or draw pages. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { assetsFolder } from './assets.ts';
import type { Ran } from './runProgram.ts';

export function runBuilt(...args: string[]): Omit<Ran, 'status'> & { status: number | null } {
  const program = join(assetsFolder(), 'cli', 'probatum.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { status, stdout, stderr };
}

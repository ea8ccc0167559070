/** The command line in this very process, as `main.ts` runs it: quick, and what is printed is kept. Commands that read documents need the built one. */
import { vi } from 'vitest';
import { CommanderError } from 'commander';
import { exitCodeOf, exitCodes } from '../../electron/cli/exitCodes.ts';
import { makeProgram } from '../../electron/cli/program.ts';
import { ProbatumError } from '../../shared/kernel/errors.ts';

export interface Ran {
  status: number;
  stdout: string;
  stderr: string;
}

export async function runProgram(...args: string[]): Promise<Ran> {
  const heard = { stdout: '', stderr: '' };
  const listen = (stream: 'stdout' | 'stderr') =>
    vi.spyOn(process[stream], 'write').mockImplementation(text => {
      heard[stream] += String(text);
      return true;
    });
  const spies = [listen('stdout'), listen('stderr')];
  try {
    await makeProgram().parseAsync(args, { from: 'user' });
    return { status: Number(process.exitCode ?? exitCodes.done), ...heard };
  } catch (error) {
    if (error instanceof CommanderError) return { status: exitCodes.usage, ...heard };
    if (!(error instanceof ProbatumError)) throw error;
    return { status: exitCodeOf(error.code), stdout: heard.stdout, stderr: `${heard.stderr}${error.message}\n` };
  } finally {
    for (const spy of spies) spy.mockRestore();
    process.exitCode = undefined;
  }
}

/** Fixtures that ssh-keygen made (build/fixtures/ssh says how), and the program itself where it is installed. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ProbatumError } from '../../../shared/kernel/errors.ts';

export function fixture(name: string): string {
  return readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8');
}

export function sentenceOf(work: () => unknown): string {
  try {
    work();
    return 'no error';
  } catch (error) {
    if (!(error instanceof ProbatumError)) throw error;
    return error.message;
  }
}

export function hasProgram(program: string, ...args: string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).error === undefined;
}

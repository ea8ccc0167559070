/** Bytes, keys and fixtures for the tests of age files. The fixtures are the age program's: build/fixtures/age says how. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStream } from '../../../electron/age/index.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';

/** Of the fixture that is sealed with a passphrase. */
export const PASSPHRASE = 'exercise heron lantern quay';

/** The same as in makeAgeFixtures.py: no two chunks of it are alike. */
export function pattern(size: number): Uint8Array {
  return Uint8Array.from({ length: size }, (_, index) => (index * 31 + (index >> 8)) & 0xff);
}

export function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(import.meta.dirname, 'fixtures', name)));
}

/** The secret key in a file that age-keygen wrote. */
export function identityIn(name: string): string {
  const line = Buffer.from(fixture(name))
    .toString()
    .split('\n')
    .find(one => one.startsWith('AGE-SECRET-KEY-'));
  return line ?? '';
}

export async function* inPieces(bytes: Uint8Array, length = 10_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

export async function collect(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}

export type Ending = { opened: Uint8Array; error: null } | { opened: Uint8Array; error: ProbatumError };

/** What came out, and how it ended. An error that no person could act on fails the test. */
export async function openAll(sealed: Uint8Array, keys: Parameters<typeof openStream>[1]): Promise<Ending> {
  const parts: Uint8Array[] = [];
  try {
    for await (const part of openStream(inPieces(sealed), keys, { name: 'x.age' })) parts.push(part);
    return { opened: new Uint8Array(Buffer.concat(parts)), error: null };
  } catch (error) {
    if (!(error instanceof ProbatumError)) throw error;
    return { opened: new Uint8Array(Buffer.concat(parts)), error };
  }
}

export async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'no error',
    error => (error instanceof ProbatumError ? error.code : String(error)),
  );
}

/** Whether a program is on this machine, for the tests that hold us against it. */
export function hasProgram(program: string, ...args: string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).error === undefined;
}

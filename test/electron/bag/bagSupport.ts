/** Small bags in temporary folders, for the tests of writer and verifier. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BagEntry, type SignBag, type WrittenBag, writeBag } from '../../../electron/bag/index.ts';

export async function temporaryFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'probatum-bag-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

export const INFO = {
  'Bag-Software-Agent': 'Probatum 0.1.0',
  'Bagging-Date': '2026-11-22',
  'External-Description':
    'An exercise with invented names, described at a length that makes the line be folded into several.',
};

export const ENTRIES: BagEntry[] = [
  { path: 'data/exhibits/EX-0001.pdf', bytes: Buffer.from('%PDF-1.7 an exercise') },
  { path: 'data/exhibits/EX-0002 100%.txt', bytes: Buffer.from('선박 간 환적 '.repeat(40)) },
  { path: 'data/index.html', bytes: Buffer.from('<!doctype html><title>Exercise</title>'.repeat(10)) },
  { path: 'data/한국어.json', bytes: Buffer.from('{"title":"모의 훈련"}') },
  { path: 'signatures/README.txt', bytes: Buffer.from('none yet') },
];

export function writeSmallBag(
  out: string,
  entries: readonly BagEntry[] = ENTRIES,
  sign?: SignBag,
): Promise<WrittenBag> {
  return writeBag({ out, name: 'exercise', info: INFO, entries, sign });
}

export async function* pieces(total: number, length: number, fill = 0x61): AsyncGenerator<Uint8Array> {
  for (let done = 0; done < total; done += length) yield new Uint8Array(Math.min(length, total - done)).fill(fill);
}

/** Whether a program is on this machine, for the tests that hold us against it. */
export function hasProgram(program: string, ...args: string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).error === undefined;
}

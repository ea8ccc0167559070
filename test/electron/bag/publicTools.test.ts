// What a reviewer checks a bundle with, who has nothing of ours: run here where the tool is on the machine.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hasProgram, temporaryFolder } from './bagSupport.ts';
import { writeExerciseBag } from './exerciseBag.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let bag = '';
beforeAll(async () => {
  folder = await temporaryFolder();
  const zip = join(folder.path, 'bundle.zip');
  await writeExerciseBag(zip);
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
    mkdirSync(dirname(join(folder.path, name)), { recursive: true });
    writeFileSync(join(folder.path, name), bytes);
  }
  bag = join(folder.path, 'exercise');
});
afterAll(() => folder.remove());

const run = (program: string, ...args: string[]): string =>
  execFileSync(program, args, { cwd: bag, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

test.runIf(hasProgram('bagit.py', '--version'))("the Library of Congress's bagit.py finds a bundle valid", () => {
  expect(() => run('bagit.py', '--validate', '--quiet', bag)).not.toThrow();
  writeFileSync(join(bag, 'data/new.txt'), 'new');
  expect(() => run('bagit.py', '--validate', '--quiet', bag)).toThrow();
});

for (const algorithm of ['sha256', 'sha512'] as const) {
  const program = `${algorithm}sum`;
  test.runIf(hasProgram(program, '--version'))(`${program} finds every file as the manifests state`, () => {
    for (const list of [`manifest-${algorithm}.txt`, `tagmanifest-${algorithm}.txt`]) {
      const listed = readFileSync(join(bag, list), 'utf8');
      const expected = [...listed.matchAll(/^\S+ {2}(.+)$/gm)].map(([, path]) => `${path}: OK\n`).join('');
      expect(run(program, '--strict', '-c', list)).toBe(expected);
    }
    const listed = readFileSync(join(bag, `manifest-${algorithm}.txt`), 'utf8');
    writeFileSync(
      join(bag, 'wrong.txt'),
      listed.replace(/^./, digit => (digit === '0' ? '1' : '0')),
    );
    expect(() => run(program, '--strict', '-c', 'wrong.txt')).toThrow();
  });
}

/** Held against the age program itself, both ways, where it is installed; goldenFiles.test.ts does so elsewhere. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AgeIdentity, newAgeIdentity, sealStream } from '../../../electron/age/index.ts';
import { collect, hasProgram, identityIn, inPieces, openAll, pattern } from './ageSupport.ts';

const installed = hasProgram('age', '--version');

describe.runIf(installed)('the age program', () => {
  let folder: string;
  let key: AgeIdentity;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'probatum-age-'));
    key = await newAgeIdentity();
    writeFileSync(join(folder, 'key'), `${key.identity}\n`);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const age = (args: readonly string[], input: Uint8Array) => {
    const { status, stdout, stderr } = spawnSync('age', args, { input, maxBuffer: 64 * 1024 * 1024 });
    if (status !== 0) throw new Error(`age ended with ${status}: ${stderr.toString()}`);
    return new Uint8Array(stdout);
  };

  for (const size of [0, 1, 65_535, 65_536, 65_537, 200_000, 1_500_000]) {
    test(`opens ${size} bytes that we sealed, and we open what it sealed`, async () => {
      const plain = pattern(size);
      const sealed = await collect(sealStream(inPieces(plain), { recipients: [key.recipient] }));
      expect(Buffer.compare(age(['-d', '-i', join(folder, 'key')], sealed), plain)).toBe(0);
      for (const form of [['-a'], []]) {
        const theirs = age([...form, '-r', key.recipient], plain);
        expect(Buffer.compare((await openAll(theirs, { identities: [key.identity] })).opened, plain)).toBe(0);
      }
    });
  }

  test('opens what we sealed to several keys with each of them', async () => {
    const other = identityIn('first.key');
    writeFileSync(join(folder, 'other'), `${other}\n`);
    const recipients = [key.recipient, recipientPrinted(join(folder, 'other'))];
    const sealed = await collect(sealStream(inPieces(pattern(77)), { recipients }));
    for (const name of ['key', 'other']) expect(age(['-d', '-i', join(folder, name)], sealed)).toEqual(pattern(77));
  });

  // age asks for a passphrase at a terminal only; `script` makes one.
  test.runIf(hasProgram('script', '--version'))('opens what we sealed with a passphrase', async () => {
    const [sealed, opened] = [join(folder, 'sealed.age'), join(folder, 'opened')];
    writeFileSync(sealed, await collect(sealStream(inPieces(pattern(500)), { passphrase: 'heron quay 등대' })));
    const { stdout } = spawnSync('script', ['-qec', `age -d -o ${opened} ${sealed}`, '/dev/null'], {
      input: 'heron quay 등대\n',
      timeout: 20_000,
    });
    expect([stdout.toString().includes('Enter passphrase'), new Uint8Array(readFileSync(opened))]).toEqual([
      true,
      pattern(500),
    ]);
  });

  function recipientPrinted(path: string): string {
    return spawnSync('age-keygen', ['-y', path]).stdout.toString().trim();
  }
});

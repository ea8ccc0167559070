import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type BagVerdict, verifyBag } from '../../../electron/bag/index.ts';
import { temporaryFolder, writeSmallBag } from './bagSupport.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

const named = (verdict: BagVerdict): string[] =>
  verdict.problems.map(({ code, path }) => (path ? `${code} ${path}` : code));

async function unpackedBag(): Promise<string> {
  const zip = join(folder.path, 'bundle.zip');
  await writeSmallBag(zip);
  for (const [name, bytes] of Object.entries(unzipSync(await readFile(zip)))) {
    await mkdir(dirname(join(folder.path, name)), { recursive: true });
    await writeFile(join(folder.path, name), bytes);
  }
  return join(folder.path, 'exercise');
}

describe('a bag in a folder', () => {
  test('is as valid as its ZIP', async () => {
    expect(await verifyBag(await unpackedBag())).toMatchObject({ ok: true, problems: [], warnings: [] });
  });

  test('names what is missing, what is new and what was altered, all at once', async () => {
    const bag = await unpackedBag();
    await rm(join(bag, 'data/index.html'));
    await writeFile(join(bag, 'data/new.txt'), 'new');
    await writeFile(join(bag, 'data/exhibits/EX-0001.pdf'), '%PDF-1.7 an Exercise');
    await writeFile(join(bag, 'signatures/extra.txt'), 'not listed');
    expect(named(await verifyBag(bag)).sort()).toEqual([
      'file-altered data/exhibits/EX-0001.pdf',
      'file-missing data/index.html',
      'file-unlisted data/new.txt',
      'file-unlisted signatures/extra.txt',
      'oxum-mismatch bag-info.txt',
    ]);
  });

  test('does not follow links out of itself', async () => {
    const bag = await unpackedBag();
    await rm(join(bag, 'data/index.html'));
    await symlink('/etc/hostname', join(bag, 'data/index.html'));
    expect(named(await verifyBag(bag))).toEqual(
      expect.arrayContaining(['path-unsafe data/index.html', 'file-missing data/index.html']),
    );
  });

  test('a tag manifest of ours that was rewritten is noticed, though nothing lists it', async () => {
    const bag = await unpackedBag();
    const path = join(bag, 'tagmanifest-sha256.txt');
    await writeFile(
      path,
      (await readFile(path, 'utf8')).replace(/[a-f]/, letter => letter.toUpperCase()),
    );
    expect(named(await verifyBag(bag))).toEqual(['not-canonical tagmanifest-sha256.txt']);
  });

  test('is incomplete while fetch.txt names files that are elsewhere', async () => {
    const bag = await unpackedBag();
    await writeFile(join(bag, 'fetch.txt'), 'https://example.org/x 4 data/x.txt\nbroken\n');
    expect(named(await verifyBag(bag))).toEqual([
      'file-unlisted fetch.txt',
      'fetch-malformed fetch.txt',
      'fetch-missing data/x.txt',
    ]);
  });

  test('a folder that is no bag is told so', async () => {
    expect(named(await verifyBag(folder.path))).toEqual(['not-a-bag bagit.txt', 'manifest-missing']);
  });
});

describe('a bag in a ZIP', () => {
  const bag = (files: Record<string, string>): Uint8Array =>
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)])));
  const minimal = {
    'b/bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    'b/data/a.txt': 'a',
    'b/manifest-sha256.txt': 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  data/a.txt\n',
  };
  const verify = async (bytes: Uint8Array): Promise<BagVerdict> => {
    await writeFile(join(folder.path, 'other.zip'), bytes);
    return verifyBag(join(folder.path, 'other.zip'));
  };

  test('of another program is valid without our seal', async () => {
    expect(await verify(bag(minimal))).toMatchObject({ ok: true, problems: [] });
  });

  test('names entries that climb out, and files beside the bag', async () => {
    const verdict = await verify(bag({ ...minimal, 'b/../../evil.sh': 'x', '/abs.txt': 'x', 'beside.txt': 'x' }));
    expect(named(verdict).sort()).toEqual([
      'beside-the-bag beside.txt',
      'path-unsafe /abs.txt',
      'path-unsafe b/../../evil.sh',
    ]);
  });

  test('warns of names that differ only in case or Unicode form', async () => {
    const digest = minimal['b/manifest-sha256.txt'].slice(0, 64);
    const names = ['data/a.txt', 'data/A.txt', 'data/\u00e9.txt', 'data/e\u0301.txt'];
    const files = Object.fromEntries(names.map(name => [`b/${name}`, 'a']));
    const verdict = await verify(
      bag({ ...minimal, ...files, 'b/manifest-sha256.txt': names.map(name => `${digest}  ${name}\n`).join('') }),
    );
    expect(verdict.ok).toBe(true);
    expect(verdict.warnings.filter(({ code }) => code === 'names-collide')).toHaveLength(2);
  });

  test('that was cut off at any point is unreadable, not a crash', async () => {
    const whole = bag(minimal);
    for (const length of [0, 10, 100, whole.length - 30, whole.length - 1]) {
      expect(named(await verify(whole.subarray(0, length)))).toEqual(['zip-truncated']);
    }
  });

  test('names an entry that its directory does not list', async () => {
    const hidden = Buffer.from(bag({ 'hidden.txt': 'secret' }));
    const lone = hidden.subarray(0, hidden.indexOf(Buffer.from([0x50, 0x4b, 1, 2])));
    const whole = Buffer.from(bag(minimal));
    const directoryAt = whole.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    const smuggled = Buffer.concat([whole.subarray(0, directoryAt), lone, whole.subarray(directoryAt)]);
    smuggled.writeUInt32LE(directoryAt + lone.length, smuggled.length - 6);
    expect(named(await verify(smuggled))).toEqual(['zip-hidden']);
  });

  test('refuses to unpack a bomb', async () => {
    const path = join(folder.path, 'bomb.zip');
    await writeFile(
      path,
      zipSync({
        ...Object.fromEntries(Object.entries(minimal).map(([n, t]) => [n, Buffer.from(t)])),
        'b/data/zeros': new Uint8Array(5e6),
      }),
    );
    expect(named(await verifyBag(path, { limits: { unpackedBytes: 4e6 } }))).toEqual(['zip-bomb']);
  });
});

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyBag, writeBag } from '../../../electron/bag/index.ts';
import { ENTRIES, INFO, pieces, temporaryFolder, writeSmallBag } from './bagSupport.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

test('a bag that was written is complete and valid', async () => {
  const out = join(folder.path, 'bundle.zip');
  const written = await writeSmallBag(out);
  const verdict = await verifyBag(out);
  expect(verdict).toMatchObject({
    ok: true,
    problems: [],
    warnings: [],
    algorithms: ['sha256', 'sha512'],
    version: '1.0',
  });
  expect(verdict.checked.files).toBe(9);
  expect(written.files).toBe(4);
  expect(written.sha256OfZip).toBe(
    createHash('sha256')
      .update(await readFile(out))
      .digest('hex'),
  );
});

test('the same content makes the same bytes, whatever pieces it comes in', async () => {
  const [first, second] = [join(folder.path, 'a.zip'), join(folder.path, 'b.zip')];
  const text = Buffer.from('제재 위반 '.repeat(30_000));
  async function* cut(length: number): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < text.length; at += length) yield text.subarray(at, at + length);
  }
  for (const [out, length] of [
    [first, 1000],
    [second, 77_777],
  ] as const) {
    await writeBag({
      out,
      name: 'x',
      info: INFO,
      entries: [{ path: 'data/t.txt', bytes: cut(length), sizeBytes: text.length }],
    });
  }
  expect((await readFile(first)).equals(await readFile(second))).toBe(true);
});

test('tag files are written as RFC 8493 asks', async () => {
  const out = join(folder.path, 'bundle.zip');
  await writeSmallBag(out);
  const files = unzipSync(await readFile(out));
  const text = (path: string): string => Buffer.from(files[`exercise/${path}`] ?? []).toString('utf8');
  expect(text('bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
  expect(text('bag-info.txt')).toBe(
    [
      'Bag-Software-Agent: Probatum 0.1.0',
      'Bagging-Date: 2026-11-22',
      'External-Description: An exercise with invented names, described at a length',
      '  that makes the line be folded into several.',
      `Payload-Oxum: ${ENTRIES.slice(0, 4).reduce((sum, entry) => sum + (entry.bytes as Buffer).length, 0)}.4`,
      '',
    ].join('\n'),
  );
  expect(
    text('manifest-sha256.txt')
      .split('\n')
      .map(line => line.slice(66)),
  ).toEqual([
    'data/exhibits/EX-0001.pdf',
    'data/exhibits/EX-0002 100%25.txt',
    'data/index.html',
    'data/한국어.json',
    '',
  ]);
  expect(
    text('tagmanifest-sha512.txt')
      .split('\n')
      .map(line => line.slice(130)),
  ).toEqual(['bag-info.txt', 'bagit.txt', 'manifest-sha256.txt', 'manifest-sha512.txt', 'signatures/README.txt', '']);
});

test('common tools read the ZIP', async ({ skip }) => {
  const out = join(folder.path, 'bundle.zip');
  await writeBag({
    out,
    name: 'x',
    info: INFO,
    entries: [...ENTRIES, { path: 'data/z.txt', bytes: pieces(300_000, 7000) }],
  });
  const check = (program: string, ...args: string[]): string | undefined => {
    try {
      return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    } catch (error) {
      if ((error as { code?: string }).code === 'ENOENT') return undefined;
      throw error;
    }
  };
  const unzip = check('unzip', '-tq', out);
  const python = check('python3', '-c', 'import sys,zipfile; print(zipfile.ZipFile(sys.argv[1]).testzip())', out);
  if (unzip === undefined && python === undefined) skip('neither unzip nor python3 is on this machine');
  if (unzip !== undefined) expect(unzip).toContain('No errors');
  if (python !== undefined) expect(python.trim()).toBe('None');
});

test('nothing is left behind when writing fails or is cancelled', async () => {
  const out = join(folder.path, 'bundle.zip');
  await writeFile(out, 'the bundle of yesterday');
  async function* breaking(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('a');
    throw new Error('the exhibit cannot be read');
  }
  const failing = writeBag({ out, name: 'x', info: INFO, entries: [{ path: 'data/a', bytes: breaking() }] });
  await expect(failing).rejects.toThrow('cannot be read');
  const cancel = new AbortController();
  async function* cancelling(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('a');
    cancel.abort(new Error('cancelled by the person'));
    yield Buffer.from('b');
  }
  const cancelled = writeBag({
    out,
    name: 'x',
    info: INFO,
    entries: [{ path: 'data/a', bytes: cancelling() }],
    signal: cancel.signal,
  });
  await expect(cancelled).rejects.toThrow('cancelled by the person');
  expect(await readdir(folder.path)).toEqual(['bundle.zip']);
  expect(await readFile(out, 'utf8')).toBe('the bundle of yesterday');
});

test.each([
  ['data/../../etc/passwd', 'climbs out'],
  ['/etc/passwd', 'is absolute'],
  ['data\\a', 'backslash'],
  ['data//a', 'empty'],
])('a path that leaves the bag is refused: %s', async (path, reason) => {
  const out = join(folder.path, 'bundle.zip');
  await expect(writeBag({ out, info: INFO, entries: [{ path, bytes: Buffer.from('x') }] })).rejects.toThrow(reason);
  expect(existsSync(out)).toBe(false);
});

test('two entries that would become one file elsewhere are refused', async () => {
  const entries = [
    { path: 'data/A.txt', bytes: Buffer.from('x') },
    { path: 'data/a.txt', bytes: Buffer.from('y') },
  ];
  await expect(writeSmallBag(join(folder.path, 'b.zip'), entries)).rejects.toThrow('would meet');
});

test('an entry of another size than announced is refused', async () => {
  const entries = [{ path: 'data/a', bytes: pieces(10, 3), sizeBytes: 11 }];
  await expect(writeSmallBag(join(folder.path, 'b.zip'), entries)).rejects.toThrow('11 bytes were announced, 10 came');
});

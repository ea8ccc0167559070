// TARs: the same content makes the same bytes, GNU tar reads them, and they come back file by file in flat memory.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTar, tarStream } from '../../../electron/bag/index.ts';
import { fileHeader } from '../../../electron/bag/tar/tarFormat.ts';
import { parsePax } from '../../../electron/bag/tar/tarHeader.ts';
import { hasProgram } from './bagSupport.ts';
import { entry, filesIn, inPieces, joined, tarOf } from './tarSupport.ts';

const LONG = `data/${'a'.repeat(60)}/${'b'.repeat(80)}/c.txt`;
const ENTRIES = [
  entry('bagit.txt', 'BagIt-Version: 1.0\n'),
  entry('data/exhibits/EX-0001.pdf', '%PDF-1.7 an exercise'),
  entry('data/empty', ''),
  entry('data/한국어/선박 간 환적.txt', '모의 훈련'),
  entry(LONG, 'x'.repeat(512)),
  entry(`data/${'나'.repeat(70)}.txt`, 'y'.repeat(513)),
];
const TEXTS = Object.fromEntries(ENTRIES.map(({ path, bytes }) => [path, String(bytes)]));

test.each([1, 7, 511, 512, 513, 100_000])('what was written comes back, cut into pieces of %i bytes', async piece => {
  expect(await filesIn(await tarOf(ENTRIES), { piece })).toEqual(TEXTS);
});

test('any names and contents come back as they went in', async () => {
  const name = fc.string({
    unit: fc.constantFrom('a', 'B', ' ', '%', 'é', '한', '☃', '=', '\n', '1'),
    minLength: 1,
    maxLength: 120,
  });
  const files = fc.uniqueArray(fc.record({ name, bytes: fc.uint8Array({ maxLength: 1500 }) }), {
    selector: file => file.name.normalize('NFC').toLowerCase(),
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(files, fc.integer({ min: 1, max: 2000 }), async (given, piece) => {
      const tar = await tarOf(
        given.map(({ name: path, bytes }) => ({ path: `d/${path}`, sizeBytes: bytes.length, bytes })),
      );
      const read: { name: string; bytes: Uint8Array }[] = [];
      for await (const { path, bytes } of readTar(inPieces(tar, piece))) {
        read.push({ name: path.slice(2), bytes: new Uint8Array(await joined(bytes)) });
      }
      expect(read).toEqual(given);
    }),
    { numRuns: 60 },
  );
});

test('the same content makes the same bytes, whatever the pieces: golden digest', async () => {
  const whole = await tarOf(ENTRIES);
  const cut = ENTRIES.map(({ path, sizeBytes, bytes }) => ({
    path,
    sizeBytes,
    bytes: inPieces(Buffer.from(String(bytes)), 11),
  }));
  expect((await joined(tarStream(cut))).equals(whole)).toBe(true);
  expect(createHash('sha256').update(whole).digest('hex')).toBe(
    'd12735981acee1d36f0fe017ccbf3f3eae697bd7db8cea76364f046e44e4a988',
  );
});

test.runIf(hasProgram('tar', '--version'))(
  'GNU tar lists and extracts what we write, and we read what it writes',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'probatum-tar-'));
    const run = (...args: string[]): string =>
      execFileSync('tar', args, {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'UTC' },
      });
    try {
      writeFileSync(join(folder, 'ours.tar'), await tarOf(ENTRIES));
      expect(run('--quoting-style=literal', '-tf', 'ours.tar').split('\n').slice(0, -1)).toEqual(
        ENTRIES.map(({ path }) => path),
      );
      expect(run('-tvf', 'ours.tar').split('\n')[0]).toBe('-rw-r--r-- 0/0              19 1980-01-01 00:00 bagit.txt');
      run('-xf', 'ours.tar', '--no-same-owner');
      for (const [path, text] of Object.entries(TEXTS)) expect(readFileSync(join(folder, path), 'utf8')).toBe(text);
      run('--format=posix', '-cf', 'theirs.tar', 'bagit.txt', 'data');
      expect(await filesIn(readFileSync(join(folder, 'theirs.tar')))).toEqual(TEXTS);
      run('--format=ustar', '-cf', 'theirs.tar', 'bagit.txt', LONG);
      expect(await filesIn(readFileSync(join(folder, 'theirs.tar')))).toEqual({
        'bagit.txt': TEXTS['bagit.txt'],
        [LONG]: TEXTS[LONG],
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

test('a file of more than 8 GiB states its size in an extended header', () => {
  const atLimit = fileHeader('data/big', 8 ** 11 - 1);
  expect([atLimit.length, atLimit.toString('latin1', 124, 135)]).toEqual([512, '7'.repeat(11)]);
  const beyond = fileHeader('data/big', 8 ** 11);
  expect([beyond.length, beyond.toString('latin1', 512, 531)]).toEqual([1536, '19 size=8589934592\n']);
  expect(parsePax(beyond.subarray(512, 531), 0)).toEqual({ sizeBytes: 8 ** 11 });
});

test('a record of the extended header counts its own length, at each number of digits', () => {
  for (let length = 1; length < 1200; length += 1) {
    const path = `é${'a'.repeat(length)}`;
    const header = fileHeader(path, 0);
    const bytes = Number.parseInt(header.toString('latin1', 124, 135), 8);
    expect(parsePax(header.subarray(512, 512 + bytes), 0)).toEqual({ path });
  }
});

test('members that are not read are passed over, and leaving early closes the stream', async () => {
  const tar = await tarOf(ENTRIES);
  let closed = 0;
  async function* source(): AsyncGenerator<Uint8Array> {
    try {
      yield* inPieces(tar, 100);
    } finally {
      closed += 1;
    }
  }
  const seen: string[] = [];
  for await (const { path, bytes } of readTar(source())) {
    seen.push(path);
    if (path === LONG) for await (const _ of bytes) break;
  }
  expect([seen, closed]).toEqual([ENTRIES.map(({ path }) => path), 1]);
  for await (const _ of readTar(source())) break;
  expect(closed).toBe(2);
});

test('memory stays flat: 300 MB through writer and reader', async () => {
  const piece = new Uint8Array(256 * 1024).fill(7);
  const size = 300 * 4 * piece.length;
  async function* big(): AsyncGenerator<Uint8Array> {
    for (let done = 0; done < size; done += piece.length) yield piece;
  }
  let peak = 0;
  let bytesRead = 0;
  const before = process.memoryUsage.rss();
  for await (const { bytes } of readTar(tarStream([{ path: 'data/big', sizeBytes: size, bytes: big() }]))) {
    for await (const part of bytes) {
      bytesRead += part.length;
      peak = Math.max(peak, process.memoryUsage.rss());
    }
  }
  expect(bytesRead).toBe(size);
  expect(peak - before).toBeLessThan(60 * 1024 * 1024);
});

test.each([
  ['../x', 'climbs out'],
  ['/x', 'is absolute'],
  ['a\\b', 'backslash'],
  ['~/x', 'home folder'],
])('a path that leaves the TAR is not written: %s', async (path, reason) => {
  await expect(tarOf([entry(path, 'x')])).rejects.toThrow(reason);
});

test('names that would meet, and sizes that were announced wrongly, are not written', async () => {
  await expect(tarOf([entry('data/a', ''), entry('data/A', '')])).rejects.toThrow('is there twice');
  await expect(tarOf([entry('data/a', ''), entry('data/a/b', '')])).rejects.toThrow('both a file and a folder');
  const bytes = Buffer.from('abc');
  await expect(tarOf([{ path: 'a', sizeBytes: 4, bytes }])).rejects.toThrow('4 bytes were announced, 3 came');
  await expect(tarOf([{ path: 'a', sizeBytes: 2, bytes }])).rejects.toThrow('2 bytes were announced, more came');
  await expect(tarOf([{ path: 'a', sizeBytes: -1, bytes }])).rejects.toThrow('is no size');
});

// A damaged or hostile TAR is refused with its reason, before anything behind the flaw is believed.
import { expect, test } from 'vitest';
import { readTar, UnreadableFile } from '../../../electron/bag/index.ts';
import { END, entry, filesIn, inPieces, rawMember, rawPax, tarOf } from './tarSupport.ts';

async function refusal(tar: Uint8Array, limits = {}): Promise<[code: string, message: string]> {
  try {
    await filesIn(tar, { limits });
  } catch (error) {
    if (error instanceof UnreadableFile) return [error.code, error.message];
    throw error;
  }
  throw new Error('it was read');
}

const kind = (letter: string) => (header: Buffer) => void header.write(letter, 156, 'latin1');
const close = (...parts: Buffer[]): Buffer => Buffer.concat([...parts, END]);

test.each([
  ['1', 'a hard link'],
  ['2', 'a symbolic link'],
  ['3', 'a character device'],
  ['4', 'a block device'],
  ['6', 'a pipe'],
  ['S', 'a sparse file of GNU'],
  ['L', 'a long name of GNU'],
])('kind %s is refused: %s', async letter => {
  expect(await refusal(close(rawMember('data/x', '', kind(letter))))).toEqual([
    'tar-kind',
    'holds data/x, which is a link or a device, not a file',
  ]);
});

test.each([
  ['../../etc/passwd', 'climbs out of its folder'],
  ['/etc/passwd', 'is absolute'],
  ['C:/x', 'names a drive'],
  ['\\\\server\\x', 'holds a backslash, which is a folder separator on Windows'],
  ['./x', 'has an empty or "." part'],
  ['data/x/', 'has an empty or "." part'],
  ['', 'is empty'],
])('a name that escapes is refused: %j', async (path, reason) => {
  expect(await refusal(close(rawMember(path, 'x')))).toEqual(['path-unsafe', `holds a name that ${reason}: ${path}`]);
  if (path === '') return;
  const record = ` path=${path}\n`;
  const pax = rawPax(`${record.length + 2}${record}`);
  expect(await refusal(close(pax, rawMember('fine', 'x')))).toEqual([
    'path-unsafe',
    `holds a name that ${reason}: ${path}`,
  ]);
});

test('names that are there twice, also by case, by Unicode form or as a folder, are refused', async () => {
  const twice = async (one: string, other: string): Promise<string> =>
    (await refusal(close(rawMember(one, ''), rawMember(other, ''))))[1];
  expect(await twice('data/a', 'data/a')).toContain('is there twice');
  expect(await twice('data/a', 'data/A')).toContain('is there twice');
  expect(await twice('data/\u00e9', 'data/e\u0301')).toContain('is there twice');
  expect(await twice('data/a', 'data/A/b')).toContain('both a file and a folder');
  expect(await twice('data/a/b', 'data/a')).toContain('both a file and a folder');
});

test('a bit flipped in any byte of a header is found', async () => {
  const tar = close(rawMember('data/x', 'hello'));
  for (let at = 0; at < 512; at += 1) {
    const flipped = Buffer.from(tar);
    flipped.writeUInt8(flipped.readUInt8(at) ^ 1, at);
    const [code] = await refusal(flipped);
    expect([at, code]).toEqual([at, 'tar-header']);
  }
});

test('wherever it is cut off, that is said', async () => {
  const tar = await tarOf([entry('data/한글', 'x'.repeat(700)), entry('data/b', 'y')]);
  for (let length = 0; length < tar.length; length += 97) {
    const [code] = await refusal(tar.subarray(0, length));
    expect([length, code]).toEqual([length, 'tar-truncated']);
  }
});

test('nothing may hide behind the end, between the blocks of the end, or in the padding', async () => {
  const whole = await tarOf([entry('data/a', 'abc')]);
  const trailing = ['tar-trailing', 'goes on behind its end mark'];
  expect(await refusal(Buffer.concat([whole, Buffer.from('x')]))).toEqual(trailing);
  expect(await refusal(Buffer.concat([whole, whole]))).toEqual(trailing);
  expect(await refusal(Buffer.concat([whole.subarray(0, 1536), whole]))).toEqual(trailing);
  const padded = Buffer.from(whole);
  padded.write('hidden', 600);
  expect(await refusal(padded)).toEqual(['tar-trailing', 'has bytes at 515 that belong to no file']);
  expect(await filesIn(Buffer.concat([whole, Buffer.alloc(9000)]))).toEqual({ 'data/a': 'abc' });
});

test.each([
  ['a length that is no number', 'xx path=a\n'],
  ['a length beyond the record', '99 path=a\n'],
  ['a length that ends elsewhere', '5 path=a\n'],
  ['no key', '5 =a\n'],
  ['a size that is none', '11 size=-5\n\n'],
  ['a size beyond all measure', '26 size=9999999999999999\n\n'],
  ['zeros', '\0\0\0\0'],
])('an extended header with %s is refused', async (_, records) => {
  expect(await refusal(close(rawPax(records), rawMember('a', '')))).toEqual([
    'tar-header',
    'has an extended header at byte 0 that is malformed',
  ]);
});

test('extended headers must belong to one file, be small, and name no size for all', async () => {
  const pax = rawPax('10 path=a\n');
  expect((await refusal(close(pax)))[1]).toContain('belongs to no file');
  expect((await refusal(close(pax, pax, rawMember('a', ''))))[1]).toContain('two extended headers');
  expect((await refusal(close(rawPax('10 path=a\n', 'g'), rawMember('a', ''))))[1]).toContain('one name or size');
  expect((await refusal(close(rawPax(`70000 path=${'a'.repeat(69_988)}\n`), rawMember('a', ''))))[0]).toBe('tar-bomb');
  expect(await filesIn(close(rawPax('13 comment=x\n', 'g'), pax, rawMember('b', 'hello')))).toEqual({ a: 'hello' });
});

test('a name that is not in UTF-8 is refused, unless an extended header has it whole', async () => {
  const broken = rawMember('ab', 'hello', header => void header.writeUInt8(0xed, 1));
  expect(await refusal(close(broken))).toEqual(['tar-header', 'holds a name that is not in UTF-8']);
  expect(await filesIn(close(rawPax('13 path=a한\n'), broken))).toEqual({ a한: 'hello' });
});

test('what announces more than can be read is refused before it is read', async () => {
  const tar = await tarOf([entry('a', 'x'.repeat(2000)), entry('b', '')]);
  expect((await refusal(tar, { entries: 1 }))[0]).toBe('tar-bomb');
  expect((await refusal(tar, { unpackedBytes: 1999 }))[0]).toBe('tar-bomb');
});

test('other files than TARs are refused at their first block', async () => {
  const [code, message] = await refusal(Buffer.from('PK\x03\x04'.padEnd(2000, 'x')));
  expect([code, message]).toEqual(['tar-header', 'has a header at byte 0 without the checksum that it states']);
  const gnu = rawMember('a', '', header => void header.write('ustar  \0', 257, 'latin1'));
  expect((await refusal(close(gnu)))[1]).toContain('not in the POSIX form');
});

test('an error of the stream below comes through as it is', async () => {
  async function* breaking(): AsyncGenerator<Uint8Array> {
    yield* inPieces(rawMember('a', 'x'.repeat(600)), 512);
    throw new Error('the archive was altered');
  }
  const read = async (): Promise<void> => {
    for await (const _ of readTar(breaking()));
  };
  await expect(read()).rejects.toThrow('the archive was altered');
});

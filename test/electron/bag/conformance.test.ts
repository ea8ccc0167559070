// A bag of each class in the Library of Congress's conformance suite, built here: valid, invalid, warning, or reaching out of itself.
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verifyBag } from '../../../electron/bag/index.ts';
import { temporaryFolder } from './bagSupport.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

interface Sketch {
  version: string;
  /** Of the payload manifests. */
  algorithms: string[];
  encoding: string;
  payload: Record<string, string>;
  tagFiles: Record<string, string>;
  /** How a payload file is named in the manifests, and what stands between the digest and it. */
  listedAs: (path: string) => string;
  separator: string;
  /** Instead of what would be written. */
  bagit?: string | Buffer;
  /** Added to each payload manifest. */
  moreLines: string;
  /** Listed, then not written. */
  left: string[];
  encode: (text: string) => Buffer;
}

const SKETCH: Sketch = {
  version: '0.97',
  algorithms: ['sha256'],
  encoding: 'UTF-8',
  payload: { 'data/test1.txt': 'test1', 'data/dir1/test3.txt': 'test3', 'data/dir2/dir3/test5.txt': 'test5' },
  tagFiles: { 'bag-info.txt': 'Source-Organization: Office of Exercises\n' },
  listedAs: path => path,
  separator: '  ',
  moreLines: '',
  left: [],
  encode: text => Buffer.from(text, 'utf8'),
};

const digestOf = (algorithm: string, bytes: string | Buffer): string =>
  createHash(algorithm).update(bytes).digest('hex');

/** Writes the bag, with tag manifests that are true of what is written. */
async function bagOf(given: Partial<Sketch>): Promise<string> {
  const sketch = { ...SKETCH, ...given };
  const files = new Map<string, Buffer>();
  const declared = `BagIt-Version: ${sketch.version}\nTag-File-Character-Encoding: ${sketch.encoding}\n`;
  files.set('bagit.txt', Buffer.from(sketch.bagit ?? declared));
  for (const [path, text] of Object.entries(sketch.tagFiles)) files.set(path, sketch.encode(text));
  for (const algorithm of sketch.algorithms) {
    const lines = Object.entries(sketch.payload).map(
      ([path, text]) => `${digestOf(algorithm, text)}${sketch.separator}${sketch.listedAs(path)}\n`,
    );
    files.set(`manifest-${algorithm}.txt`, sketch.encode(lines.join('') + sketch.moreLines));
  }
  const algorithm = sketch.algorithms[0] ?? 'sha256';
  const tagLines = [...files].map(([path, bytes]) => `${digestOf(algorithm, bytes)}  ${path}\n`);
  files.set(`tagmanifest-${algorithm}.txt`, sketch.encode(tagLines.join('')));
  for (const [path, text] of Object.entries(sketch.payload)) files.set(path, Buffer.from(text));
  for (const path of sketch.left) files.delete(path);
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(folder.path, path)), { recursive: true });
    await writeFile(join(folder.path, path), bytes);
  }
  return folder.path;
}

/** The verdict in short: whether it is valid, and the codes with the files that they name. */
async function verdictOn(given: Partial<Sketch>): Promise<{ ok: boolean; problems: string[]; warnings: string[] }> {
  const { ok, problems, warnings } = await verifyBag(await bagOf(given));
  const short = ({ code, path }: { code: string; path?: string }): string => `${code} ${path ?? ''}`.trim();
  return { ok, problems: problems.map(short), warnings: warnings.map(short) };
}

const VALID = { ok: true, problems: [], warnings: [] };
const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
const repeated = 'Contact-Name: A. Investigator\nContact-Name: B. Investigator\n';
const line = (path: string): string => `${'0'.repeat(64)}  ${path}\n`;

describe('valid', () => {
  test.each<[string, Partial<Sketch>]>([
    ['basic, 0.93', { version: '0.93', tagFiles: { 'package-info.txt': 'Packing-Date: 2026-11-25\n' } }],
    ['basic, 0.94', { version: '0.94', tagFiles: { 'package-info.txt': 'Packing-Date: 2026-11-25\n' } }],
    ['basic, 0.95', { version: '0.95', tagFiles: { 'package-info.txt': 'Packing-Date: 2026-11-25\n' } }],
    ['basic, 0.96', { version: '0.96' }],
    ['basic, 0.97', {}],
    ['basic, 1.0, two manifests', { version: '1.0', algorithms: ['sha256', 'sha512'] }],
    ['a label given twice', { version: '0.93', tagFiles: { 'package-info.txt': repeated } }],
    [
      'white space before the colon',
      { tagFiles: { 'bag-info.txt': 'Test-Tag: 1\nTest-Tag :  2\nTest-Tag    :   3\n' } },
    ],
    [
      'names that look encoded',
      { version: '0.96', payload: { 'data/%7Ea.txt': 'a', 'data/%b.txt': 'b', 'data/c/~d.txt': 'd' } },
    ],
    ['spaces in names', { payload: { 'data/a file with spaces.txt': 'a', 'data/ b.txt': 'b' } }],
    ['names with line ends, encoded', { payload: { 'data/a\nb%.txt': 'a' }, listedAs: () => 'data/a%0Ab%25.txt' }],
    ['"./" before names', { listedAs: path => `./${path}` }],
    ['fetch.txt of what is there', { tagFiles: { 'fetch.txt': 'https://example.org/1 - data/test1.txt\n' } }],
    ['no more than the least', { tagFiles: {}, payload: { 'data/a': 'a' } }],
    [
      'tag files in ISO-8859-1',
      { encoding: 'ISO-8859-1', payload: { 'data/é.txt': 'e' }, encode: text => Buffer.from(text, 'latin1') },
    ],
    ['tag files in UTF-16', { encoding: 'UTF-16', payload: { 'data/한.txt': 'h' }, encode: utf16 }],
    ['lines that end as on Windows', { encode: text => Buffer.from(text.replaceAll('\n', '\r\n')) }],
    ['tabs before names', { separator: '\t' }],
  ])('%s', async (_, sketch) => {
    expect(await verdictOn(sketch)).toEqual(VALID);
  });
});

describe('valid, with a warning', () => {
  test.each<[string, Partial<Sketch>, string[]]>([
    [
      'made by md5sum',
      { algorithms: ['md5'], separator: ' *' },
      ['algorithm-weak manifest-md5.txt', 'manifest-malformed manifest-md5.txt'],
    ],
    [
      'one file under two cases, of which a file system kept one',
      { payload: { 'data/hello.txt': 'hello', 'data/HELLO.txt': 'hello' }, left: ['data/HELLO.txt'] },
      ['name-differs data/HELLO.txt'],
    ],
    [
      'one file under two Unicode forms, of which a file system kept one',
      { payload: { 'data/\u00e9': 'hello', 'data/e\u0301': 'hello' }, left: ['data/e\u0301'] },
      ['name-differs data/e\u0301'],
    ],
    [
      'files of an operating system, one of them lost on the way',
      { payload: { 'data/a': 'a', 'data/.DS_Store': '', 'data/Thumbs.db': '' }, left: ['data/.DS_Store'] },
      ['system-file data/.DS_Store', 'system-file data/Thumbs.db'],
    ],
  ])('%s', async (_, sketch, warnings) => {
    const verdict = await verdictOn(sketch);
    expect({ ...verdict, warnings: verdict.warnings.sort() }).toEqual({ ok: true, problems: [], warnings });
  });
});

describe('invalid', () => {
  test.each<[string, Partial<Sketch>, string[]]>([
    ['no encoding stated', { bagit: 'BagIt-Version: 0.97\n' }, ['bagit-malformed bagit.txt']],
    [
      'a byte order mark in bagit.txt',
      { bagit: '\uFEFFBagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n' },
      ['bagit-malformed bagit.txt'],
    ],
    [
      'a version that is no number',
      { bagit: 'BagIt-Version: .97\nTag-File-Character-Encoding: UTF-8\n' },
      ['bagit-malformed bagit.txt'],
    ],
    ['a version that never was', { version: '0.98' }, ['version-unknown bagit.txt']],
    [
      'white space in bagit.txt of 1.0',
      { version: '1.0', bagit: 'BagIt-Version : 1.0\nTag-File-Character-Encoding : UTF-8\n' },
      ['bagit-malformed bagit.txt'],
    ],
    ['a tag file that is gone', { left: ['bag-info.txt'] }, ['file-missing bag-info.txt']],
    ['a payload file that is gone', { left: ['data/test1.txt'] }, ['file-missing data/test1.txt']],
    [
      'another length than announced',
      { tagFiles: { 'bag-info.txt': 'Payload-Oxum: 99.3\n' } },
      ['oxum-mismatch bag-info.txt'],
    ],
    ['one name twice, with two digests', { moreLines: line('data/test1.txt') }, ['listed-twice data/test1.txt']],
    [
      'one name twice with one digest, which 1.0 forbids',
      { version: '1.0', payload: { 'data/a': 'a' }, moreLines: `${digestOf('sha256', 'a')}  data/a\n` },
      ['listed-twice data/a'],
    ],
  ])('%s', async (_, sketch, problems) => {
    expect(await verdictOn(sketch)).toEqual({ ok: false, problems, warnings: [] });
  });

  test('a payload file that was altered', async () => {
    await bagOf({ tagFiles: { 'bag-info.txt': 'Payload-Oxum: 15.3\n' } });
    await writeFile(join(folder.path, 'data/test1.txt'), 'test 1');
    const { ok, problems } = await verifyBag(folder.path);
    expect([ok, problems.map(({ sentence }) => sentence)]).toEqual([
      false,
      [
        'data/test1.txt was altered: its digest is not the one in manifest-sha256.txt.',
        'bag-info.txt announces a payload of 15.3 (bytes.files); there is 16.3.',
      ],
    ]);
  });

  test('a payload file that only one of two manifests lists: invalid from 1.0 on, valid before', async () => {
    const withOneMore = async (version: string): Promise<boolean> => {
      await bagOf({ version });
      await writeFile(join(folder.path, 'manifest-sha512.txt'), `${digestOf('sha512', 'test1')}  data/test1.txt\n`);
      return (await verifyBag(folder.path)).ok;
    };
    expect(await withOneMore('1.0')).toBe(false);
    expect(await withOneMore('0.97')).toBe(true);
  });
});

describe('a path that would leave the bag on some system is refused on every one', () => {
  test.each([
    '/tmp/foo',
    '~/foo',
    '~root/foo',
    'C:\\Windows\\System32\\setx.exe',
    'C:/Windows/System32/setx.exe',
    '%HomeDrive%\\Windows\\System32\\setx.exe',
    '\\\\?\\UNC\\server\\Windows\\System32\\setx.exe',
    '../foo',
    'data/../../foo',
  ])('%s', async path => {
    expect(await verdictOn({ moreLines: line(path) })).toMatchObject({ ok: false, problems: [`path-unsafe ${path}`] });
    const fetched = await verdictOn({ tagFiles: { 'fetch.txt': `https://example.org/x - ${path}\n` } });
    expect(fetched).toMatchObject({ ok: false, problems: [`path-unsafe ${path}`] });
  });
});

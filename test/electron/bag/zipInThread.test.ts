/** A bag written by a thread of its own, as built: the same bytes, and after any failure nothing is left behind or open. */
import { readdirSync, readlinkSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BAG_NAMESPACE, type BagToWrite, type SignBag, verifyBag, writeBag } from '../../../electron/bag/index.ts';
import { newSigningKey, signSsh } from '../../../electron/ssh/index.ts';
import { assetsFolder } from '../../support/assets.ts';
import { inOneBuffer } from '../../support/threadStreams.ts';
import { ENTRIES, INFO, pieces, temporaryFolder } from './bagSupport.ts';

const threadPath = join(assetsFolder(), 'bag', 'zipThread.js');
const MEBIBYTE = 1024 * 1024;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let out: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  out = join(folder.path, 'bundle.zip');
});
afterEach(() => folder.remove());

const inThread = (entries: BagToWrite['entries'], more: Partial<BagToWrite> = {}) =>
  writeBag({ out, name: 'x', info: INFO, entries, threadPath, ...more });

/** Those whose name ends so are stored as they are. */
const entry = fc.record({
  suffix: fc.constantFrom('txt', 'pdf'),
  bytes: fc.oneof(fc.uint8Array({ maxLength: 3000 }), fc.integer({ min: 0, max: 3 * MEBIBYTE }).map(repeating)),
  cut: fc.integer({ min: 1000, max: 2_500_000 }),
  isKnown: fc.boolean(),
});

test('writes the same bytes as are written without one, and tells the same of them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { maxLength: 4 }), async given => {
      const entries = () =>
        given.map(({ suffix, bytes, cut, isKnown }, at) => ({
          path: `data/${at}.${suffix}`,
          bytes: isKnown && at % 2 === 0 ? bytes : inOneBuffer(bytes, cut),
          ...(isKnown ? { sizeBytes: bytes.length } : {}),
        }));
      const here = join(folder.path, 'here.zip');
      const expected = await writeBag({ out: here, name: 'x', info: INFO, entries: [...entries(), ...ENTRIES] });
      expect(await inThread([...entries(), ...ENTRIES])).toEqual(expected);
      expect((await readFile(out)).equals(await readFile(here))).toBe(true);
    }),
    { numRuns: 6 },
  );
  expect((await verifyBag(out)).problems).toEqual([]);
});

test('tells the digest of a file to whoever asked for it, and is ended by what that throws', async () => {
  const told: string[] = [];
  await inThread([{ path: 'data/a.txt', bytes: Buffer.from('abc'), onSha256: sha256 => told.push(sha256) }]);
  expect(told).toEqual(['ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad']);
  const refusing = () => {
    throw new Error('another file was expected');
  };
  const refused = inThread([{ path: 'data/a.txt', bytes: Buffer.from('abc'), onSha256: refusing }]);
  await expect(refused).rejects.toThrow('another file was expected');
});

test('what the source throws is what the caller hears, however far it had come; the file of before stays', async () => {
  await writeFile(out, 'the bundle of yesterday');
  for (const sizeBytes of [0, 10, 9 * MEBIBYTE]) {
    const entries = [...ENTRIES, { path: 'data/z.txt', bytes: breaking(sizeBytes) }];
    await expect(inThread(entries)).rejects.toThrow('the exhibit cannot be read');
    expect(await left()).toEqual(['bundle.zip']);
  }
  expect(await readFile(out, 'utf8')).toBe('the bundle of yesterday');
});

test('a place that cannot be written is told in the system’s words, also while the source has much to give', async () => {
  const gone = inThread([{ path: 'data/a.pdf', bytes: endless() }], { out: join(folder.path, 'no', 'b.zip') });
  await expect(gone).rejects.toThrow(/ENOENT/);
  await mkdir(out);
  await expect(inThread(ENTRIES)).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST|EPERM/);
  expect(await left()).toEqual(['bundle.zip']);
});

test('what the thread finds wrong ends the bag, whatever else is to come', async () => {
  const entries = [
    { path: 'data/a', bytes: pieces(10, 3), sizeBytes: 11 },
    { path: 'data/b.pdf', bytes: endless() },
  ];
  await expect(inThread(entries)).rejects.toThrow('11 bytes were announced, 10 came');
  expect(await left()).toEqual([]);
});

test('cancelled before it began, midway, and while the whole is read once more', async () => {
  const before = new AbortController();
  before.abort(new Error('cancelled by the person'));
  await expect(inThread(ENTRIES, { signal: before.signal })).rejects.toThrow('cancelled by the person');

  const midway = new AbortController();
  const cancelling = async function* () {
    for (let given = 0; given < 20; given += 1) {
      if (given === 9) midway.abort(new Error('cancelled by the person'));
      yield repeating(MEBIBYTE);
    }
  };
  const stopped = inThread([{ path: 'data/a.pdf', bytes: cancelling() }], { signal: midway.signal });
  await expect(stopped).rejects.toThrow('cancelled by the person');

  const late = new AbortController();
  const { secret } = newSigningKey('');
  const sign: SignBag = sha512 => {
    setTimeout(() => late.abort(new Error('cancelled by the person')), 2);
    return signSsh(secret, BAG_NAMESPACE, { sha512 });
  };
  const entries = [{ path: 'data/a.pdf', bytes: repeating(40 * MEBIBYTE) }];
  const sealed = inThread(entries, { signal: late.signal, sign });
  await expect(sealed).rejects.toThrow('cancelled by the person');
  expect(await left()).toEqual([]);
});

test('a thread that is not there is said, and leaves nothing', async () => {
  await expect(inThread(ENTRIES, { threadPath: join(folder.path, 'none.js') })).rejects.toThrow(/none\.js/);
  expect(await left()).toEqual([]);
});

/** What lies in the folder, once no file in it is open any more; only Linux tells whether one is. */
async function left(): Promise<string[]> {
  const open = process.platform === 'linux' ? readdirSync('/proc/self/fd').map(targetOf) : [];
  expect(open.filter(target => target.startsWith(folder.path))).toEqual([]);
  return readdir(folder.path);
}

function targetOf(descriptor: string): string {
  try {
    return readlinkSync(`/proc/self/fd/${descriptor}`);
  } catch {
    return '';
  }
}

function repeating(length: number): Buffer {
  return Buffer.alloc(length, 'A tanker, a barge, a transfer at sea; ');
}

async function* breaking(afterBytes: number): AsyncGenerator<Uint8Array> {
  if (afterBytes > 0) yield repeating(afterBytes);
  throw new Error('the exhibit cannot be read');
}

async function* endless(): AsyncGenerator<Uint8Array> {
  for (;;) yield repeating(MEBIBYTE);
}

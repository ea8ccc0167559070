// A bag that comes as a TAR in a stream is checked as it passes: as strictly as one in a ZIP, and without keeping it.
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type BagVerdict, type SizedEntry, tarBag, verifyBag, verifyTarBag } from '../../../electron/bag/index.ts';
import { ENTRIES, hasProgram, INFO, pieces, temporaryFolder } from './bagSupport.ts';
import { entry, inPieces, joined, tarOf } from './tarSupport.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

const SIZED: SizedEntry[] = ENTRIES.flatMap(({ path, bytes }) =>
  bytes instanceof Uint8Array ? [{ path, bytes, sizeBytes: bytes.length }] : [],
);
const smallTar = (): Promise<Buffer> => joined(tarBag({ name: 'exercise', info: INFO, entries: SIZED }));
const named = ({ problems }: BagVerdict): string[] => problems.map(({ code, path }) => `${code} ${path ?? ''}`.trim());

test('what was written is valid, each file seen once and in its order, whatever the visitor reads of it', async () => {
  const seen: string[] = [];
  const verdict = await verifyTarBag(inPieces(await smallTar(), 700), {
    visit: async ({ path, sizeBytes, bytes }) => {
      seen.push(path);
      if (path === 'bagit.txt') return;
      for await (const piece of bytes) {
        if (piece.length < sizeBytes) break;
      }
    },
  });
  expect(verdict).toMatchObject({ ok: true, problems: [], warnings: [], algorithms: ['sha256', 'sha512'] });
  expect(verdict.info.at(-1)).toEqual(['Payload-Oxum', '1145.4']);
  expect(seen).toEqual([
    'bagit.txt',
    ...SIZED.map(({ path }) => path),
    'bag-info.txt',
    'manifest-sha256.txt',
    'manifest-sha512.txt',
    'tagmanifest-sha256.txt',
    'tagmanifest-sha512.txt',
  ]);
});

test('of payload files only those digests are held against the manifests that were reckoned; one at least must be', async () => {
  const verify = (tar: Uint8Array) => verifyTarBag(inPieces(tar, 4096), { payloadAlgorithms: ['sha256'] });
  const ofBoth = await smallTar();
  expect(await verify(ofBoth)).toMatchObject({
    ok: true,
    warnings: [{ code: 'digest-unread', path: 'manifest-sha512.txt' }],
  });
  const ofOne = (algorithm: 'sha256' | 'sha512') =>
    joined(tarBag({ name: 'exercise', info: INFO, entries: SIZED, payloadAlgorithms: [algorithm] }));
  expect(await verify(await ofOne('sha256'))).toMatchObject({ ok: true, problems: [], warnings: [] });
  const unchecked = named(await verify(await ofOne('sha512')));
  expect(unchecked).toEqual(
    SIZED.filter(({ path }) => path.startsWith('data/')).map(({ path }) => `digest-unread ${path}`),
  );
  const [first] = SIZED.filter(({ path, sizeBytes }) => path.startsWith('data/') && sizeBytes > 0);
  const content = Buffer.from(first?.bytes as Uint8Array);
  const flipped = Buffer.from(ofBoth);
  flipped.writeUInt8(content.readUInt8(0) ^ 1, ofBoth.indexOf(content));
  expect(named(await verify(flipped))).toContain(`file-altered ${first?.path}`);
});

test('each of 300 flipped bits is found', async () => {
  const whole = await smallTar();
  const unnoticed: string[] = [];
  for (let index = 0; index < 300; index += 1) {
    const at = Math.floor((index * whole.length) / 300);
    const flipped = Buffer.from(whole);
    flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << (index % 8)), at);
    const verdict = await verifyTarBag(inPieces(flipped, 4096));
    if (verdict.ok) unnoticed.push(`bit ${index % 8} of byte ${at}`);
  }
  expect(unnoticed).toEqual([]);
});

test('what is missing, new, altered or beside the bag is named', async () => {
  const text = (await smallTar()).toString('latin1');
  const altered = Buffer.from(text.replace('%PDF-1.7 an exercise', '%PDF-1.7 an Exercise'), 'latin1');
  expect(named(await verifyTarBag(inPieces(altered, 999)))).toEqual(['file-altered data/exhibits/EX-0001.pdf']);
  const mixed = await tarOf([
    entry('bag/bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'),
    entry('bag/data/a', 'a'),
    entry('other/b', 'b'),
  ]);
  expect(named(await verifyTarBag(inPieces(mixed, 999)))).toEqual(['beside-the-bag other/b', 'manifest-missing']);
  expect(named(await verifyTarBag(inPieces(Buffer.from('no TAR'), 999)))).toEqual(['tar-truncated']);
});

test('an error of the stream below, or of the visitor, is thrown and not taken for a verdict', async () => {
  const tar = await smallTar();
  async function* breaking(): AsyncGenerator<Uint8Array> {
    yield tar.subarray(0, 2000);
    throw new Error('the archive was altered');
  }
  await expect(verifyTarBag(breaking())).rejects.toThrow('the archive was altered');
  const visit = (): never => {
    throw new Error('stopped by the visitor');
  };
  await expect(verifyTarBag(inPieces(tar, 999), { visit })).rejects.toThrow('stopped by the visitor');
});

test('the size of an entry must be told, and must be true', async () => {
  const write = (sizeBytes: number): Promise<Buffer> =>
    joined(tarBag({ name: 'x', info: INFO, entries: [{ path: 'data/a', bytes: pieces(10, 3), sizeBytes }] }));
  await expect(write(11)).rejects.toThrow('11 bytes were announced, 10 came');
  await expect(write(9)).rejects.toThrow('9 bytes were announced, more came');
});

test.runIf(hasProgram('tar', '--version') && hasProgram('sha512sum', '--version'))(
  'GNU tar unpacks it, sha256sum and sha512sum find it whole, and so do we',
  async () => {
    await writeFile(join(folder.path, 'bag.tar'), await smallTar());
    const run = (command: string): string =>
      execFileSync('sh', ['-c', command], { cwd: folder.path, encoding: 'utf8' });
    run('tar -xf bag.tar');
    for (const list of ['manifest', 'tagmanifest']) {
      run(
        `cd exercise && sha512sum --strict -c tagmanifest-sha512.txt && grep -v %25 ${list}-sha256.txt | sha256sum --strict -c`,
      );
    }
    expect(await verifyBag(join(folder.path, 'exercise'))).toMatchObject({ ok: true, problems: [], warnings: [] });
  },
);

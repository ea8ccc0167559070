/** Sealing in a thread of its own, as built: what it writes is what the stream would yield, and nothing is left open. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AgeIdentity, newAgeIdentity, type PassingDigest, sealFile } from '../../../electron/age/index.ts';
import { assetsFolder } from '../../support/assets.ts';
import { inOneBuffer, openHere } from '../../support/threadStreams.ts';
import { codeOf, openAll, pattern } from './ageSupport.ts';

const folder = mkdtempSync(join(tmpdir(), 'probatum-seal-file-'));
const threadPath = join(assetsFolder(), 'age', 'sealerThread.js');
let ours: AgeIdentity;

beforeAll(async () => {
  ours = await newAgeIdentity();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const MEBIBYTE = 1024 * 1024;
for (const [size, pieceBytes] of [
  [0, 1],
  [1, 1],
  [65_536, 65_536],
  [MEBIBYTE, 700],
  [9 * MEBIBYTE + 1, MEBIBYTE],
  [9 * MEBIBYTE, 2_500_001],
] as const) {
  test(`${size} bytes in pieces of ${pieceBytes}, which share one buffer, are in the file`, async () => {
    const path = join(folder, `${size}.age`);
    const plain = pattern(size);
    const file = await sealFile(
      () => inOneBuffer(plain, pieceBytes),
      { recipients: [ours.recipient] },
      { path, threadPath },
    );
    const sealed = readFileSync(path);
    expect(file).toEqual({ sha256: createHash('sha256').update(sealed).digest('hex'), sizeBytes: sealed.length });
    const { opened } = await openAll(sealed, { identities: [ours.identity] });
    expect(Buffer.compare(opened, plain)).toBe(0);
    expect(openHere(path)).toBe(false);
  });
}

test('stretches of what passes are hashed on the way, wherever they begin and end, and some are never asked for', async () => {
  const parts = [0, 1, 512, 0, MEBIBYTE - 513, MEBIBYTE, 3 * MEBIBYTE + 7, 2].map(pattern);
  const found: string[] = [];
  await sealFile(
    async function* (startDigest) {
      const digests: PassingDigest[] = [];
      for (const [at, part] of parts.entries()) {
        yield Buffer.from('a header, which no digest is about');
        const digest = startDigest();
        for await (const piece of inOneBuffer(part, 700_001)) yield piece;
        digest.end();
        // In the end none of them is in a buffer that is full.
        if (at !== 2) digests.push(digest);
      }
      for (const digest of digests) found.push(await digest.sha256());
      yield Buffer.from('behind them all');
    },
    { recipients: [ours.recipient] },
    { path: join(folder, 'digests.age'), threadPath },
  );
  const sha256 = (part: Uint8Array) => createHash('sha256').update(part).digest('hex');
  expect(found).toEqual(parts.filter((_, at) => at !== 2).map(sha256));
});

test('with a passphrase', async () => {
  const path = join(folder, 'passphrase.age');
  await sealFile(() => inOneBuffer(pattern(1000), 300), { passphrase: '등대 lantern' }, { path, threadPath });
  const { opened } = await openAll(readFileSync(path), { passphrase: '등대 lantern' });
  expect(Buffer.compare(opened, pattern(1000))).toBe(0);
});

test('what the source throws is what the caller hears, and the file is closed by then', async () => {
  for (const afterBytes of [0, 10, 7 * MEBIBYTE]) {
    const path = join(folder, `broken-${afterBytes}.age`);
    const sealing = sealFile(() => breaking(afterBytes), { recipients: [ours.recipient] }, { path, threadPath });
    await expect(sealing).rejects.toThrow('the source broke');
    expect(openHere(path)).toBe(false);
  }
});

test('a place that cannot be written is told in the system’s words, also while the source still has much to give', async () => {
  const nowhere = join(folder, 'no', 'folder.age');
  const sealing = sealFile(endless, { recipients: [ours.recipient] }, { path: nowhere, threadPath });
  await expect(sealing).rejects.toThrow(/ENOENT/);

  // Also to one who waits for a digest that will never come.
  const waiting = sealFile(
    async function* (startDigest) {
      const digest = startDigest();
      yield pattern(10);
      digest.end();
      await digest.sha256();
    },
    { recipients: [ours.recipient] },
    { path: nowhere, threadPath },
  );
  await expect(waiting).rejects.toThrow(/ENOENT/);

  const taken = join(folder, 'taken.age');
  writeFileSync(taken, 'mine');
  const over = sealFile(endless, { recipients: [ours.recipient] }, { path: taken, threadPath });
  await expect(over).rejects.toThrow(/EEXIST/);
  expect(readFileSync(taken, 'utf8')).toBe('mine');
});

test('a key that is none is refused before the source is asked and before there is a file', async () => {
  const path = join(folder, 'none.age');
  let asked = false;
  async function* source() {
    asked = true;
    yield pattern(1);
  }
  const sealing = sealFile(source, { recipients: ['age1nonsense'] }, { path, threadPath });
  expect(await codeOf(sealing)).toBe('age-recipient-unfit');
  expect([asked, readdirSync(folder).includes('none.age')]).toEqual([false, false]);
});

test('stopped midway', async () => {
  const stop = new AbortController();
  const path = join(folder, 'stopped.age');
  let pieces = 0;
  async function* source() {
    for await (const piece of endless()) {
      if (++pieces === 9) stop.abort(new Error('somebody stopped it'));
      yield piece;
    }
  }
  const options = { path, threadPath, signal: stop.signal };
  await expect(sealFile(source, { recipients: [ours.recipient] }, options)).rejects.toThrow('somebody stopped it');
  expect(openHere(path)).toBe(false);
  // And before it began.
  await expect(sealFile(source, { recipients: [ours.recipient] }, options)).rejects.toThrow('somebody stopped it');
});

async function* breaking(afterBytes: number): AsyncGenerator<Uint8Array> {
  if (afterBytes > 0) yield pattern(afterBytes);
  throw new Error('the source broke');
}

async function* endless(): AsyncGenerator<Uint8Array> {
  for (;;) yield pattern(MEBIBYTE);
}

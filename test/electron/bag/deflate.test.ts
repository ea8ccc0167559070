// What is compressed comes out as it went in, whatever it is and however it is cut, and the same bytes each time.
import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { inflateSync } from 'fflate';
import { Deflate, inflateRaw } from 'pako';
import { expect, test } from 'vitest';
import { seededRandom } from '../../../build/bench/seededRandom.ts';
import { Deflater } from '../../../electron/bag/zip/deflate.ts';
import { isBase64 } from '../../../electron/bag/zip/packBase64.ts';

/** One after the other, as a ZIP packs its files: none must show in the next. */
const deflater = new Deflater();

async function* cut(bytes: Uint8Array, piece = bytes.length || 1) {
  for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
}

async function compressed(bytes: Uint8Array, piece?: number): Promise<Buffer> {
  const out: Uint8Array[] = [];
  for await (const some of deflater.pack(cut(bytes, piece))) out.push(Uint8Array.from(some));
  return Buffer.concat(out);
}

/** Mostly zeros, and beginning with them, as many office documents and pictures do. */
const sparse = fc
  .tuple(fc.integer({ min: 0, max: 600 }), fc.array(fc.tuple(fc.nat(600), fc.nat(255)), { maxLength: 40 }))
  .map(([length, marks]) => {
    const bytes = new Uint8Array(length);
    for (const [at, value] of marks) if (at + 10 < length) bytes[at + 10] = value;
    return bytes;
  });

test('comes out as it went in', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(sparse, fc.uint8Array({ maxLength: 2000 })), async bytes => {
      expect(inflateRawSync(await compressed(bytes))).toEqual(Buffer.from(bytes));
    }),
    { numRuns: 500 },
  );
});

test('does not depend on how it is cut, over many pieces', async () => {
  const bytes = Uint8Array.from({ length: 400_000 }, (_, at) => (at % 1000 < 500 ? 0 : (at * 31) & 0xff));
  const whole = await compressed(bytes);
  expect(inflateRawSync(whole)).toEqual(Buffer.from(bytes));
  expect(await compressed(bytes, 7_001)).toEqual(whole);
});

test('is what pako makes of it alone, whatever was packed before, or given up half way', async () => {
  const words = Buffer.from('A tanker, a barge, a ship to ship transfer at sea; and no flag. '.repeat(3000));
  await fc.assert(
    fc.asyncProperty(fc.nat(words.length), fc.nat(400), fc.boolean(), async (from, every, givesUp) => {
      const bytes = Uint8Array.from(words.subarray(from), (byte, at) => (at % (every + 60) === 0 ? at : byte));
      if (givesUp) for await (const _ of deflater.pack(cut(bytes.toReversed()))) break;
      const alone = new Deflate({ raw: true, level: 6 });
      for (let at = 0; at < bytes.length; at += 65_536) alone.push(bytes.subarray(at, at + 65_536), false);
      alone.push(new Uint8Array(0), true);
      expect((await compressed(bytes)).equals(Buffer.from(alone.result as Uint8Array))).toBe(true);
    }),
    { numRuns: 30 },
  );
});

test('what repeats nothing is packed by its signs alone, as small and to the same bytes however it is cut', async () => {
  const random = seededRandom(4);
  const base64 = Buffer.from(Uint8Array.from({ length: 150_000 }, () => random() * 256)).toString('base64');
  const given = Buffer.from(base64);
  const packed = await compressed(given);
  expect(packed.length / given.length).toBeLessThan(0.76);
  for (const inflate of [inflateRawSync, inflateSync, inflateRaw])
    expect(Buffer.from(inflate(packed)).equals(given)).toBe(true);
  expect((await compressed(given, 777)).equals(packed)).toBe(true);
  const words = Buffer.from('Two hulls side by side. '.repeat(9000));
  expect((await compressed(words)).length / words.length).toBeLessThan(0.01);
});

test('whatever stands between the signs of base64, or behind them, comes out as it went in', async () => {
  const signs = Buffer.from('Wm9sbGZyZWk4OSsv'.repeat(5000));
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async others => {
      const bytes = Buffer.concat([shuffled(signs), others]);
      expect(isBase64(bytes.subarray(0, 65_536))).toBe(true);
      expect(inflateRawSync(await compressed(bytes)).equals(bytes)).toBe(true);
    }),
    { numRuns: 20 },
  );
  expect(isBase64(Buffer.from('QUJD\n'.repeat(1000)))).toBe(false);
});

/** So that nothing in them repeats. */
function shuffled(bytes: Buffer): Buffer {
  const random = seededRandom(11);
  return Buffer.from(Uint8Array.from(bytes, () => bytes[Math.floor(random() * bytes.length)] ?? 0));
}

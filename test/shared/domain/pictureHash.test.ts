import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type HashedPixels, pictureDistance, pictureHash } from '../../../shared/domain/pictureHash.ts';

interface Blob {
  x: number;
  y: number;
  size: number;
  light: number;
}

/** A picture of soft blobs, which can be drawn at any size. */
function draw(
  blobs: readonly Blob[],
  width: number,
  height: number,
  change: (value: number, at: number) => number,
): HashedPixels {
  const data = Uint8Array.from({ length: width * height }, (_, at) => {
    const x = (at % width) / width;
    const y = Math.floor(at / width) / height;
    const value = blobs.reduce((sum, blob) => {
      const distance = ((x - blob.x) ** 2 + (y - blob.y) ** 2) / blob.size ** 2;
      return sum + blob.light * Math.exp(-distance);
    }, 110);
    return Math.max(0, Math.min(255, Math.round(change(value, at))));
  });
  return { width, height, channels: 1, data };
}

/** Ten blobs strewn by a seed: neighbouring seeds have nothing in common, unlike what a generator shrinks to. */
const pictures = fc.integer({ min: 1, max: 1_000_000 }).map(seed => {
  let state = seed;
  const random = () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) | 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
  return Array.from(
    { length: 10 },
    (_, at): Blob => ({
      x: random(),
      y: random(),
      size: 0.06 + random() * 0.15,
      light: (at % 2 === 0 ? 1 : -1) * (40 + random() * 60),
    }),
  );
});

const distanceOf = (one: HashedPixels, other: HashedPixels) =>
  pictureDistance(pictureHash(one) ?? '', pictureHash(other) ?? '');

describe('the hash of a picture', () => {
  test('stays within ten bits when it is scaled, brightened and made noisy', () => {
    fc.assert(
      fc.property(
        pictures,
        fc.integer({ min: 48, max: 90 }),
        fc.integer({ min: 0, max: 20 }),
        (blobs, width, light) => {
          const original = draw(blobs, 96, 72, value => value);
          const height = Math.round(width * 0.75);
          const copy = draw(blobs, width, height, (value, at) => value + light + ((at * 7919) % 9) - 4);
          expect(distanceOf(original, copy)).toBeLessThanOrEqual(10);
        },
      ),
      { numRuns: 60, endOnFailure: true },
    );
  });

  test('differs in more than ten bits between pictures that have nothing in common', () => {
    fc.assert(
      fc.property(pictures, pictures, (one, other) => {
        fc.pre(one[0]?.x !== other[0]?.x);
        expect(
          distanceOf(
            draw(one, 64, 48, value => value),
            draw(other, 64, 48, value => value),
          ),
        ).toBeGreaterThan(10);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  test('is none for a blank page', () => {
    const blank = (value: number) =>
      pictureHash({ width: 50, height: 50, channels: 1, data: new Uint8Array(2500).fill(value) });
    expect([blank(255), blank(0)]).toEqual([null, null]);
  });

  test('is the same for grey in one channel or in three, and for what lies behind full transparency', () => {
    const grey = draw(
      [
        { x: 0.3, y: 0.4, size: 0.2, light: 90 },
        { x: 0.8, y: 0.7, size: 0.1, light: -80 },
      ],
      64,
      48,
      value => value,
    );
    const rgb = Uint8Array.from([...grey.data].flatMap(value => [value, value, value]));
    expect(pictureHash({ ...grey, channels: 3, data: rgb })).toBe(pictureHash(grey));
    const hidden = Uint8Array.from(
      [...grey.data].flatMap((value, at) => (at % 64 < 10 ? [0, at % 200, 9, 0] : [value, value, value, 255])),
    );
    const white = Uint8Array.from([...grey.data].map((value, at) => (at % 64 < 10 ? 255 : value)));
    expect(pictureHash({ ...grey, channels: 4, data: hidden })).toBe(pictureHash({ ...grey, data: white }));
  });

  test('counts the bits that differ', () => {
    expect(pictureDistance('0000000000000000', '0000000000000000')).toBe(0);
    expect(pictureDistance('ffffffffffffffff', '0000000000000000')).toBe(64);
    expect(pictureDistance('8000000000000001', '0000000000000000')).toBe(2);
  });
});

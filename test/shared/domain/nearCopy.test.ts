import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isTellingPicture,
  MOST_PICTURE_DISTANCE,
  openTextSketch,
  pictureKeys,
  pictureKeysNearby,
  SKETCH_VALUES,
  sketchKeys,
  textLikeness,
} from '../../../shared/domain/nearCopy.ts';
import { pictureDistance } from '../../../shared/domain/pictureHash.ts';

function sketchOf(...pages: string[]): number[] | null {
  const sketch = openTextSketch();
  for (const page of pages) sketch.add(page);
  return sketch.result();
}

function requireSketch(...pages: string[]): number[] {
  const sketch = sketchOf(...pages);
  if (!sketch) throw new Error('too little text');
  return sketch;
}

/** Words that stand for a text: the likeness of two lists is the share of runs of four that they have in common. */
function jaccard(left: readonly string[], right: readonly string[]): number {
  const [a, b] = [runsOf(left), runsOf(right)];
  const common = [...a].filter(run => b.has(run)).length;
  return common / (a.size + b.size - common);
}

function runsOf(words: readonly string[]): Set<string> {
  return new Set(words.slice(3).map((_, at) => words.slice(at, at + 4).join(' ')));
}

/** Without Math.random: the same text for the same seed. */
function wordsOf(count: number, seed: number): string[] {
  let state = seed * 2654435761 + 1;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return `w${(state >>> 8).toString(36)}`;
  });
}

test('too little text has no sketch', () => {
  expect(sketchOf('')).toBeNull();
  expect(sketchOf(wordsOf(49, 1).join(' '))).toBeNull();
  expect(sketchOf(wordsOf(50, 1).join(' '))).toHaveLength(SKETCH_VALUES);
});

test('the estimate follows the true likeness for texts of any length and any share of changed words', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 60, max: 3000 }),
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: 1, max: 1_000_000 }),
      (count, changedPercent, seed) => {
        const left = wordsOf(count, seed);
        const cut = Math.floor((count * changedPercent) / 100);
        const right = [...left.slice(cut), ...wordsOf(cut, seed + 7)];
        const estimate = textLikeness(requireSketch(left.join(' ')), requireSketch(right.join(' ')));
        // Five standard errors of 64 values; borrowed bins of short texts add to it.
        expect(Math.abs(estimate - jaccard(left, right))).toBeLessThan(count < 300 ? 0.42 : 0.33);
      },
    ),
    // Of one seed, since it is a bound of probability: at each run another draw would break it one day.
    { numRuns: 150, seed: 2026 },
  );
});

test('on the average the estimate is right', () => {
  for (const count of [80, 1500]) {
    let error = 0;
    const runs = 120;
    for (let seed = 1; seed <= runs; seed += 1) {
      const left = wordsOf(count, seed);
      const right = [...left.slice(count / 4), ...wordsOf(count / 4, seed + 1000)];
      error += textLikeness(requireSketch(left.join(' ')), requireSketch(right.join(' '))) - jaccard(left, right);
    }
    expect(Math.abs(error / runs)).toBeLessThan(0.03);
  }
});

test('case, accents, width, punctuation, line breaks and pages do not count; words do', () => {
  const words = wordsOf(200, 3).concat('Société', 'Générale', 'transferred', 'coal');
  const plain = requireSketch(words.join(' '));
  const dressed = words
    .join(',\n')
    .toUpperCase()
    .normalize('NFD')
    .replace('TRANSFERRED', 'TRANS-\nFERRED')
    .replace(/W/, '\uff37');
  expect(requireSketch(dressed)).toEqual(plain);
  expect(requireSketch(words.slice(0, 90).join(' '), words.slice(90).join(' '))).toEqual(plain);
  expect(textLikeness(plain, requireSketch(wordsOf(200, 4).join(' ')))).toBeLessThan(0.1);
});

test('Korean and Chinese are compared by characters, composed or not', () => {
  const korean =
    '선박 금운산 3호는 2017년 11월 26일 남포항에서 석탄을 환적하였다고 선장이 위원회에 서면으로 답하였다. ';
  const whole = Array.from({ length: 6 }, (_, at) => korean.replace('3', String(at + 30))).join('');
  expect(requireSketch(whole.normalize('NFD'))).toEqual(requireSketch(whole));
  expect(textLikeness(requireSketch(whole), requireSketch(whole.replace('남포항', '청진항')))).toBeGreaterThan(0.6);
});

test('any string has a sketch or none, and none takes it out of range', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 400 }), { maxLength: 5 }), pages => {
      for (const value of sketchOf(...pages) ?? []) {
        expect(Number.isInteger(value) && value >= 0 && value <= 0xffffffff).toBe(true);
      }
    }),
  );
});

test('texts that are alike to seven parts in ten are found by a common key, in their own case only', () => {
  const runs = 100;
  let found = 0;
  for (let seed = 1; seed <= runs; seed += 1) {
    const left = wordsOf(600, seed);
    const right = [...left.slice(100), ...wordsOf(100, seed + 500)];
    const [mine, theirs] = [requireSketch(left.join(' ')), requireSketch(right.join(' '))];
    const keys = new Set(sketchKeys(mine, 'case 1'));
    if (sketchKeys(theirs, 'case 1').some(key => keys.has(key))) found += 1;
    expect(sketchKeys(mine, 'case 2').some(key => keys.has(key))).toBe(false);
    expect([...keys].every(Number.isSafeInteger)).toBe(true);
  }
  expect(found).toBeGreaterThanOrEqual(95);
});

test('every picture within the distance is found by a nearby key', () => {
  const hash = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n });
  const turned = fc.uniqueArray(fc.integer({ min: 0, max: 63 }), { maxLength: MOST_PICTURE_DISTANCE });
  const hex = (value: bigint) => value.toString(16).padStart(16, '0');
  fc.assert(
    fc.property(hash, turned, (value, places) => {
      const other = places.reduce((bits, place) => bits ^ (1n << BigInt(place)), value);
      expect(pictureDistance(hex(value), hex(other))).toBe(places.length);
      const nearby = new Set(pictureKeysNearby(hex(value), 'case'));
      expect(pictureKeys(hex(other), 'case').some(key => nearby.has(key))).toBe(true);
    }),
  );
});

test('blank pages tell nothing', () => {
  expect(isTellingPicture('0000000000000000')).toBe(false);
  expect(isTellingPicture('ffffffffffffffff')).toBe(false);
  expect(isTellingPicture('0f0f3c3c9a5a0001')).toBe(true);
});

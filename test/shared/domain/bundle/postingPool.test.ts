// What is put under many terms in turn comes out under each, in its order.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PostingPool } from '../../../../shared/domain/bundle/postingPool.ts';

test('each term gives its own numbers back, however they were mixed and however far apart they are', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(9), fc.oneof(fc.nat(5), fc.nat(2 ** 20))), { maxLength: 400 }),
      fc.integer({ min: 1, max: 2000 }),
      (steps, many) => {
        const pool = new PostingPool();
        const expected: number[][] = [];
        const put = (term: number, number: number) => {
          pool.add(term, number);
          expected[term] = [...(expected[term] ?? []), number];
        };
        // All terms once, as terms are numbered without gaps; so many that there must be more room than at first.
        for (let term = 0; term < many; term += 1) put(term, term % 3);
        for (const [chosen, further] of steps) {
          const term = chosen % many;
          put(term, (expected[term]?.at(-1) ?? 0) + 1 + further);
        }
        expect(expected.map((_, term) => [...pool.numbersOf(term)])).toEqual(expected);
        expect(pool.count).toBe(many + steps.length);
      },
    ),
    { numRuns: 40 },
  );
});

test('a term on every page takes about a byte a page, over many slices', () => {
  const pool = new PostingPool();
  for (let page = 0; page < 200_000; page += 1) pool.add(0, page);
  const numbers = pool.numbersOf(0);
  expect([numbers.length, numbers[0], numbers[77_777], numbers.at(-1)]).toEqual([200_000, 0, 77_777, 199_999]);
});

test('refuses numbers that do not rise', () => {
  const pool = new PostingPool();
  pool.add(0, 7);
  expect(() => pool.add(0, 7)).toThrow(RangeError);
});

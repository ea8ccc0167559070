import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildSearch, type SearchBounds } from '../../../../shared/domain/bundle/buildSearch.ts';
import { packPostings, unpackPostings } from '../../../../shared/domain/bundle/searchPostings.ts';
import { termsOf, wantedTerms } from '../../../../shared/domain/bundle/searchTerms.ts';
import { indexTokens } from '../../../../shared/domain/text/index.ts';

async function build(texts: readonly string[], bounds?: SearchBounds) {
  const index = new Map<string, number[]>();
  const firsts: string[] = [];
  for await (const { first, shard } of buildSearch(() => texts.map((text, number) => ({ number, text })), bounds)) {
    firsts.push(first);
    const postings = shard.postings.split(' ');
    for (const [at, term] of shard.terms.split(' ').entries()) {
      expect(index.has(term)).toBe(false);
      index.set(term, unpackPostings(postings[at] ?? ''));
    }
  }
  return { index, firsts };
}

test('postings come back as they were', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 5_000_000 }), { maxLength: 50 }), numbers => {
      const rising = [...numbers].sort((left, right) => left - right);
      expect(unpackPostings(packPostings(rising))).toEqual(rising);
    }),
  );
  expect(() => packPostings([3, 3])).toThrow(RangeError);
});

test('Korean and Chinese are found by one character and by two, words of other scripts by the whole', () => {
  expect([...termsOf('하늘 7호, 남포 앞바다 IMO')].sort()).toEqual(
    ['하', '늘', '하늘', '7', '호', '남', '호남', '포', '남포', '앞', '포앞', '바', '앞바', '다', '바다', 'imo'].sort(),
  );
  const wanted = (words: string, isPrefix = false) =>
    wantedTerms(indexTokens(words), isPrefix).map(({ term, isPrefix: open }) => (open ? `${term}*` : term));
  expect(wanted('남')).toEqual(['남']);
  expect(wanted('남포')).toEqual(['남포']);
  expect(wanted('남포항')).toEqual(['남포', '포항']);
  expect(wanted('Blue Heron')).toEqual(['blue', 'heron']);
  expect(wanted('Heron', true)).toEqual(['heron*']);
});

const words = fc.array(
  fc.constantFrom('Haneul', 'ship', 'shipping', '하늘', '남포', '船', '9074729', 'the', 'é', 'о', 'ø', '🚢', '-'),
  { maxLength: 12 },
);
const pages = fc.array(
  words.map(list => list.join(' ')),
  { maxLength: 25 },
);

test('whatever stands on a page is found there, however little memory the index may take', async () => {
  await fc.assert(
    fc.asyncProperty(
      pages,
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 9 }),
      async (texts, most, terms) => {
        const bounds = { mostPostings: most, mostTerms: terms, shardChars: 12 };
        const [tight, loose] = [await build(texts, bounds), await build(texts)];
        const expected = new Map<string, number[]>();
        for (const [number, text] of texts.entries())
          for (const term of termsOf(text)) expected.set(term, [...(expected.get(term) ?? []), number]);
        const sorted = [...expected].sort(([left], [right]) => (left < right ? -1 : 1));
        expect([...tight.index]).toEqual(sorted);
        expect([...loose.index]).toEqual(sorted);
        expect(tight.firsts).toEqual([...tight.firsts].sort());
      },
    ),
    { numRuns: 150 },
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMatches, makeSnippet, parseQuery, snippetParts } from '../../../../shared/domain/search/index.ts';

function snippet(page: string, input: string, options = {}) {
  const parsed = parseQuery(input);
  if (!parsed.ok || !parsed.query.text) throw new Error('no words');
  return makeSnippet(page, findMatches(page, parsed.query.text), options);
}

const drawn = (page: string, input: string, options = {}) => {
  const made = snippet(page, input, options);
  return (
    made &&
    snippetParts(made)
      .map(part => (part.hit ? `[${part.text}]` : part.text))
      .join('')
  );
};

describe('a snippet', () => {
  it('is the sentence of the hit, on one line, with all hits in it', () => {
    const page =
      'Mr. Exercise arrived. The vessel loaded coal at\nNampo; the coal was sold by Sample Co. Ltd. in May. Nothing else.';
    expect(drawn(page, 'coal nampo')).toBe(
      'The vessel loaded [coal] at [Nampo]; the [coal] was sold by Sample Co. Ltd. in May.',
    );
  });

  it('knows Chinese, Japanese and Korean sentences', () => {
    const page = '선박은 남포항에서 출항했다。석탄은 팔렸다！다음날 도착했다。';
    expect(drawn(page, '석탄')).toBe('[석탄]은 팔렸다！');
  });

  it('is cut between words where a table has no sentences, and says so', () => {
    const page = Array.from({ length: 2000 }, (_, row) => `row${row} cargo${row} 12 t`).join('\n');
    const made = snippet(page, 'cargo1000', { radius: 30 });
    expect(made).toMatchObject({ cutBefore: true, cutAfter: true });
    expect(made?.text).toBe('row999 cargo999 12 t row1000 cargo1000 12 t row1001 cargo1001 12 t');
  });

  it('prefers the place where most of the first matches stand together', () => {
    const page = `coal once. ${'Some other words here. '.repeat(30)}Here are coal and iron and coal.`;
    expect(drawn(page, 'coal OR iron')).toBe('Here are [coal] and [iron] and [coal].');
  });

  it('is null without matches', () => {
    expect(makeSnippet('text', [])).toBeNull();
  });

  it('marks exactly the matched words and stays within its radius', () => {
    const page = fc.array(
      fc.constantFrom('coal', 'of', 'the', 'port.', 'No.', '석탄', '。', '\n', '\n\n', '😀', 'Nampo!'),
      { minLength: 1, maxLength: 200 },
    );
    fc.assert(
      fc.property(page, fc.integer({ min: 5, max: 80 }), (words, radius) => {
        const made = snippet(words.join(' '), 'coal OR 석탄', { radius });
        if (!made) return;
        expect(made.hits.length).toBeGreaterThan(0);
        for (const { start, end } of made.hits) expect(['coal', '석탄']).toContain(made.text.slice(start, end));
        expect(made.text.length).toBeLessThanOrEqual(2 * radius + 4);
        expect(
          snippetParts(made)
            .map(part => part.text)
            .join(''),
        ).toBe(made.text);
      }),
    );
  });
});

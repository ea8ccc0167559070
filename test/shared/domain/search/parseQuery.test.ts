import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery, toFtsMatch } from '../../../../shared/domain/search/index.ts';

function parsed(input: string) {
  const result = parseQuery(input);
  if (!result.ok) throw new Error(result.message);
  return result;
}

function match(input: string): string | null {
  const { text } = parsed(input).query;
  return text && toFtsMatch(text);
}

function refusal(input: string) {
  const result = parseQuery(input);
  return result.ok ? null : { message: result.message, at: result.at };
}

const fields = (input: string) => parsed(input).query.fields.map(({ at: _, ...field }) => field);
const warnings = (input: string) => parsed(input).warnings.map(each => each.message);

describe('words and operators', () => {
  it.each([
    ['coal nampo', '("coal" AND "nampo")'],
    ['coal AND nampo OR iron', '(("coal" AND "nampo") OR "iron")'],
    ['coal (nampo OR wonsan)', '("coal" AND ("nampo" OR "wonsan"))'],
    ['coal -draft NOT "old copy"', '("coal" NOT ("draft" OR "old copy"))'],
    ['NOT draft coal', '("coal" NOT "draft")'],
    ['tank* "oil tank"*', '("tank" * AND "oil tank" *)'],
    ['NEAR(coal nampo, 5)', 'NEAR("coal" "nampo", 5)'],
    ['NEAR(coal, "port of nampo")', 'NEAR("coal" "port of nampo", 10)'],
    ['coal NEAR/5 nampo', 'NEAR("coal" "nampo", 5)'],
    ['북한 석탄', '("북 한" AND "석 탄")'],
    ['“curly quotes”', '"curly quotes"'],
    ['ship-to-ship', '"ship to ship"'],
    ['and or not', '("and" AND "or" AND "not")'],
    ['drop"; DELETE', null],
  ])('%s', (input, expected) => {
    if (expected === null) expect(refusal(input)).not.toBeNull();
    else expect(match(input)).toBe(expected);
  });

  it('is nothing at all when nothing is typed', () => {
    expect(parsed('  ')).toEqual({ ok: true, query: { text: null, fields: [] }, warnings: [] });
  });

  it.each([
    ['coal AND', '("coal" AND "and")', '“AND” at character 6 has nothing to join and was searched as a word'],
    ['OR coal', '("or" AND "coal")', '“OR” at character 1 has nothing to join and was searched as a word'],
    ['coal ) iron', '("coal" AND "iron")', 'The “)” at character 6 closes nothing and was passed over'],
    ['coal *** iron', '("coal" AND "iron")', '“**” at character 6 has no letters or digits and was passed over'],
    ['port:nampo', '"port nampo"', '“port:” is no field; “port:nampo” was searched as words'],
  ])('forgives %s', (input, expected, warning) => {
    expect(match(input)).toBe(expected);
    if (!input.includes('***')) expect(warnings(input)).toEqual([warning]);
  });

  it.each([
    ['say "coal', 'Unclosed quote at character 5', 4],
    ['(coal', 'Unclosed parenthesis at character 1', 0],
    ['-draft', 'A search needs at least one word to find, besides those to leave out', 0],
    ['coal OR -draft', 'A search needs at least one word to find, besides those to leave out', 8],
    ['NEAR(coal -iron)', 'NEAR takes words and phrases only (at character 11)', 10],
  ])('refuses %s with its place', (input, message, at) => {
    expect(refusal(input)).toEqual({ message, at });
  });

  it('never throws, and what it accepts has an FTS5 expression', () => {
    const typed = fc.array(
      fc.constantFrom(
        'coal',
        'AND',
        'OR',
        'NOT',
        '-',
        '(',
        ')',
        '"',
        'NEAR',
        'NEAR(',
        'NEAR/3',
        ',',
        '*',
        'case:',
        'case:X',
        'has:',
        ' ',
        '석탄',
        'grade:B2',
        '5',
      ),
      { maxLength: 14 },
    );
    fc.assert(
      fc.property(typed, fc.constantFrom('', ' '), (pieces, glue) => {
        const result = parseQuery(pieces.join(glue));
        if (result.ok && result.query.text) expect(toFtsMatch(result.query.text)).not.toBe('');
        if (!result.ok) expect(result.message).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });

  it('refuses nesting that no person types', () => {
    expect(refusal(`${'('.repeat(500)}coal${')'.repeat(500)}`)?.message).toMatch(/^Nested too deeply/);
  });
});

describe('fields', () => {
  it('are taken out of the words, with their values understood', () => {
    expect(match('coal case:"North Pier" type:PDF -lang:ko iron')).toBe('("coal" AND "iron")');
    expect(fields('coal case:"North Pier" type:PDF -lang:ko grade:b2 has:citation')).toEqual([
      { field: 'case', value: 'North Pier', negated: false },
      { field: 'type', value: 'pdf', negated: false },
      { field: 'lang', value: 'ko', negated: true },
      { field: 'grade', reliability: 'B', credibility: 2, negated: false },
      { field: 'has', value: 'citation', negated: false },
    ]);
    expect(fields('grade:4')).toEqual([{ field: 'grade', reliability: null, credibility: 4, negated: false }]);
  });

  it.each([
    ['2021', '2021-01-01', '2021-12-31'],
    ['2020-02', '2020-02-01', '2020-02-29'],
    ['2021-03..2022', '2021-03-01', '2022-12-31'],
    ['..2022-06', null, '2022-06-30'],
    ['>2020', '2021-01-01', null],
    ['>=2020-02-28', '2020-02-28', null],
    ['<2021-03', null, '2021-02-28'],
    ['<=2021-03', null, '2021-03-31'],
  ])('date:%s', (value, from, to) => {
    expect(fields(`date:${value}`)).toEqual([{ field: 'date', from, to, negated: false }]);
  });

  it.each(['date:2021-13', 'date:2021-02-30', 'date:soon', 'date:2022..2021', 'grade:G7', 'has:virus'])(
    'refuses %s',
    input => {
      expect(refusal(`coal ${input}`)?.at).toBe(5);
    },
  );

  it('says when OR around a field promises what it cannot do', () => {
    expect(warnings('type:pdf OR type:eml')).toEqual([]);
    expect(warnings('coal OR type:pdf')).toHaveLength(1);
  });
});

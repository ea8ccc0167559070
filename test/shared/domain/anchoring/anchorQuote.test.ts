import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorQuote, describeQuote } from '../../../../shared/domain/anchoring/index.ts';

const PAGE = `EXERCISE. The master of the Example Star states that the vessel took on 4,200 tons of anthracite at the
coal pier. The bill of lading names another port of loading. On the next day the vessel took on fuel from a barge,
and the transponder was silent for thirty-one hours. The agent, an office in the harbour district, denies this.`;

function quoteOf(text: string, words: string, from = 0) {
  const start = text.indexOf(words, from);
  if (start < 0) throw new Error(`"${words}" is not in the text`);
  return { quote: describeQuote(text, start, start + words.length), at: { start, end: start + words.length } };
}

function words(text: string, anchored: ReturnType<typeof anchorQuote>): string {
  return anchored.state === 'orphaned' ? 'orphaned' : `${anchored.state}: ${text.slice(anchored.start, anchored.end)}`;
}

describe('describing a quote', () => {
  it('remembers 32 to 64 characters on either side, whole words where there are any', () => {
    const { quote } = quoteOf(PAGE, 'anthracite');
    expect(quote.exact).toBe('anthracite');
    expect(quote.prefix).toMatch(/^\S/);
    expect(quote.prefix.length).toBeGreaterThanOrEqual(32);
    expect(quote.prefix.length).toBeLessThanOrEqual(64);
    expect(quote.suffix.length).toBeGreaterThanOrEqual(32);
  });

  it('does not begin or end with half a character', () => {
    const text = '😀'.repeat(200);
    const quote = describeQuote(text, 200, 204);
    expect(quote.prefix + quote.suffix).toMatch(/^(?:😀)+$/u);
  });
});

describe('anchoring a quote', () => {
  it('finds it where it was', () => {
    const { quote, at } = quoteOf(PAGE, 'took on fuel');
    expect(anchorQuote(PAGE, quote, at)).toEqual({ state: 'anchored', ...at, score: 1 });
  });

  it('finds it after words were inserted before it, and says that it moved', () => {
    const { quote, at } = quoteOf(PAGE, 'took on fuel');
    const later = `A header that was not there before\n${PAGE}`;
    expect(anchorQuote(later, quote, at)).toMatchObject({ state: 'moved', start: at.start + 35, score: 1 });
  });

  it.each([
    ['other line ends and spaces', (page: string) => page.replace(/\s+/g, '\r\n ')],
    ['no spaces at all', (page: string) => page.replace(/\s+/g, '')],
    [
      'broken words',
      (page: string) => page.replaceAll('anthracite', 'anthra-\ncite').replaceAll('vessel', 'ves-\nsel'),
    ],
    [
      'ligatures, capitals and curly quotes',
      (page: string) => page.replaceAll('ff', 'ﬀ').toUpperCase().replaceAll("'", '’'),
    ],
    ['a letter misread here and there', (page: string) => page.replaceAll('h', 'b').replaceAll('rr', 'n')],
  ])('survives %s', (_change, change) => {
    const { quote, at } = quoteOf(PAGE, 'The bill of lading names another port of loading');
    const changed = change(PAGE);
    const found = words(changed, anchorQuote(changed, quote, at));
    expect(found.replace(/[\s-]/g, '').toLowerCase()).toMatch(/^moved:t[hb]ebillofladingnamesanot[hb]erportofloading$/);
  });

  it('tells equal words apart by what stands around them', () => {
    const second = quoteOf(PAGE, 'vessel took on', PAGE.indexOf('next day'));
    const changed = PAGE.replaceAll('\n', ' ');
    expect(anchorQuote(changed, second.quote)).toMatchObject({ start: second.at.start });
  });

  it('is orphaned when the words are gone, though equal words stand elsewhere', () => {
    const { quote, at } = quoteOf(PAGE, 'vessel', PAGE.indexOf('next day'));
    const without = PAGE.slice(0, at.start) + PAGE.slice(at.end);
    expect(anchorQuote(without, quote)).toEqual({ state: 'orphaned' });
    expect(anchorQuote(without, quote, at)).toEqual({ state: 'orphaned' });
  });

  it('takes no other number for a misreading', () => {
    const row = (number: number) => `Delivery ${number} of coal, ${number * 17} tons, received at the pier\n`;
    const table = Array.from({ length: 9 }, (_, index) => row(index + 3)).join('');
    const { quote } = quoteOf(table, 'Delivery 5 of coal, 85 tons');
    expect(anchorQuote(table.replace(row(5), ''), quote)).toEqual({ state: 'orphaned' });
  });

  it('is orphaned where nothing tells equal places apart, unless the position is clear', () => {
    const text = 'same line\n'.repeat(60);
    const quote = describeQuote(text, 300, 304);
    expect(anchorQuote(`x ${text}`, quote)).toEqual({ state: 'orphaned' });
    expect(anchorQuote(text, quote, { start: 300, end: 304 })).toMatchObject({ state: 'anchored', start: 300 });
  });

  it('is no part of a longer word or number', () => {
    const text = 'Container 4123 was opened by the customs office this morning. It was empty.';
    const quote = { exact: '123', prefix: 'Container ', suffix: ' was opened by the customs office' };
    expect(anchorQuote(text.replace('Container', 'Container  no'), quote)).toEqual({ state: 'orphaned' });
  });

  it('reads right-to-left words that another engine wrote the other way round', () => {
    const text = 'רשימת האוניות בנמל לתרגיל בלבד';
    const { quote } = quoteOf(text, 'האוניות בנמל');
    const turned = [...text].reverse().join('');
    expect(anchorQuote(turned, quote).state).toBe('moved');
  });

  it('includes the quotation marks that belong to the quote', () => {
    const text = 'He wrote: “send the usual papers” and nothing more, as far as the exercise goes.';
    const { quote } = quoteOf(text, '“send the usual papers”');
    const plain = text.replace('“', '"').replace('”', '"').replaceAll(' ', '  ');
    expect(words(plain, anchorQuote(plain, quote))).toBe('moved: "send  the  usual  papers"');
  });

  it('has bounded work on hostile text', () => {
    const text = 'a'.repeat(500_000);
    const quote = { exact: `${'a'.repeat(9_000)}b`, prefix: 'b', suffix: 'b' };
    expect(anchorQuote(text, quote).state).toMatch(/moved|orphaned/);
  });
});

describe('properties of anchoring', () => {
  /** Distinct words, so that surroundings tell places apart. */
  const page = fc.uniqueArray(fc.string({ unit: fc.constantFrom(...'abcdeäñ한石ж7'), minLength: 3, maxLength: 9 }), {
    minLength: 25,
    maxLength: 60,
  });
  const place = fc.tuple(page, fc.nat(), fc.integer({ min: 1, max: 8 })).map(([all, from, count]) => {
    const first = from % (all.length - count);
    const start = all.slice(0, first).join(' ').length + (first > 0 ? 1 : 0);
    const text = all.join(' ');
    return { text, start, end: start + all.slice(first, first + count).join(' ').length };
  });

  it('a quote is found again in its own text at its own place', () => {
    fc.assert(
      fc.property(place, ({ text, start, end }) => {
        const quote = describeQuote(text, start, end);
        expect(anchorQuote(text, quote, { start, end })).toEqual({ state: 'anchored', start, end, score: 1 });
        expect(anchorQuote(text, quote)).toMatchObject({ state: 'anchored', start, end });
      }),
    );
  });

  it('words inserted elsewhere leave it on the same words', () => {
    fc.assert(
      fc.property(place, fc.nat(), fc.boolean(), ({ text, start, end }, near, before) => {
        const quote = describeQuote(text, start, end);
        const at = before ? near % (start + 1) : end + (near % (text.length - end + 1));
        const changed = `${text.slice(0, at)} QQQ VVV ${text.slice(at)}`;
        const found = anchorQuote(changed, quote, { start, end });
        // Inserted right beside a short quote, the words cost it its surroundings: rather orphaned than wrong.
        if (found.state !== 'orphaned') expect(changed.slice(found.start, found.end)).toBe(text.slice(start, end));
        if (at < start - 70 || at > end + 70) expect(found.state).not.toBe('orphaned');
      }),
    );
  });

  it('a quote that was deleted is orphaned', () => {
    fc.assert(
      fc.property(place, ({ text, start, end }) => {
        const quote = describeQuote(text, start, end);
        expect(anchorQuote(text.slice(0, start) + text.slice(end), quote)).toEqual({ state: 'orphaned' });
      }),
    );
  });

  it('changed white space does not lose it', () => {
    fc.assert(
      fc.property(place, fc.constantFrom('\n', '  ', '\r\n', '\u00a0', '\t \t'), ({ text, start, end }, space) => {
        const quote = describeQuote(text, start, end);
        const changed = text.replaceAll(' ', space);
        const found = anchorQuote(changed, quote, { start, end });
        expect(found.state).not.toBe('orphaned');
        if (found.state === 'orphaned') return;
        expect(changed.slice(found.start, found.end)).toBe(text.slice(start, end).replaceAll(' ', space));
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quoteOf, saneSpaces } from '../../../../renderer/reader/frame/quoteOf.ts';

describe('the quote of a selection', () => {
  const text = 'The  vessel was seen \nat the pier. Its certi\ufb01cate\u00a0was old.';

  test('has one space between words, keeps line ends, and spells ligatures out', () => {
    const start = text.indexOf('vessel');
    const end = text.indexOf('was old');
    expect(quoteOf(text, { start, end })).toEqual({
      quote: { exact: 'vessel was seen\nat the pier. Its certificate', prefix: 'The ', suffix: 'was old.' },
      clipped: false,
    });
  });

  test('of blanks alone is none', () => expect(quoteOf(text, { start: 3, end: 5 })).toBeNull());

  test('is clipped at what a passage can hold, and says so', () => {
    const long = 'word '.repeat(6_000);
    const quoted = quoteOf(long, { start: 0, end: long.length });
    expect([quoted?.clipped, (quoted?.quote.exact.length ?? 0) <= 20_000]).toEqual([true, true]);
  });

  test('Hangul and Arabic letters stay as they are; Arabic presentation forms become letters', () => {
    expect([saneSpaces('환적 일정'), saneSpaces('سفينة'), saneSpaces('\ufe8e')]).toEqual([
      '환적 일정',
      'سفينة',
      '\u0627',
    ]);
  });

  test('ligatures that stand for many letters do not outgrow a passage', () => {
    const quoted = quoteOf('\ufdfa'.repeat(3_000), { start: 100, end: 2_900 });
    expect([quoted?.clipped, quoted?.quote.exact.length === 20_000, (quoted?.quote.suffix.length ?? 0) <= 200]).toEqual(
      [true, true, true],
    );
  });

  test('fits the domain whatever is selected', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.nat(400), fc.nat(400), (any, a, b) => {
        const quoted = quoteOf(any, { start: Math.min(a, b), end: Math.max(a, b) });
        if (quoted === null) return;
        expect(quoted.quote.exact.trim()).toBe(quoted.quote.exact);
        expect(Math.max(quoted.quote.prefix.length, quoted.quote.suffix.length)).toBeLessThanOrEqual(200);
      }),
    );
  });
});

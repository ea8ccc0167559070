// A rectangle of cells quoted, found again, and named, whatever the cells hold.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sheetRows, sheetText } from '../../../shared/domain/sheet.ts';
import { areaName, areaOf, filledArea, findArea, quoteArea } from '../../../shared/domain/sheetQuote.ts';

const text = sheetText([
  ['Name', 'Passport', 'Joined', 'Paid'],
  ['Ri Chol (exercise)', '', '2017-11-26', 'yes'],
  ['김철 (연습)', '000000000', '2017-11-26', 'yes'],
  ['Ri Chol (exercise)', '', '2017-11-26', 'yes'],
]);
const cells = fc.array(fc.array(fc.constantFrom('', 'a', 'b', '선박', 'a b', '0'), { minLength: 1, maxLength: 5 }), {
  minLength: 1,
  maxLength: 6,
});

describe('a rectangle of cells', () => {
  test('is quoted without what lies beside it', () => {
    const { quote, span } = quoteArea(text, { top: 1, left: 2, bottom: 2, right: 3 });
    expect(quote.exact).toBe('2017-11-26\tyes\n2017-11-26\tyes');
    expect(text.slice(span.start, span.end)).toBe('2017-11-26\tyes\n김철 (연습)\t000000000\t2017-11-26\tyes');
    expect([quote.prefix.endsWith('Ri Chol (exercise)\t\t'), quote.suffix.startsWith('\nRi Chol')]).toEqual([
      true,
      true,
    ]);
  });

  test('is shrunk to the cells in which something stands', () => {
    expect(filledArea(sheetRows(text), { top: 1, left: 1, bottom: 1, right: 9 })).toEqual({
      top: 1,
      left: 2,
      bottom: 1,
      right: 3,
    });
    expect(filledArea(sheetRows(text), { top: 1, left: 1, bottom: 1, right: 1 })).toBeNull();
    expect(filledArea(sheetRows(text), { top: 50, left: 0, bottom: 60, right: 9 })).toBeNull();
  });

  test('is found where it stood, among equal ones', () => {
    const last = quoteArea(text, { top: 3, left: 0, bottom: 3, right: 3 });
    expect(findArea(text, last.quote, last.span.start)).toEqual({ ...last.span, isLikely: false });
  });

  test('is found by its surroundings where nobody knows its offset', () => {
    const last = quoteArea(text, { top: 3, left: 0, bottom: 3, right: 3 });
    expect(findArea(text, last.quote)).toEqual({ ...last.span, isLikely: false });
    expect(findArea(text, { ...last.quote, prefix: '', suffix: '' })).toMatchObject({ isLikely: true });
  });

  test('that changed is not found', () => {
    const { quote, span } = quoteArea(text, { top: 1, left: 2, bottom: 2, right: 3 });
    expect(findArea(text.replace('yes', 'no'), quote, span.start)).toBeNull();
  });

  test('of which words within a cell are a part is no area', () => {
    expect(findArea(text, { exact: 'Chol', prefix: '', suffix: '' })).toBeNull();
    expect(findArea(text, { exact: ' ', prefix: '', suffix: '' }, 0)).toBeNull();
  });

  test('an offset beyond the text is believed by nobody', () => {
    expect(findArea('a\tb', { exact: 'a\tb', prefix: '', suffix: '' }, 999)).toMatchObject({ start: 0, end: 3 });
  });

  test('whatever is selected is quoted, found there, and named as it was selected', () => {
    const corner = fc.nat(6);
    fc.assert(
      fc.property(cells, corner, corner, corner, corner, (rows, a, b, c, d) => {
        const page = sheetText(rows);
        const asked = { top: Math.min(a, b), bottom: Math.max(a, b), left: Math.min(c, d), right: Math.max(c, d) };
        const area = filledArea(sheetRows(page), asked);
        if (area === null) return;
        const { quote, span } = quoteArea(page, area);
        expect(findArea(page, quote, span.start)).toEqual({ ...span, isLikely: false });
        expect(areaOf(page, span, quote.exact)).toEqual(area);
      }),
    );
  });

  test('is named as spreadsheet programs name it', () => {
    const place = { firstRow: 200, firstColumn: 26 };
    expect(areaName({ top: 0, left: 0, bottom: 0, right: 0 }, place)).toBe('AA201');
    expect(areaName({ top: 3, left: 1, bottom: 8, right: 2 }, { firstRow: 0, firstColumn: 0 })).toBe('B4:C9');
  });
});

// Cells in a page's text: offsets become cell ranges and back, whatever the cells hold.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellAt, cellRange, cellText, columnName, sheetRows, sheetText } from '../../../shared/domain/sheet.ts';

const place = { name: 'Crew list', firstRow: 0, firstColumn: 0, isHidden: false };
const rows = [
  ['Name', 'Passport', 'Joined'],
  ['Ri Chol (exercise)', '', '2017-11-26'],
  ['김철 (연습)', '000000000'],
];

describe('cells in a text', () => {
  test('are told by their range, as spreadsheet programs write it', () => {
    const text = sheetText(rows);
    const at = (words: string) => text.indexOf(words);
    expect(cellRange(text, at('2017-11-26'), at('2017-11-26') + 10, place)).toBe('Crew list!C2');
    expect(cellRange(text, at('Ri Chol'), at('2017-11-26') + 10, place)).toBe('Crew list!A2:C2');
    expect(cellRange(text, at('Passport'), at('000000000') + 9, { ...place, firstRow: 200, firstColumn: 26 })).toBe(
      'Crew list!AB201:AB203',
    );
  });

  test('that hold line breaks and tabs stay one cell', () => {
    const text = sheetText([['two\nlines', 'a\ttab'], ['next']]);
    expect(sheetRows(text)).toEqual([['two\u2028lines', 'a tab'], ['next']]);
  });

  test('columns are named as in spreadsheets', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });

  test('every offset lies in the cell whose text stands there', () => {
    const cell = fc.string({ unit: 'binary', maxLength: 6 });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }), given => {
        const text = sheetText(given);
        const read = sheetRows(text);
        for (let offset = 0; offset < text.length; offset += 1) {
          const { row, column, start, end } = cellAt(text, offset);
          expect(text.slice(start, end)).toBe(read[row]?.[column]);
          expect(start <= offset && offset <= end).toBe(true);
        }
        // Nothing but empty cells at the end of a row is lost.
        const kept = given.map(cells => cells.map(cellText).join('\t').replace(/\t+$/, ''));
        expect(read.map(cells => cells.join('\t'))).toEqual(kept);
      }),
    );
  });
});

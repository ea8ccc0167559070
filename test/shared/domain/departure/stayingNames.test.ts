import fc from 'fast-check';
import { expect, test } from 'vitest';
import { StayingNames } from '../../../../shared/domain/departure/index.ts';

const names = new StayingNames(
  ['Letter on buoys', 'b-red.txt', '영수증', 'Manifest', 'EX-0007', 'A4', 'Panel report'],
  ['Picture report', 'Panel report 2019.pdf'],
);

test('a name is found in any case and spacing, and only as whole words', () => {
  for (const text of ['the LETTER on  Buoys', 'letter_on-buoys.pdf', 'was: B-RED.TXT', 'see ex 0007', 'the manifest'])
    expect([text, names.finds(text)]).toEqual([text, true]);
  for (const text of ['manifested', 'a letter on buoyancy', 'EX-00071', 'A4', '', 'Picture report'])
    expect([text, names.finds(text)]).toEqual([text, false]);
});

test('where words are written together, a name is found within them', () => {
  expect(names.finds('첨부된영수증을')).toBe(true);
  expect(names.finds('첨부된 서류')).toBe(false);
});

test('a name that stays is not betrayed by one that leaves and holds it, but by itself beside that', () => {
  expect(names.finds('admitted: Panel report 2019.pdf')).toBe(false);
  expect(names.finds('admitted: Panel report 2019.pdf, after the panel report')).toBe(true);
});

test('wherever a name is planted, it is found', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
      expect(names.finds(`${before}; Letter on buoys; ${after}`)).toBe(true);
    }),
    { numRuns: 100 },
  );
});

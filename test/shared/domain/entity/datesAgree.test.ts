// Dates of two records: a year and a day in it agree, and what both say is the year.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateInCommon } from '../../../../shared/domain/entity/datesAgree.ts';

test.each([
  [['1971-02-16'], ['1971'], '1971'],
  [['1971'], ['1971-02-16'], '1971'],
  [['1970', '1971-02'], ['1971-02-16'], '1971-02'],
  [['1971-02-16'], ['1972'], null],
  [['unknown'], ['1971'], null],
  [[], ['1971'], null],
])('of %o and %o both say %s', (left, right, common) => {
  expect(dateInCommon(left, right)).toBe(common);
});

test('it does not matter which record is on which side', () => {
  const date = fc.constantFrom('1971', '1971-02', '1971-02-16', '197X', '1972', '1971/1973');
  fc.assert(
    fc.property(date, date, (left, right) => {
      expect(dateInCommon([left], [right]) === null).toBe(dateInCommon([right], [left]) === null);
    }),
  );
});

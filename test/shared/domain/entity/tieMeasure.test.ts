// How much a tie is of: what was paid before what it was converted to, and shares; nothing invented where nothing is stated.
import { expect, test } from 'vitest';
import { tieMeasure } from '../../../../shared/domain/entity/tieMeasure.ts';

test.each([
  [{ amount: '100000', currency: 'KRW', amountEur: '71.4' }, '100,000 KRW'],
  [{ amountEur: '113969.15' }, '113,969.15 EUR'],
  [{ amount: 'about 2 million' }, 'about 2 million'],
  [{ percentage: '51' }, '51 %'],
  [{ percentage: '51%', sharesCount: '5100' }, '51%, 5,100 shares'],
  [{ currency: 'USD' }, ''],
  [{}, ''],
])('%o is “%s”', (values, words) => {
  expect(tieMeasure(new Map(Object.entries(values)))).toBe(words);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { convertQuantity, products, readQuantity, units, unitsFor } from '../../../../shared/domain/entity/quantity.ts';

const crude = products.find(one => one.product === 'crude') ?? null;
const diesel = products.find(one => one.product === 'diesel') ?? null;
const anyUnit = fc.constantFrom(...units.map(one => one.unit));

test('within a dimension the factor is exact, and said to be so', () => {
  expect(convertQuantity({ amount: 1000, unit: 'bbl' }, 'm³', null)).toEqual({
    amount: 158.987,
    unit: 'm³',
    factor: 0.158987294928,
    note: '1 bbl = 0.1589873 m³, by definition',
  });
  expect(convertQuantity({ amount: 12, unit: 'nautical miles' }, 'km', null)?.amount).toBe(22.224);
});

test('volume becomes mass by a named product alone, with the factor printed', () => {
  expect(convertQuantity({ amount: 7619, unit: 'bbl' }, 't', null)).toBeNull();
  const tonnes = convertQuantity({ amount: 7619, unit: 'bbl' }, 't', crude);
  expect(tonnes?.amount).toBe(1000);
  expect(tonnes?.note).toMatch(/^crude oil: 7\.619 bbl\/t; 1 bbl = 0\.1312508 t$/);
});

test('a factor that nobody verified says so wherever it is printed', () => {
  expect(convertQuantity({ amount: 75, unit: 'bbl' }, 't', diesel)).toMatchObject({ amount: 10 });
  for (const product of products)
    expect(convertQuantity({ amount: 1, unit: 't' }, 'bbl', product)?.note.includes('(verify)')).toBe(
      product.isToVerify,
    );
});

test('length never becomes mass or volume, whatever the product', () => {
  for (const product of [null, ...products])
    expect(convertQuantity({ amount: 1, unit: 'km' }, 'kg', product)).toBeNull();
});

test('there and back gives the amount again', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.001, max: 1e9, noNaN: true }),
      anyUnit,
      anyUnit,
      fc.constantFrom(null, ...products),
      (amount, unit, other, product) => {
        const there = convertQuantity({ amount, unit }, other, product);
        if (!there) return;
        const back = convertQuantity(there, unit, product);
        expect(Math.abs((back?.amount ?? 0) - amount) / amount).toBeLessThan(2e-5);
      },
    ),
  );
});

test('only units that can be computed are offered', () => {
  fc.assert(
    fc.property(anyUnit, fc.constantFrom(null, ...products), (unit, product) => {
      for (const other of unitsFor(unit, product))
        expect(convertQuantity({ amount: 1, unit }, other.unit, product)).not.toBeNull();
    }),
  );
  expect(unitsFor('crates', null)).toEqual([]);
});

test.each([
  ['1,000 bbl', { amount: 1000, unit: 'bbl' }],
  ['106,094.17 barrels', { amount: 106_094.17, unit: 'bbl' }],
  ['1.6 million barrels', { amount: 1_600_000, unit: 'bbl' }],
  ['3\u00a0500 MT', { amount: 3500, unit: 't' }],
  ['1.234.567,5 kg', { amount: 1_234_567.5, unit: 'kg' }],
  ['USD 120,000', { amount: 120_000, unit: 'USD' }],
  ['28 crates of tins', { amount: 28, unit: 'crates of tins' }],
  ['1.500 t', null],
  ['about a thousand tonnes', null],
  ['', null],
])('%s is read as it is printed, and not at all where it could mean two things', (words, read) => {
  expect(readQuantity(words)).toEqual(read);
});

import { expect, test } from 'vitest';
import {
  facetCount,
  narrows,
  plainFilter,
  sortBy,
  toggleFacet,
  widen,
} from '../../../../renderer/features/exhibit/exhibitFilter.ts';

test('a facet pressed twice leaves the filter as it was', () => {
  const once = toggleFacet(plainFilter, 'types', 'application/pdf');
  expect(once.types).toEqual(['application/pdf']);
  expect(facetCount(once)).toBe(1);
  expect(toggleFacet(once, 'types', 'application/pdf')).toEqual(plainFilter);
});

test('the same column again turns the order round; size and admission begin with the greatest', () => {
  expect(sortBy(plainFilter, 'number').descending).toBe(true);
  expect(sortBy(plainFilter, 'size')).toMatchObject({ sort: 'size', descending: true });
  expect(sortBy(plainFilter, 'title')).toMatchObject({ sort: 'title', descending: false });
});

test('an order hides nothing, everything else does', () => {
  expect(narrows(sortBy(plainFilter, 'title'))).toBe(false);
  expect(narrows({ ...plainFilter, words: '환적' })).toBe(true);
  expect(narrows({ ...plainFilter, show: 'problem' })).toBe(true);
});

test('widening keeps the order', () => {
  const sorted = sortBy(plainFilter, 'title');
  expect(widen({ ...sorted, show: 'unread', words: 'x' })).toEqual(sorted);
});

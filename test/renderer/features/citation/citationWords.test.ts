import { expect, test } from 'vitest';
import { citationName, standsOpen } from '../../../../renderer/features/citation/index.ts';

test('a citation is named by exhibit and printed page, with the index beside it where they differ', () => {
  expect(citationName({ exhibitNumber: 3, pageIndex: 3, pageLabel: 'ii' })).toBe('EX-0003, p. ii (PDF 4)');
  expect(citationName({ exhibitNumber: 42, pageIndex: 0, pageLabel: null })).toBe('EX-0042, p. 1');
});

test('only a contradiction without an answer stands open', () => {
  expect(standsOpen({ bearing: 'contradicts', rebuttal: ' ' })).toBe(true);
  expect(standsOpen({ bearing: 'contradicts', rebuttal: 'The log shows it.' })).toBe(false);
  expect(standsOpen({ bearing: 'supports', rebuttal: '' })).toBe(false);
});

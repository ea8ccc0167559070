import { expect, test } from 'vitest';
import { countOf, formatBytes, formatCount } from '../../../renderer/ui/index.ts';

test('numbers are grouped and sizes carry their unit', () => {
  expect(formatCount(1204)).toBe('1,204');
  expect(countOf(1, 'exhibit')).toBe('1 exhibit');
  expect(countOf(1204, 'exhibit')).toBe('1,204 exhibits');
  expect([0, 999, 1000, 1_250_000, 999_600, 48_300_000_000].map(formatBytes)).toEqual([
    '0\u202fbytes',
    '999\u202fbytes',
    '1\u202fkB',
    '1.3\u202fMB',
    '1\u202fMB',
    '48.3\u202fGB',
  ]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rangeOfKeys, rowAfterKey, rowStartingWith } from '../../../renderer/ui/lists/listKeys.ts';

test('a key never leads out of the list', () => {
  const keys = fc.constantFrom('ArrowDown', 'ArrowUp', 'Home', 'End', 'PageDown', 'PageUp');
  fc.assert(
    fc.property(keys, fc.integer({ min: 1, max: 1000 }), fc.nat(999), fc.nat(60), (key, count, at, inView) => {
      const next = rowAfterKey(key, Math.min(at, count - 1), count, inView);
      expect(next).toBeGreaterThanOrEqual(0);
      expect(next).toBeLessThan(count);
    }),
  );
});

test('an empty list has nowhere to go', () => {
  expect(rowAfterKey('ArrowDown', -1, 0, 10)).toBeNull();
});

test('a range holds both of its ends, whichever comes first', () => {
  expect([...rangeOfKeys(3, 1, String)]).toEqual(['1', '2', '3']);
});

test('a repeated letter walks round, a longer word stays on what it found', () => {
  const rows = ['Belmora', 'Anchorage', 'Bill', 'Annex'];
  const textOf = (index: number) => rows[index] ?? '';
  expect(rowStartingWith('b', 0, 4, textOf)).toBe(2);
  expect(rowStartingWith('b', 2, 4, textOf)).toBe(0);
  expect(rowStartingWith('bi', 2, 4, textOf)).toBe(2);
  expect(rowStartingWith('z', 2, 4, textOf)).toBeNull();
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exhibitNumber, readExhibitNumber } from '../../../shared/domain/exhibit.ts';
import { seriesEnd, seriesStart, vaultCode } from '../../../shared/domain/exhibitSeries.ts';
import { findingName } from '../../../shared/domain/finding.ts';
import { uuidv7, VaultId } from '../../../shared/kernel/ids.ts';

const vaultId = fc
  .uint8Array({ minLength: 10, maxLength: 10 })
  .map(random => VaultId.parse(`vlt-${uuidv7(1_790_000_000_000, random)}`));

test('the numbers of the vault that opened the case are bare', () => {
  expect([exhibitNumber(1), exhibitNumber(12345), findingName({ number: 3 })]).toEqual(['EX-0001', 'EX-12345', 'F-3']);
});

test('another vault counts in a series of its own, named by the five letters of its id, and each number is read back', () => {
  fc.assert(
    fc.property(vaultId, fc.integer({ min: 1, max: 99_999_999 }), (id, count) => {
      const number = seriesStart(id) + count;
      const printed = exhibitNumber(number);
      expect(Number.isSafeInteger(number)).toBe(true);
      expect(printed).toBe(`EX-${vaultCode(id)}-${String(count).padStart(4, '0')}`);
      expect(readExhibitNumber(printed)).toBe(number);
      expect(readExhibitNumber(printed.toLowerCase())).toBe(number);
    }),
  );
});

test('two vaults with other letters never give the same number', () => {
  fc.assert(
    fc.property(vaultId, vaultId, (left, right) => {
      fc.pre(vaultCode(left) !== vaultCode(right));
      const [a, b] = [left, right].map(seriesStart) as [number, number];
      expect(a >= seriesEnd(b) || b >= seriesEnd(a)).toBe(true);
    }),
  );
});

test('a number that is none is not read', () => {
  expect(['', 'EX-', 'EX-ABC-1', 'EX-ABCDE-', 'F-1', 'EX-1e3', '123456789'].map(readExhibitNumber)).toEqual(
    Array.from({ length: 7 }, () => null),
  );
});

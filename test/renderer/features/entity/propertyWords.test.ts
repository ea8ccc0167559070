// How properties are named within a sentence.
import { expect, test } from 'vitest';
import { inSentence, propertyLabel } from '../../../../renderer/features/entity/propertyWords.ts';

test('abbreviations keep their capitals, other words lose them', () => {
  expect(['IMO Number', 'MMSI', 'Former name', 'SWIFT/BIC', '국적'].map(inSentence)).toEqual([
    'IMO number',
    'MMSI',
    'former name',
    'SWIFT/BIC',
    '국적',
  ]);
});

test('the address of a wallet is not called like that of a house', () => {
  expect(propertyLabel(null, 'publicKey')).not.toBe(propertyLabel(null, 'address'));
});

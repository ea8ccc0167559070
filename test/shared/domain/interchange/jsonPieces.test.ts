/** Lists cut into their items, wherever the text is cut into pieces. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openJsonCutter } from '../../../../shared/domain/interchange/jsonPieces.ts';

function cut(text: string, size: number) {
  const cutter = openJsonCutter(['items']);
  const pieces = [];
  for (let from = 0; from < text.length; from += size) pieces.push(...cutter.add(text.slice(from, from + size)));
  return { items: pieces.map(({ json }) => JSON.parse(json) as unknown), isWhole: cutter.end() };
}

test('every item of a list comes out once and in order, objects or not, whatever the pieces and spaces', () => {
  const places = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.constantFrom(0, 1, '\t'), fc.boolean());
  fc.assert(
    fc.property(
      fc.array(fc.jsonValue({ maxDepth: 3 }), { maxLength: 6 }),
      places,
      (items, [size, space, isUnderKey]) => {
        const text = JSON.stringify(isUnderKey ? { about: '[{"', items, more: [1] } : items, null, space);
        expect(cut(text, size)).toEqual({ items: JSON.parse(JSON.stringify(items)), isWhole: true });
      },
    ),
  );
});

test('what breaks off is told', () => {
  expect(cut('[{"a":1},{"b":', 4)).toEqual({ items: [{ a: 1 }], isWhole: false });
});

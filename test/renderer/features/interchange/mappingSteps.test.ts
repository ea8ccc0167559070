import { expect, test } from 'vitest';
import {
  addEntity,
  originOf,
  propertyOptions,
  withEntity,
  withOrigin,
  withoutEntity,
} from '../../../../renderer/features/interchange/mappingSteps.ts';

const value = { property: 'name', column: 'Ship', literal: '', split: '/', entity: '' };
const ship = { key: 'vessel', schema: 'Vessel', keyColumns: [], properties: [value] };

test('a value is from a column, from the same words for each row, or another entity of the row', () => {
  expect(originOf(value)).toBe('column:Ship');
  const literal = withOrigin(value, 'literal');
  expect([originOf(literal), literal.split]).toEqual(['literal', '']);
  expect(originOf(withOrigin(literal, 'entity:owner'))).toBe('entity:owner');
  // A heading may hold the very sign.
  expect(withOrigin(literal, 'column:Owner: name').column).toBe('Owner: name');
});

test('a tie begins with both of its sides, each an entity that fits', () => {
  const two = addEntity({ entities: [ship] }, 'Company');
  const tied = addEntity(two, 'Ownership');
  expect(tied.entities[2]).toMatchObject({
    key: 'ownership',
    properties: [
      { property: 'owner', entity: 'company' },
      { property: 'asset', entity: 'vessel' },
    ],
  });
  expect(addEntity(tied, 'Company').entities[3]?.key).toBe('company 2');
});

test('what names an entity follows its new name, and goes with it', () => {
  const tied = addEntity(addEntity({ entities: [ship] }, 'Company'), 'Ownership');
  const renamed = withEntity(tied, 0, { ...ship, key: 'ship' });
  expect(renamed.entities[2]?.properties[1]?.entity).toBe('ship');
  expect(withoutEntity(renamed, 0).entities[1]?.properties.map(({ property }) => property)).toEqual(['owner']);
});

test('properties are offered with the featured first; one that the schema lacks stays in view', () => {
  const options = propertyOptions('Vessel', 'colour');
  expect(options.slice(0, 3).map(({ value: name }) => name)).toContain('name');
  expect(options.at(-1)).toEqual({ value: 'colour', label: 'colour' });
});

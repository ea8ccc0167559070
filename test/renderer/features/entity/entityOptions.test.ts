// The order of what is offered for selected words: who was looked for before a new one, and never a namesake by one word alone.
import { expect, test } from 'vitest';
import { entityOptions } from '../../../../renderer/features/entity/fromReading/entityOptions.ts';
import type { EntitySuggestion } from '../../../../shared/contract/entity.ts';

const weak = { id: 'ent_1', schema: 'Vessel', score: 40 } as unknown as EntitySuggestion;
const kindsOf = (property: string, isSought: boolean) =>
  entityOptions({
    suggestions: [weak],
    guess: { value: '2026010', property, schemata: ['Vessel'], note: 'A label stands before it.' },
    property,
    all: false,
    canMake: true,
    isSought,
  }).map(({ kind }) => kind);

test('whoever a number was looked for stands before a new one, so that Enter makes no double', () => {
  expect(kindsOf('imoNumber', true).slice(0, 2)).toEqual(['known', 'new']);
});

test('what has only some words in common with a selected name stands behind the new one', () => {
  expect(kindsOf('name', false).slice(0, 2)).toEqual(['new', 'known']);
});

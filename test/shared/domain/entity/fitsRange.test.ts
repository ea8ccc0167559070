import { expect, test } from 'vitest';
import { fitsRange, fittingEdges } from '../../../../shared/domain/entity/fitsRange.ts';
import { isA, schemaNames, schemaOrThing } from '../../../../shared/domain/ftm/index.ts';

const sidesOf = (schema: string, tie: string) =>
  fittingEdges(schema)
    .filter(one => one.schema === tie)
    .map(one => one.side);

test('a vessel is owned and owns nothing; a company does both; a person owns and is not owned', () => {
  expect(sidesOf('Vessel', 'Ownership')).toEqual(['target']);
  expect(sidesOf('Company', 'Ownership')).toEqual(['source', 'target']);
  expect(sidesOf('Person', 'Ownership')).toEqual(['source']);
});

test('a tie without direction is offered once', () => {
  expect(sidesOf('Person', 'Family')).toEqual(['source']);
  expect(sidesOf('Vessel', 'UnknownLink')).toEqual(['source']);
});

test('each tie offered fits the side that it is offered for, by the model', () => {
  for (const schema of schemaNames()) {
    for (const { schema: tie, side, otherRange } of fittingEdges(schema)) {
      const { edge, properties } = schemaOrThing(tie);
      const range = properties.get((side === 'source' ? edge?.source : edge?.target) ?? '')?.range ?? null;
      expect(fitsRange(schema, range)).toBe(true);
      expect(otherRange === null || isA(otherRange, otherRange)).toBe(true);
    }
  }
});

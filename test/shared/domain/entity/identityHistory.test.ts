import fc from 'fast-check';
import { expect, test } from 'vitest';
import { identityHistory } from '../../../../shared/domain/entity/identityHistory.ts';
import type { EntityId, StatementId } from '../../../../shared/kernel/ids.ts';

let next = 0;
const stated = (property: string, value: string, fromOn: string | null = null, toOn: string | null = null) => ({
  id: `stm-${++next}` as StatementId,
  property,
  value,
  quality: null,
  fromOn,
  toOn,
  withdrawnAt: null,
  targetCaption: null,
  targetCanonicalId: null,
});
const owner = (caption: string, fromOn: string | null, toOn: string | null) => ({
  entityId: `ent-tie-${++next}` as EntityId,
  statementId: `stm-${next}` as StatementId,
  schema: 'Ownership',
  direction: 'in' as const,
  role: '',
  other: { id: `ent-${next}` as EntityId, caption },
  fromOn,
  toOn,
});

test('names, flags and owners of a vessel stand in lanes under her IMO number', () => {
  const history = identityHistory(
    'Vessel',
    [
      stated('imoNumber', '9000003'),
      stated('name', 'FABULA HERON', '2019-05'),
      stated('previousName', 'EXERCISE DAWN', '2011', '2019-05'),
      stated('flag', 'pw', '2020-01', '2021-06'),
    ],
    [owner('Moru Shipping', '2018', null)],
  );
  expect(history.anchor).toEqual({ property: 'imoNumber', label: 'IMO Number', value: '9000003' });
  expect(history.lanes.map(lane => [lane.label, lane.rows, lane.spans.map(span => span.words)])).toEqual([
    ['Name', 1, ['EXERCISE DAWN', 'FABULA HERON']],
    ['Flag', 1, ['Palau']],
    ['Owner', 1, ['Moru Shipping']],
  ]);
  expect(history.extent).toEqual({ from: Date.UTC(2011, 0, 1), to: Date.UTC(2021, 6, 1) });
});

test('what has no date is listed apart, and the number that stays is not listed again', () => {
  const { lanes, undated } = identityHistory(
    'Company',
    [stated('registrationNumber', '0777'), stated('name', '모루해운'), stated('jurisdiction', 'hk')],
    [],
  );
  expect(lanes).toEqual([]);
  expect(undated.map(({ lane, words }) => `${lane}: ${words}`)).toEqual([
    'Name: 모루해운',
    'Jurisdiction: Hong Kong SAR',
  ]);
});

test('a withdrawn value is in no lane; a tie that is no ownership makes nobody an owner', () => {
  const { lanes } = identityHistory(
    'Vessel',
    [{ ...stated('name', 'A', '2019'), withdrawnAt: '2026-01-01T00:00:00.000Z' as never }],
    [{ ...owner('B', '2019', null), direction: 'out' as never }],
  );
  expect(lanes).toEqual([]);
});

const year = fc.integer({ min: 1990, max: 2030 });

test('spans of one row never overlap, and every value is in a lane or among the undated', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.option(year), fc.option(fc.nat(9))), { maxLength: 12 }), drawn => {
      const statements = drawn.map(([from, years], at) =>
        stated(
          'name',
          `NAME ${at}`,
          from === null ? null : String(from),
          from === null || years === null ? null : String(from + years),
        ),
      );
      const { lanes, undated } = identityHistory('Vessel', statements, []);
      const spans = lanes.flatMap(lane => lane.spans);
      expect(spans.length + undated.length).toBe(statements.length);
      for (const [at, left] of spans.entries())
        for (const right of spans.slice(at + 1))
          if (left.row === right.row)
            expect(Number((left.toOn ?? '9999').slice(0, 4))).toBeLessThanOrEqual(Number(right.fromOn));
    }),
  );
});

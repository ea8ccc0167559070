import { expect, test } from 'vitest';
import { elementsMatrix } from '../../../../renderer/features/finding/elements.ts';
import { cited, claimView, sourceId } from './builders.ts';

test('papers that quote one agency share a column and count as one voice', () => {
  const agency = { id: sourceId(), name: 'Agency', originIds: [], reliability: 'C' as const };
  const paper = { id: sourceId(), name: 'Paper', originIds: [agency.id], reliability: 'B' as const };
  const 신문 = { id: sourceId(), name: '신문', originIds: [agency.id], reliability: 'C' as const };
  const registry = { id: sourceId(), name: 'Registry', originIds: [], reliability: 'A' as const };
  const from = (source: { id: ReturnType<typeof sourceId>; name: string }, reliability: string) =>
    cited({ sourceId: source.id, sourceName: source.name, reliability });
  const both = claimView({ citations: [from(paper, 'B'), from(신문, 'C')] });
  const strong = claimView({ citations: [from(신문, 'C'), from(registry, 'A')] });
  const { columns, rows } = elementsMatrix([both, strong], [agency, paper, 신문, registry]);
  expect(columns.map(column => column.sources.map(source => source.name))).toEqual([['Paper', '신문'], ['Registry']]);
  expect(rows.map(row => row.independent)).toEqual([1, 2]);
});

test('only support of reliability A to C counts; what contradicts or has no source is shown all the same', () => {
  const weak = { id: sourceId(), name: 'Blog', originIds: [], reliability: 'E' as const };
  const claim = claimView({
    citations: [
      cited({ sourceId: weak.id, sourceName: 'Blog', reliability: 'E' }),
      cited(),
      cited({ bearing: 'contradicts', sourceId: sourceId(), sourceName: 'Gone', reliability: 'A' }),
    ],
  });
  const { columns, rows } = elementsMatrix([claim], [weak]);
  expect(columns.map(column => column.sources[0]?.name)).toEqual(['Blog', 'No source on record', 'Gone']);
  expect(rows[0]?.independent).toBe(0);
  expect([...(rows[0]?.cells.values() ?? [])].flat()).toHaveLength(3);
});

test('two sources of the same name stay two', () => {
  const one = { id: sourceId(), name: 'Registry', originIds: [], reliability: 'A' as const };
  const two = { id: sourceId(), name: 'Registry', originIds: [], reliability: 'B' as const };
  const claim = claimView({
    citations: [one, two].map(({ id, name, reliability }) => cited({ sourceId: id, sourceName: name, reliability })),
  });
  expect(elementsMatrix([claim], [one, two]).rows[0]?.independent).toBe(2);
});

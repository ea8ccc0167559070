/** Graphs of any shape for the rules of the chart: loops, parallels, parts without a tie, dates that are open or missing. */
import fc from 'fast-check';
import type { Graph, GraphNode, GraphTie } from '../../../../shared/domain/chart/index.ts';

const date = fc.option(
  fc.oneof(
    fc.integer({ min: 1990, max: 2030 }).map(String),
    fc
      .tuple(fc.integer({ min: 1990, max: 2030 }), fc.integer({ min: 1, max: 12 }))
      .map(([y, m]) => `${y}-${String(m).padStart(2, '0')}~`),
  ),
  { nil: null },
);

export const aNode = (id: string, more: Partial<GraphNode> = {}): GraphNode => ({
  id,
  kind: 'thing',
  schema: 'Company',
  caption: id,
  fromOn: null,
  toOn: null,
  ...more,
});
export const aTie = (id: string, sourceId: string, targetId: string, more: Partial<GraphTie> = {}): GraphTie => ({
  id,
  schema: 'Ownership',
  property: null,
  sourceId,
  targetId,
  directed: true,
  label: 'owns',
  backLabel: 'is owned by',
  role: '',
  fromOn: null,
  toOn: null,
  strength: 'possible',
  citationCount: 0,
  ...more,
});

export const randomGraph: fc.Arbitrary<Graph> = fc.integer({ min: 1, max: 12 }).chain(count => {
  const index = fc.integer({ min: 0, max: count - 1 });
  return fc
    .record({
      dates: fc.array(fc.tuple(date, date), { minLength: count, maxLength: count }),
      ties: fc.array(fc.tuple(index, index, date, date, fc.boolean()), { maxLength: 24 }),
    })
    .map(({ dates, ties }) => ({
      nodes: dates.map(([fromOn, toOn], at) => aNode(`n${at}`, { fromOn, toOn })),
      edges: ties.map(([from, to, fromOn, toOn, directed], at) =>
        aTie(`t${at}`, `n${from}`, `n${to}`, { fromOn, toOn, directed }),
      ),
    }));
});

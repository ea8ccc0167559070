/** The force layout: the same graph the same picture, pins stay, no two names on each other, and it stops when told. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inSlices } from '../../../../renderer/features/chart/layout/inSlices.ts';
import type { Positions } from '../../../../shared/domain/chart/index.ts';
import { forceSteps } from '../../../../shared/domain/chart/layout/forceSteps.ts';
import { randomGraph } from '../../../shared/domain/chart/randomGraph.ts';

function settle(graph: Parameters<typeof forceSteps>[0], pins: Positions = new Map()): Positions {
  const steps = forceSteps(graph, pins);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

test('the same graph gives the same picture, and every node a place that is a number', () => {
  fc.assert(
    fc.property(randomGraph, graph => {
      const made = settle(graph);
      expect([...made.keys()].sort()).toEqual(graph.nodes.map(node => node.id).sort());
      expect([...made.values()].every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
      expect(settle({ nodes: [...graph.nodes].reverse(), edges: graph.edges })).toEqual(made);
    }),
    { numRuns: 30 },
  );
});

test('a pinned node stays where it is', () => {
  fc.assert(
    fc.property(randomGraph, graph => {
      const pins = new Map([['n0', { x: 400, y: -300 }]]);
      expect(settle(graph, pins).get('n0')).toEqual({ x: 400, y: -300 });
    }),
    { numRuns: 30 },
  );
});

test('sliced it comes to the same, and ends with the reason of whoever stops it', async () => {
  const graph = {
    nodes: Array.from({ length: 60 }, (_, at) => ({ id: `n${at}` })),
    edges: Array.from({ length: 90 }, (_, at) => ({
      id: `t${at}`,
      sourceId: `n${at % 60}`,
      targetId: `n${(at * 7) % 60}`,
      directed: true,
    })),
  };
  expect(await inSlices(forceSteps(graph, new Map()), new AbortController().signal)).toEqual(settle(graph));
  const stopped = AbortSignal.abort(new Error('another layout'));
  const endless = (function* (): Generator<void, never> {
    for (;;) yield;
  })();
  await expect(inSlices(endless, stopped)).rejects.toThrow('another layout');
});

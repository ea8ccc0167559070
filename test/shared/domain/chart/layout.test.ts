/** Layouts: everyone gets a place, the same graph the same one, and pinned nodes stay. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeBesideKnown, type Positions } from '../../../../shared/domain/chart/index.ts';
import { circleLayout, gridLayout, ringsLayout } from '../../../../shared/domain/chart/layout/orders.ts';
import { ROOM, withPins } from '../../../../shared/domain/chart/layout/positions.ts';
import { treeLayout } from '../../../../shared/domain/chart/layout/tree.ts';
import { aNode, aTie, randomGraph } from './randomGraph.ts';

const layouts = { circleLayout, gridLayout, ringsLayout, treeLayout };

describe.each(Object.entries(layouts))('%s', (_name, layout) => {
  test('everyone gets a place of their own, whatever the order in which they were read', () => {
    fc.assert(
      fc.property(randomGraph, graph => {
        const made = layout(graph);
        expect([...made.keys()].sort()).toEqual(graph.nodes.map(node => node.id).sort());
        expect(new Set([...made.values()].map(({ x, y }) => `${x},${y}`)).size).toBe(graph.nodes.length);
        expect(layout({ nodes: [...graph.nodes].reverse(), edges: graph.edges })).toEqual(made);
      }),
    );
  });
});

test('owners stand above what they own, also where ties close a ring', () => {
  const made = treeLayout({
    nodes: ['parent', 'child', 'grandchild'].map(id => aNode(id)),
    edges: [aTie('1', 'parent', 'child'), aTie('2', 'child', 'grandchild'), aTie('3', 'parent', 'grandchild')],
  });
  const height = (id: string) => made.get(id)?.y ?? Number.NaN;
  expect(height('parent')).toBeLessThan(height('child'));
  expect(height('child')).toBeLessThan(height('grandchild'));
});

test('pins win over a layout', () => {
  const made = gridLayout({ nodes: [aNode('a'), aNode('b')], edges: [] });
  expect(withPins(made, new Map([['a', { x: 7, y: 9 }]])).get('a')).toEqual({ x: 7, y: 9 });
});

test('newcomers move nobody who was there, and cover none of them', () => {
  fc.assert(
    fc.property(randomGraph, graph => {
      const half = graph.nodes.slice(0, Math.ceil(graph.nodes.length / 2));
      const known: Positions = new Map(half.map(({ id }, at) => [id, { x: at * 400, y: 0 }]));
      const placed = placeBesideKnown(graph, known);
      for (const [id, point] of known) expect(placed.get(id)).toEqual(point);
      expect(placed.size).toBe(graph.nodes.length);
      const points = [...placed.values()];
      const covered = points.some((one, at) =>
        points.some((other, index) => index > at && Math.hypot(one.x - other.x, one.y - other.y) < ROOM.height / 3),
      );
      expect(covered).toBe(false);
    }),
  );
});

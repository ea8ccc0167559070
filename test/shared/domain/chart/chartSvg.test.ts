/** The picture that leaves: the same scene the same bytes, words as words, nothing of a name as markup. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chartSvg, type ChartPicture, gather, sceneOf } from '../../../../shared/domain/chart/index.ts';
import { gridLayout } from '../../../../shared/domain/chart/layout/orders.ts';
import { aNode, aTie, randomGraph } from './randomGraph.ts';

const picture = (graph: Parameters<typeof sceneOf>[0], more: Partial<ChartPicture> = {}): ChartPicture => ({
  scene: sceneOf(graph, { groups: [], notes: [] }),
  positions: gridLayout(graph),
  title: 'Chart',
  description: 'Who owns what',
  sourceLine: '',
  asAt: '',
  iconOf: () => '',
  ...more,
});

test('names, words of ties, notes, legend and source line stand in it as text', () => {
  const graph = {
    nodes: [aNode('a', { caption: '연습해운' }), aNode('b', { caption: 'MV FABULA HERON' })],
    edges: [aTie('1', 'a', 'b', { strength: 'contested', fromOn: '2019', toOn: '2021-05' })],
  };
  const scene = sceneOf(graph, {
    groups: [],
    notes: [{ id: 'n', text: 'Ask the registry', x: 0, y: 300, width: 180 }],
  });
  const svg = chartSvg(picture(graph, { scene, sourceLine: 'Source: EX-0001, p. 2', asAt: 'As at 2021' }));
  for (const words of [
    '연습해운',
    'MV FABULA HERON',
    'owns, 2019–2021',
    'Ask the registry',
    'Source: EX-0001, p. 2',
    'As at 2021',
    'contested: double line',
    '<desc id="description">Who owns what',
  ])
    expect(svg).toContain(words);
});

test('the same scene makes the same bytes', () => {
  fc.assert(
    fc.property(randomGraph, graph => {
      const first = chartSvg(picture(graph));
      expect(chartSvg(picture(structuredClone(graph)))).toBe(first);
    }),
    { numRuns: 20 },
  );
});

test('whatever a name holds, the document is well formed and has no element of its making', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), name => {
      const svg = chartSvg(picture({ nodes: [aNode('a', { caption: `<script>"'&${name}` })], edges: [] }));
      expect(svg).not.toContain('<script');
      expect(svg.match(/<(?![/?a-z])/g)).toBeNull();
      expect(svg.match(/&(?!(?:amp|lt|gt|quot|#39);)/g)).toBeNull();
    }),
  );
});

test('a box is drawn around its members, folded it stands as one with their number', () => {
  const graph = { nodes: [aNode('a'), aNode('b')], edges: [aTie('1', 'a', 'b')] };
  const group = { id: 'g', label: 'Fleet', memberIds: ['a', 'b'], collapsed: false };
  expect(chartSvg(picture(graph, { scene: sceneOf(graph, { groups: [group], notes: [] }) }))).toContain('>Fleet<');
  const folded = { ...group, collapsed: true };
  expect(gather(graph, [folded]).nodes).toEqual([]);
  expect(chartSvg(picture(graph, { scene: sceneOf(graph, { groups: [folded], notes: [] }) }))).toContain('>Fleet (2)<');
});

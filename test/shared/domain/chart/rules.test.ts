/** What a chart shows: dates, ways between two, neighbours, boxes, bends and statistics. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  asOf,
  bendsOf,
  columnsOf,
  expansionsOf,
  gather,
  labelLines,
  lineStyles,
  neighbourhood,
  pathsBetween,
  shortestPaths,
  statisticsOf,
  tieWords,
  turningDays,
  withGroup,
} from '../../../../shared/domain/chart/index.ts';
import { aNode, aTie, randomGraph } from './randomGraph.ts';

describe('as at a date', () => {
  test('a tie whose dates are known is there while it may have held, one without dates always', () => {
    const graph = {
      nodes: [aNode('a'), aNode('b')],
      edges: [
        aTie('open', 'a', 'b', { fromOn: '2021-03' }),
        aTie('over', 'a', 'b', { fromOn: '2015', toOn: '2019~' }),
        aTie('undated', 'a', 'b'),
      ],
    };
    const on = (date: string) => asOf(graph, date).edges.map(tie => tie.id);
    expect(on('2021-03-31')).toEqual(['open', 'undated']);
    expect(on('2019-12-31')).toEqual(['over', 'undated']);
    expect(on('2020')).toEqual(['undated']);
    expect(asOf(graph, null)).toBe(graph);
  });

  test('no tie is left without its ends, and nothing is added', () => {
    fc.assert(
      fc.property(randomGraph, fc.integer({ min: 1985, max: 2035 }), (graph, year) => {
        const shown = asOf(graph, String(year));
        const ids = new Set(shown.nodes.map(node => node.id));
        expect(shown.edges.every(tie => ids.has(tie.sourceId) && ids.has(tie.targetId))).toBe(true);
        expect(graph.nodes).toEqual(expect.arrayContaining([...shown.nodes]));
      }),
    );
  });

  test('between two neighbouring turning days nothing changes', () => {
    const graph = {
      nodes: [aNode('a'), aNode('b')],
      edges: [aTie('one', 'a', 'b', { fromOn: '2021-03-07', toOn: '2021-05-02' })],
    };
    expect(turningDays(graph)).toEqual(['2021-03-07', '2021-05-02']);
    expect(asOf(graph, '2021-05-02').edges).toHaveLength(1);
    expect(asOf(graph, '2021-05-03').edges).toHaveLength(0);
    expect(asOf(graph, '2021-03-06').edges).toHaveLength(0);
  });
});

describe('paths', () => {
  const square = {
    edges: [
      aTie('ab', 'a', 'b'),
      aTie('cb', 'c', 'b'),
      aTie('ad', 'a', 'd'),
      aTie('dc', 'd', 'c'),
      aTie('ab2', 'b', 'a'),
      aTie('ae', 'a', 'e'),
      aTie('ef', 'e', 'f'),
      aTie('fc', 'f', 'c'),
    ],
  };

  test('all shortest ways come first, whichever way ties point, several ties between two as one', () => {
    const { paths, more } = pathsBetween(square, 'a', 'c', 10);
    expect(paths.map(path => path.nodeIds.join(''))).toEqual(['abc', 'adc', 'aefc']);
    expect(paths[0]?.tieIds).toEqual([['ab', 'ab2'], ['cb']]);
    expect(more).toBe(false);
    expect(shortestPaths(square, 'a', 'c', 10).paths).toHaveLength(2);
    expect(pathsBetween(square, 'a', 'c', 1)).toMatchObject({ more: true });
  });

  test('none where there is no way', () => {
    expect(pathsBetween({ edges: [aTie('ab', 'a', 'b')] }, 'a', 'z', 5).paths).toEqual([]);
  });

  test('each is a way over ties that are there, passes nobody twice, and none is shorter than the one before', () => {
    fc.assert(
      fc.property(randomGraph, graph => {
        const [from, to] = [graph.nodes[0]?.id ?? '', graph.nodes.at(-1)?.id ?? ''];
        const { paths } = pathsBetween(graph, from, to, 6);
        const ties = new Map(graph.edges.map(tie => [tie.id, tie]));
        for (const { nodeIds, tieIds } of paths) {
          expect(new Set(nodeIds).size).toBe(nodeIds.length);
          expect([nodeIds[0], nodeIds.at(-1)]).toEqual([from, to]);
          tieIds.forEach((ids, at) => {
            expect(ids.length).toBeGreaterThan(0);
            for (const id of ids) {
              const tie = ties.get(id);
              expect([tie?.sourceId, tie?.targetId].sort()).toEqual([nodeIds[at], nodeIds[at + 1]].sort());
            }
          });
        }
        const lengths = paths.map(path => path.nodeIds.length);
        expect(lengths).toEqual([...lengths].sort((left, right) => left - right));
        expect(new Set(paths.map(path => path.nodeIds.join(' '))).size).toBe(paths.length);
        const reached = neighbourhood(graph, [from], 99).has(to) && from !== to;
        expect(paths.length > 0).toBe(reached);
        const first = lengths[0];
        if (first !== undefined) expect(neighbourhood(graph, [from], first - 2).has(to)).toBe(false);
      }),
    );
  });
});

describe('neighbours', () => {
  test('a step more never loses anyone', () => {
    fc.assert(
      fc.property(randomGraph, fc.integer({ min: 0, max: 5 }), (graph, steps) => {
        const near = neighbourhood(graph, ['n0'], steps);
        const far = neighbourhood(graph, ['n0'], steps + 1);
        expect([...near].every(id => far.has(id))).toBe(true);
      }),
    );
  });

  test('what an entity could bring is told by type, with how many are new', () => {
    const graph = {
      nodes: [aNode('a'), aNode('b'), aNode('c'), aNode('e', { kind: 'event', schema: 'Event' })],
      edges: [
        aTie('1', 'a', 'b'),
        aTie('2', 'c', 'a'),
        aTie('3', 'a', 'e', { property: 'participant', schema: 'Event' }),
        aTie('4', 'a', 'c', { schema: 'Payment' }),
      ],
    };
    expect(expansionsOf(graph, 'a', new Set(['a', 'b']))).toEqual([
      { key: 'node:Event', label: 'Events', tieCount: 1, newIds: ['e'] },
      { key: 'tie:Ownership', label: 'Ownerships', tieCount: 2, newIds: ['c'] },
      { key: 'tie:Payment', label: 'Payments', tieCount: 1, newIds: ['c'] },
    ]);
  });
});

describe('boxes', () => {
  const graph = {
    nodes: [aNode('a'), aNode('b'), aNode('c')],
    edges: [aTie('ab', 'a', 'b'), aTie('bc', 'b', 'c'), aTie('ac', 'a', 'c')],
  };

  test('folded, a box takes the ties that leave it; inner ones go', () => {
    const group = { id: 'g', label: 'Fleet', memberIds: ['a', 'b', 'gone'], collapsed: true };
    const gathered = gather(graph, [group]);
    expect(gathered.nodes.map(node => node.id)).toEqual(['c']);
    expect(gathered.edges.map(tie => [tie.id, tie.sourceId, tie.targetId])).toEqual([
      ['bc', 'g', 'c'],
      ['ac', 'g', 'c'],
    ]);
    expect(gather(graph, [{ ...group, collapsed: false }]).edges).toEqual(graph.edges);
  });

  test('every entity is drawn or in one folded box, and every tie is drawn or inside one', () => {
    const groups = fc.array(
      fc.record({
        id: fc.constantFrom('g1', 'g2', 'g3'),
        label: fc.constant('box'),
        memberIds: fc.uniqueArray(fc.integer({ min: 0, max: 12 }).map(at => `n${at}`)),
        collapsed: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(randomGraph, groups, (any, boxes) => {
        const { nodes, edges, foldedInto } = gather(any, boxes);
        expect(nodes.length + foldedInto.size).toBe(any.nodes.length);
        const inner = any.edges.filter(
          tie => foldedInto.has(tie.sourceId) && foldedInto.get(tie.sourceId) === foldedInto.get(tie.targetId),
        );
        expect(edges.length + inner.length).toBe(any.edges.length);
      }),
    );
  });

  test('who joins a new box leaves the old one; an empty box goes', () => {
    const one = { id: '1', label: '', memberIds: ['a'], collapsed: false };
    const two = { id: '2', label: '', memberIds: ['a', 'b'], collapsed: false };
    expect(withGroup([one], two)).toEqual([two]);
  });
});

test('several ties between the same two never lie on each other, whichever way they point', () => {
  fc.assert(
    fc.property(randomGraph, graph => {
      const bends = bendsOf(graph.edges);
      const seen = new Set<string>();
      for (const tie of graph.edges) {
        const side = tie.sourceId <= tie.targetId ? 1 : -1;
        const place = `${[tie.sourceId, tie.targetId].sort().join(' ')} ${(bends.get(tie.id) ?? 0) * side}`;
        expect(seen.has(place)).toBe(false);
        seen.add(place);
      }
    }),
  );
});

test('degrees of strength differ in the shape of their lines, not in colour alone', () => {
  const shapes = Object.values(lineStyles).map(({ dash, isDouble }) => `${dash.join(' ')}/${isDouble}`);
  expect(new Set(shapes).size).toBe(4);
});

describe('names under nodes', () => {
  test('no line is wider than its room, no more lines than asked, and a short name stays whole', () => {
    const names = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 120 }), fc.stringMatching(/^[가-힣 ]{0,80}$/));
    fc.assert(
      fc.property(names, fc.integer({ min: 8, max: 40 }), fc.integer({ min: 1, max: 4 }), (name, width, most) => {
        const lines = labelLines(name, width, most);
        expect(lines.length).toBeLessThanOrEqual(most);
        for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(width);
      }),
    );
    expect(labelLines('MV FABULA HERON', 24, 3)).toEqual(['MV FABULA HERON']);
  });

  test('names of a series stay told apart by their ends', () => {
    const name = (number: number) => `연습해운 주식회사 제이호 선박 관리 및 용선 사업부 특수목적법인 제${number}호`;
    expect(labelLines(name(7), 20, 2).join('')).not.toBe(labelLines(name(8), 20, 2).join(''));
  });
});

describe('statistics', () => {
  test('the one in the middle of a line stands between all others', () => {
    const graph = {
      nodes: ['a', 'b', 'c', 'x'].map(id => aNode(id)),
      edges: [aTie('1', 'a', 'b'), aTie('2', 'c', 'b', { citationCount: 2 })],
    };
    const found = statisticsOf(graph);
    expect(found.get('b')).toMatchObject({ in: 2, out: 0, ties: 2, others: 2, citations: 2, part: 1 });
    expect(found.get('b')?.between).toBeCloseTo(2 / 6);
    expect(found.get('x')).toMatchObject({ ties: 0, part: 2, between: 0 });
  });

  test('every tie is counted at both of its ends, a loop once', () => {
    fc.assert(
      fc.property(randomGraph, graph => {
        const loops = graph.edges.filter(tie => tie.sourceId === tie.targetId).length;
        const sum = [...statisticsOf(graph).values()].reduce((total, one) => total + one.ties, 0);
        expect(sum).toBe(graph.edges.length * 2 - loops);
      }),
    );
  });
});

test('who took part in an event stands before it and reads with the part that was played', () => {
  const tie = { ownerSchema: 'Event', ownerKind: 'event' as const, property: 'participant' };
  expect(tieWords({ ...tie, role: 'seller' })).toEqual({
    label: 'took part as seller in',
    backLabel: 'had as seller',
    ownerIsSource: false,
  });
  expect(tieWords({ ...tie, role: '' }).label).toBe('took part in');
});

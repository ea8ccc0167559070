/** Where everything stands: a first layout, places for newcomers, and layouts that a person asks for. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ChartGraph } from '../../../../shared/contract/chart.ts';
import { gather, placeBesideKnown, type Point, type Positions } from '../../../../shared/domain/chart/index.ts';
import { ringsLayout } from '../../../../shared/domain/chart/layout/orders.ts';
import type { LayoutGraph } from '../../../../shared/domain/chart/layout/positions.ts';
import { afterNextFrames } from '../layout/afterNextFrames.ts';
import { layOut, type LayoutName } from '../layout/layouts.ts';
import type { ChartState } from './chartState.ts';
import type { ChartSteps } from './useChartState.ts';

/** With more than these one sees them in rings at once, while the layout settles. */
const SHOWN_AT_ONCE = 300;

export interface Places {
  positions: Positions;
  /** A layout is at work. */
  settling: boolean;
  /** Counts layouts that came to rest: the view then fits them. */
  settled: number;
  layOutAs(name: LayoutName): void;
}

export function usePlaces(graph: ChartGraph | undefined, state: ChartState, { take, settle }: ChartSteps): Places {
  const { groups, hiddenIds, positions: placed, pinnedIds, layout } = state;
  // All times together: what is not there on a date keeps its place, and nothing jumps while one moves the date.
  const all = useMemo(() => (graph ? layoutGraph(graph, groups, hiddenIds) : null), [graph, groups, hiddenIds]);
  const known: Positions = useMemo(() => new Map(Object.entries(placed)), [placed]);
  const [settling, setSettling] = useState(false);
  const [settled, setSettled] = useState(0);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const run = useCallback(
    async (name: LayoutName, of: LayoutGraph, pins: Positions, then: (made: Positions) => void) => {
      running.current?.abort();
      const mine = new AbortController();
      running.current = mine;
      setSettling(true);
      try {
        if (pins.size === 0 && of.nodes.length > SHOWN_AT_ONCE) await afterNextFrames();
        const made = await layOut(name, of, pins, mine.signal);
        if (!mine.signal.aborted) {
          then(made);
          setSettled(count => count + 1);
        }
      } catch (error) {
        if (!mine.signal.aborted) throw error;
      } finally {
        if (running.current === mine) setSettling(false);
      }
    },
    [],
  );

  const missing = all?.nodes.some(node => !known.has(node.id)) ?? false;
  const isFirst = missing && all !== null && !all.nodes.some(node => known.has(node.id));
  useEffect(() => {
    if (!all || !isFirst || all.nodes.length === 0) return;
    void run(layout, all, new Map(), made => settle(now => ({ ...now, positions: asRecord(made, now.positions) })));
  }, [all, isFirst, layout, run, settle]);
  useEffect(() => {
    if (!all || !missing || isFirst) return;
    const made = placeBesideKnown(all, known);
    settle(now => ({ ...now, positions: asRecord(made, now.positions) }));
  }, [all, missing, isFirst, known, settle]);

  const interim = useMemo(
    () => (all && isFirst && all.nodes.length > SHOWN_AT_ONCE ? ringsLayout(all) : null),
    [all, isFirst],
  );
  const pinned = useMemo(() => {
    const ids = new Set(pinnedIds);
    return new Map([...known].filter(([id]) => ids.has(id)));
  }, [known, pinnedIds]);
  const layOutAs = useCallback(
    (name: LayoutName) => {
      if (!all) return;
      void run(name, all, pinned, made =>
        take('the layout', now => ({ ...now, layout: name, positions: asRecord(made, now.positions) })),
      );
    },
    [all, pinned, run, take],
  );
  return { positions: interim ?? known, settling, settled, layOutAs };
}

/** Folded boxes are laid out as one; what a person hid has no place in it. */
function layoutGraph(graph: ChartGraph, groups: ChartState['groups'], hiddenIds: readonly string[]): LayoutGraph {
  const hidden = new Set(hiddenIds);
  const nodes = graph.nodes.filter(node => !hidden.has(node.id));
  const ids = new Set<string>(nodes.map(node => node.id));
  const edges = graph.edges.filter(tie => ids.has(tie.sourceId) && ids.has(tie.targetId));
  const gathered = gather({ nodes, edges }, groups);
  const folded = gathered.groups.filter(group => group.collapsed).map(({ id }) => ({ id }));
  return { nodes: [...gathered.nodes.map(({ id }) => ({ id })), ...folded], edges: gathered.edges };
}

function asRecord(made: Positions, before: ChartState['positions']): Record<string, Point> {
  return { ...before, ...Object.fromEntries(made) };
}

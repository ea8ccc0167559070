/** The chart of a case as the place draws it: graph, what of it is shown, where it stands, and what is chosen. */
import { useMemo } from 'react';
import type { ChartEdge, ChartGraph, ChartNode } from '../../../../shared/contract/chart.ts';
import { gather, type Scene, sceneOf, shownGraph } from '../../../../shared/domain/chart/index.ts';
import type { CaseId } from '../../../../shared/kernel/ids.ts';
import type { ChartState } from './chartState.ts';
import { type ChartGraphRead, useChartGraph } from './useChartGraph.ts';
import { type ChartSteps, useChartState } from './useChartState.ts';
import { type Places, usePlaces } from './usePlaces.ts';

export interface Chart extends ChartSteps, Omit<ChartGraphRead, 'graph'> {
  caseId: CaseId;
  state: ChartState;
  /** Everything, hidden ones and other dates included. */
  graph: ChartGraph;
  isRead: boolean;
  shown: ChartGraph;
  scene: Scene;
  /** The folded box in which an entity is. */
  foldedInto: ReadonlyMap<string, string>;
  nodes: ReadonlyMap<string, ChartNode>;
  ties: ReadonlyMap<string, ChartEdge>;
  places: Places;
}

const nothing: ChartGraph = { nodes: [], edges: [] };

export function useChart(caseId: CaseId): Chart {
  const [state, steps] = useChartState(caseId);
  const { graph: read, ...rest } = useChartGraph(caseId, state.broughtIds);
  const places = usePlaces(read, state, steps);
  const graph = read ?? nothing;
  const { hiddenIds, asAt, groups, notes } = state;
  const shown = useMemo(() => {
    const { nodes, edges } = shownGraph<ChartNode, ChartEdge>(graph, { hiddenIds, asAt });
    return { nodes: [...nodes], edges: [...edges] };
  }, [graph, hiddenIds, asAt]);
  const scene = useMemo(() => sceneOf(shown, { groups, notes }), [shown, groups, notes]);
  const foldedInto = useMemo(() => gather(shown, groups).foldedInto, [shown, groups]);
  const nodes = useMemo(() => new Map<string, ChartNode>(graph.nodes.map(node => [node.id, node])), [graph]);
  const ties = useMemo(() => new Map<string, ChartEdge>(graph.edges.map(tie => [tie.id, tie])), [graph]);
  return {
    ...rest,
    ...steps,
    caseId,
    state,
    graph,
    isRead: read !== undefined,
    shown,
    scene,
    foldedInto,
    nodes,
    ties,
    places,
  };
}

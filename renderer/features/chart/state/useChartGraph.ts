import { useMemo } from 'react';
import type { ChartGraph } from '../../../../shared/contract/chart.ts';
import { joinGraphs, keepNodes, neighbours } from '../../../../shared/domain/chart/index.ts';
import type { ErrorReport } from '../../../../shared/kernel/errors.ts';
import type { CaseId, EntityId } from '../../../../shared/kernel/ids.ts';
import { useQuery } from '../../../api/index.ts';

export interface ChartGraphRead {
  /** Of the case and what was brought; undefined until read. */
  graph: ChartGraph | undefined;
  ofCase: ReadonlySet<string>;
  error: ErrorReport | null;
  refetch(): void;
}

export function useChartGraph(caseId: CaseId, broughtIds: readonly EntityId[]): ChartGraphRead {
  const ofCase = useQuery('chart.graph', { caseId });
  const beyond = useQuery(
    'chart.graph',
    { caseId: null, around: [...broughtIds], steps: 1 },
    { skip: broughtIds.length === 0, keepPrevious: true },
  );
  const caseIds = useMemo(() => new Set<string>(ofCase.data?.nodes.map(node => node.id)), [ofCase.data]);
  const graph = useMemo(() => {
    if (!ofCase.data) return undefined;
    if (broughtIds.length === 0 || !beyond.data) return ofCase.data;
    const kept = new Set<string>([...caseIds, ...broughtIds]);
    const joined = joinGraphs(
      ofCase.data,
      keepNodes(beyond.data, id => kept.has(id)),
    );
    return { nodes: [...joined.nodes], edges: [...joined.edges] };
  }, [ofCase.data, beyond.data, broughtIds, caseIds]);
  return { graph, ofCase: caseIds, error: ofCase.error ?? beyond.error, refetch: ofCase.refetch };
}

/** The ties of each entity, by both ends. */
export function useNeighbours(graph: ChartGraph | undefined) {
  return useMemo(() => neighbours(graph ?? { edges: [] }), [graph]);
}

/** Ways between two entities: over what is shown, or over all of the vault; one is lit on the canvas while it is chosen. */
import { useMemo, useState } from 'react';
import { joinGraphs, type Path, pathsBetween } from '../../../../shared/domain/chart/index.ts';
import type { EntityId } from '../../../../shared/kernel/ids.ts';
import { useQuery } from '../../../api/index.ts';
import { Button, Checkbox, countOf, Failed, Loading } from '../../../ui/index.ts';
import type { Chart } from '../state/useChart.ts';

export interface PathsProps {
  fromId: string;
  toId: string;
  chart: Chart;
  lit: Path | null;
  onLight(path: Path | null): void;
  onBring(ids: readonly string[]): void;
}

/** So many at first, and more with each press. */
const STEP = 5;

export function Paths({ fromId, toId, chart, lit, onLight, onBring }: PathsProps) {
  const [count, setCount] = useState(STEP);
  const [beyond, setBeyond] = useState(false);
  // From both ends two steps: ways of up to four ties, whatever lies between.
  const vault = useQuery(
    'chart.graph',
    { caseId: null, around: [fromId as EntityId, toId as EntityId], steps: 2 },
    { skip: !beyond },
  );
  const found = beyond ? vault.data : undefined;
  const graph = useMemo(() => (found ? joinGraphs(chart.shown, found) : chart.shown), [chart.shown, found]);
  const { paths, more } = useMemo(() => pathsBetween(graph, fromId, toId, count), [graph, fromId, toId, count]);
  const shown = new Set(chart.shown.nodes.map(node => node.id as string));
  const names = new Map(graph.nodes.map(node => [node.id as string, node.caption]));
  const ties = new Map(graph.edges.map(tie => [tie.id, tie]));
  const words = (path: Path, at: number) =>
    path.tieIds[at]
      ?.map(id => ties.get(id))
      .map(tie => (tie?.sourceId === path.nodeIds[at] ? tie?.label : tie?.backLabel))
      .join(' / ') ?? '';
  const isLit = (path: Path) => lit?.nodeIds.join() === path.nodeIds.join();
  return (
    <div className="chart-paths">
      <Checkbox
        label="Look beyond what is shown"
        hint="Through the whole vault, up to four ties."
        checked={beyond}
        onChange={setBeyond}
      />
      {vault.error && <Failed error={vault.error} onRetry={vault.refetch} />}
      {beyond && !vault.data && !vault.error && <Loading label="Looking for ways" rows={2} />}
      {paths.length === 0 && (
        <p className="inspector-soft">No way between them is known{beyond ? ' in the vault' : ' on the chart'}.</p>
      )}
      <ol className="chart-path-list">
        {paths.map(path => {
          const missing = path.nodeIds.filter(id => !shown.has(id));
          return (
            <li key={path.nodeIds.join()}>
              <button
                type="button"
                className="chart-path"
                aria-pressed={isLit(path)}
                onClick={() => onLight(isLit(path) ? null : path)}
              >
                <span className="chart-path-length">{countOf(path.tieIds.length, 'tie')}</span>
                <span dir="auto">
                  {path.nodeIds.map((id, at) => (
                    <span key={id}>
                      {at > 0 && <span className="chart-path-words"> {words(path, at - 1)} </span>}
                      {names.get(id)}
                    </span>
                  ))}
                </span>
              </button>
              {missing.length > 0 && (
                <Button kind="quiet" onPress={() => onBring(missing)}>
                  Bring {countOf(missing.length, 'entity', 'entities')} onto the chart
                </Button>
              )}
            </li>
          );
        })}
      </ol>
      {more && (
        <Button kind="quiet" onPress={() => setCount(count + STEP)}>
          More ways
        </Button>
      )}
    </div>
  );
}

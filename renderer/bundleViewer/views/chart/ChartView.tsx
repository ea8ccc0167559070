/** The link chart: who is tied to whom, drawn from where each stood when the bundle was made, and as a table. */
import { useMemo, useRef, useState } from 'react';
import type { BundleChart } from '../../../../shared/domain/bundle/bundleChart.ts';
import { legendWords, strengthsInOrder } from '../../../../shared/domain/chart/index.ts';
import { CanvasTools } from '../../canvas/CanvasTools.tsx';
import { FindBox } from '../../canvas/FindBox.tsx';
import { loadChart } from '../../content/loadParts.ts';
import { useLoaded } from '../../content/useLoaded.ts';
import type { PlaceProps } from '../../Place.tsx';
import { PrintOnly } from '../../shell/PrintOnly.tsx';
import { EntityDetail } from '../entity/EntityDetail.tsx';
import { Failure } from '../Failure.tsx';
import { counted, dateWords } from '../words.ts';
import { ChartCanvas, type ChartHandle } from './ChartCanvas.tsx';
import { ChartTable } from './ChartTable.tsx';
import { placedScene } from './chartScene.ts';
import { signsOf } from './schemaSign.ts';

export function ChartView(props: PlaceProps) {
  const loaded = useLoaded('chart', () => loadChart(props.index.bundle));
  if (loaded.state === 'failed') return <Failure title="The chart cannot be shown" error={loaded.error} />;
  if (loaded.state === 'loading') return <p role="status" aria-label="Opening the chart" />;
  if (loaded.value.nodes.length === 0)
    return <p className="empty-list">Nobody in this bundle is tied to anybody, so there is nothing to draw.</p>;
  return <Chart chart={loaded.value} {...props} />;
}

function Chart({ chart, ...props }: PlaceProps & { chart: BundleChart }) {
  const { route, go } = props;
  const { item } = route;
  const [viewId, setViewId] = useState('');
  const [showsTable, setShowsTable] = useState(false);
  const handle = useRef<ChartHandle>(null);
  const view = chart.views.find(one => one.id === viewId) ?? null;
  const placed = useMemo(() => placedScene(chart, view), [chart, view]);
  const { chosen, near, chosenNode } = useChosen(chart, item);
  const names = useMemo(() => {
    const shown = new Set(placed.scene.nodes.map(node => node.id));
    return chart.nodes.filter(node => shown.has(node.id));
  }, [chart, placed]);
  const openTie = (tieId: string): void => go({ item: chart.ties.find(tie => tie.id === tieId)?.entityId ?? null });
  const openNode = (id: string | null): void => go({ item: chart.nodes.some(node => node.id === id) ? id : null });
  return (
    <div className="canvas-view">
      <CanvasTools
        {...{ showsTable, setShowsTable }}
        onZoom={nearer => handle.current?.zoom(nearer)}
        onFit={() => handle.current?.fit()}
      >
        {chart.views.length > 0 && (
          <select aria-label="View of the chart" value={viewId} onChange={event => setViewId(event.target.value)}>
            <option value="">All</option>
            {chart.views.map(one => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        )}
        <FindBox label="Find on the chart" names={names} onFound={id => go({ item: id })} />
        <span className="quiet told">
          {counted(placed.scene.nodes.length, 'node')}, {counted(placed.scene.ties.length, 'tie')}
          {view?.asAt && `, as at ${dateWords(view.asAt)}`}
        </span>
      </CanvasTools>
      <div className={item === null ? 'canvas-room' : 'canvas-room with-detail'}>
        {showsTable ? (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard
          <section className="canvas-table" tabIndex={0} aria-label="The chart in rows">
            <ChartTable {...{ chart, placed, item }} onOpen={id => go({ item: id })} />
          </section>
        ) : (
          <ChartCanvas {...{ placed, chosen, near, chosenNode, handle }} onNode={openNode} onTie={openTie} />
        )}
        {item !== null && (
          <div className="canvas-detail">
            <button type="button" className="plain-button close" aria-label="Close" onClick={() => go({ item: null })}>
              ✕
            </button>
            <EntityDetail id={item} {...props} />
          </div>
        )}
      </div>
      {!showsTable && <Legend chart={chart} />}
      <PrintOnly>{() => <ChartTable {...{ chart, placed, item: null }} onOpen={() => undefined} />}</PrintOnly>
    </div>
  );
}

/** The entity that is looked at, as a node or as a tie, and what is next to it. */
function useChosen(chart: BundleChart, item: string | null) {
  return useMemo(() => {
    if (item === null) return { chosen: new Set<string>(), near: null, chosenNode: null };
    const isNode = chart.nodes.some(node => node.id === item);
    const ties = chart.ties.filter(tie => tie.entityId === item || tie.sourceId === item || tie.targetId === item);
    const own = chart.ties.filter(tie => tie.entityId === item);
    const chosen = new Set([...own.map(tie => tie.id), ...(isNode ? [item] : [])]);
    if (chosen.size === 0) return { chosen, near: null, chosenNode: null };
    const near = new Set([item, ...ties.flatMap(tie => [tie.id, tie.sourceId, tie.targetId])]);
    return { chosen, near, chosenNode: isNode ? item : (own[0]?.sourceId ?? null) };
  }, [chart, item]);
}

function Legend({ chart }: { chart: BundleChart }) {
  const used = strengthsInOrder.filter(strength => chart.ties.some(tie => tie.strength === strength));
  return (
    <p className="canvas-legend quiet">
      {used.map(strength => (
        <span key={strength}>{legendWords(strength)}</span>
      ))}
      {signsOf(chart.nodes.map(node => node.schema)).map(({ sign, words }) => (
        <span key={words}>
          <b>{sign}</b> {words}
        </span>
      ))}
    </p>
  );
}

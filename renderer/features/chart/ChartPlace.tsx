/** The link chart of a case: canvas or table, a date, and what is known of what is chosen. */
import { Waypoints } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Path } from '../../../shared/domain/chart/index.ts';
import { paperPalette } from '../../../shared/domain/chart/index.ts';
import { Button, Empty, Failed, Loading, Panes } from '../../ui/index.ts';
import { useNavigate, useRoute } from '../../workbench/index.ts';
import { useCaseMemory } from '../memory/index.ts';
import { ChartCanvas } from './canvas/ChartCanvas.tsx';
import type { CanvasHandle } from './canvas/canvasHandle.ts';
import { type Icons, IconSheet } from './canvas/IconSheet.tsx';
import { NodeMenu, type OpenMenu } from './canvas/NodeMenu.tsx';
import { Overlay } from './canvas/Overlay.tsx';
import { useWindowPalette } from './canvas/windowPalette.ts';
import { ChartInspector } from './inspector/ChartInspector.tsx';
import { useLeaving } from './leaving/useLeaving.ts';
import { chartActions } from './state/chartActions.ts';
import { type ChartMode, chartHand } from './state/chartHand.ts';
import { bring, moveTo } from './state/chartState.ts';
import { type Chart, useChart } from './state/useChart.ts';
import { useChartViews } from './state/useChartViews.ts';
import { usePicks } from './state/usePicks.ts';
import { ChartTable } from './table/ChartTable.tsx';
import { describeGraph } from './tieReading.ts';
import { AsOfBar } from './toolbar/AsOfBar.tsx';
import { ChartToolbar } from './toolbar/ChartToolbar.tsx';
import { useChartCommands } from './useChartCommands.ts';
import './chart.css';

export function ChartPlace() {
  const { caseId } = useRoute();
  const { go } = useNavigate();
  const chart = useChart(caseId);
  if (chart.error) return <Failed error={chart.error} onRetry={chart.refetch} />;
  if (!chart.isRead) return <Loading label="Reading the chart" rows={8} />;
  if (chart.graph.nodes.length === 0) {
    return (
      <>
        <h1 className="visually-hidden">Chart</h1>
        <Empty
          icon={Waypoints}
          title="Nothing to draw yet"
          text="People, companies, vessels and events of the case stand here, with the ties between them, each leading to the words it rests on. Select a name in an exhibit and press E, or make an entity by hand."
          action={<Button onPress={() => go({ place: 'entities' })}>Go to the entities</Button>}
        />
      </>
    );
  }
  return <OpenChart chart={chart} />;
}

function OpenChart({ chart }: { chart: Chart }) {
  const { entityId } = useRoute();
  const [{ mode }, hand] = useCaseMemory(chartHand, chart.caseId);
  const setMode = (next: ChartMode) => hand(now => ({ ...now, mode: next }));
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const [path, setPath] = useState<Path | null>(null);
  const [icons, setIcons] = useState<Icons | null>(null);
  const palette = useWindowPalette();
  const handle = useRef<CanvasHandle | null>(null);
  const findBox = useRef<HTMLInputElement>(null);
  const canvas = useCallback(() => handle.current, []);
  const picks = usePicks(chart);
  const actions = chartActions(chart, picks, canvas);
  const views = useChartViews(chart, canvas);
  const { scene, shown, state, places, take, settle } = chart;
  const leaving = useLeaving({
    chart,
    icons,
    draw: async () => {
      const picture = await handle.current?.picture(paperPalette, palette);
      if (!picture) throw new Error('a picture of a chart that is not drawn');
      return picture;
    },
  });
  const onKey = useChartCommands({
    chart,
    picks,
    actions,
    canvas,
    mode,
    onMode: setMode,
    find: () => findBox.current?.focus(),
  });

  // Only while its two ends are what is chosen is a way between them lit.
  const [from, to] = picks.nodeIds;
  const lit =
    path && picks.nodeIds.length === 2 && path.nodeIds[0] === from && path.nodeIds.at(-1) === to ? path : null;
  const litIds = useMemo(() => (lit ? new Set([...lit.nodeIds, ...lit.tieIds.flat()]) : null), [lit]);
  const schemata = useMemo(() => [...new Set(chart.graph.nodes.map(node => node.schema))].sort(), [chart.graph]);

  const { settled } = places;
  useEffect(() => {
    if (settled > 0) handle.current?.fit();
  }, [settled]);
  useRouted(chart, entityId, id => {
    picks.chooseNodes([id]);
    handle.current?.centreOn(id);
  });
  const chosenOne = picks.nodeIds.length === 1 ? chart.nodes.get(picks.nodeIds[0] ?? '')?.caption : undefined;

  const main = (
    <div className="chart-main">
      {mode === 'canvas' ? (
        <div className="chart-room">
          <ChartCanvas
            ref={handle}
            label={`Chart of ${describeGraph(shown)}. The table holds the same.`}
            scene={scene}
            positions={places.positions}
            pinnedIds={state.pinnedIds}
            icons={icons}
            palette={palette}
            chosenIds={picks.drawnIds}
            litIds={litIds}
            camera={state.camera}
            onPress={picks.press}
            onFrame={ids => picks.chooseNodes([...new Set([...picks.nodeIds, ...ids])])}
            onMenu={(of, at) => {
              // What is chosen together stays so when the menu of one of them opens.
              if (!picks.drawnIds.has(of.id)) picks.press(of);
              setMenu({ of, at });
            }}
            onMoved={moved => take('moving on the chart', now => moveTo(now, moved))}
            onCamera={camera => settle(now => ({ ...now, camera }))}
            onKey={onKey}
          />
          <Overlay canvas={canvas} settling={places.settling} />
        </div>
      ) : (
        <ChartTable chart={chart} picks={picks} />
      )}
      <AsOfBar chart={chart} />
      <p className="visually-hidden" role="status">
        {chosenOne ?? ''}
      </p>
    </div>
  );
  return (
    <div className="chart-place">
      <h1 className="visually-hidden">Chart</h1>
      <IconSheet schemata={schemata} onIcons={setIcons} />
      <ChartToolbar
        {...{ chart, views, leaving, mode, findBox }}
        onMode={setMode}
        onFind={({ id }) => {
          picks.chooseNodes([id]);
          handle.current?.centreOn(chart.foldedInto.get(id) ?? id);
        }}
        onNote={actions.addNote}
      />
      <Panes
        id="chart"
        main={main}
        mainLabel="Chart"
        right={<ChartInspector {...{ chart, picks, actions, lit }} onLight={setPath} />}
        rightWidth={340}
      />
      <NodeMenu {...{ menu, chart, picks, actions }} onClose={() => setMenu(null)} />
    </div>
  );
}

/** Another place asked for an entity: it is brought if it is not of the case, chosen and centred, once. */
function useRouted(chart: Chart, entityId: string | undefined, show: (id: string) => void): void {
  const done = useRef<string | undefined>(undefined);
  const isThere = entityId !== undefined && chart.shown.nodes.some(node => node.id === entityId);
  const latest = useRef({ chart, show });
  latest.current = { chart, show };
  useEffect(() => {
    if (entityId === undefined || done.current === entityId) return;
    if (isThere) {
      done.current = entityId;
      latest.current.show(entityId);
    } else {
      const { ofCase, settle } = latest.current.chart;
      settle(now => bring(now, [entityId], ofCase));
    }
  }, [entityId, isThere]);
}

import type { Path } from '../../../../shared/domain/chart/index.ts';
import { PaneHeader } from '../../../ui/index.ts';
import type { ChartActions } from '../state/chartActions.ts';
import type { Chart } from '../state/useChart.ts';
import type { Picks } from '../state/usePicks.ts';
import { BoxInspector } from './BoxInspector.tsx';
import { ChartSummary } from './ChartSummary.tsx';
import { NodeInspector } from './NodeInspector.tsx';
import { NoteInspector } from './NoteInspector.tsx';
import { SeveralInspector } from './SeveralInspector.tsx';
import { TieInspector } from './TieInspector.tsx';

export interface ChartInspectorProps {
  chart: Chart;
  picks: Picks;
  actions: ChartActions;
  lit: Path | null;
  onLight(path: Path | null): void;
}

/** What is known of what is chosen. */
export function ChartInspector(props: ChartInspectorProps) {
  const [title, content] = inspected(props);
  return (
    <>
      <PaneHeader title={title} />
      <div className="chart-inspector">{content}</div>
    </>
  );
}

function inspected({ chart, picks, actions, lit, onLight }: ChartInspectorProps) {
  const tie = picks.tieId === null ? undefined : chart.ties.get(picks.tieId);
  if (tie) return ['Tie', <TieInspector key={tie.id} tie={tie} chart={chart} />] as const;
  const note = chart.state.notes.find(one => one.id === picks.noteId);
  if (note) return ['Note', <NoteInspector key={note.id} note={note} actions={actions} />] as const;
  const box = chart.state.groups.find(one => one.id === picks.boxId);
  if (box) return ['Group', <BoxInspector key={box.id} box={box} chart={chart} actions={actions} />] as const;
  const [only] = picks.nodeIds;
  const node = picks.nodeIds.length === 1 && only !== undefined ? chart.nodes.get(only) : undefined;
  if (node) return ['Entity', <NodeInspector key={node.id} {...{ node, chart, picks, actions }} />] as const;
  if (picks.nodeIds.length > 1)
    return ['Entities', <SeveralInspector key="several" {...{ chart, picks, actions, lit, onLight }} />] as const;
  return ['Chart', <ChartSummary key="chart" {...{ chart, picks, actions }} />] as const;
}

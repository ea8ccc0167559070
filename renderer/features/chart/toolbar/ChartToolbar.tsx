import { Download, StickyNote, Table2, Waypoints } from 'lucide-react';
import type { Ref } from 'react';
import type { ChartNode } from '../../../../shared/contract/chart.ts';
import { IconButton, MenuButton, Segmented, Toolbar } from '../../../ui/index.ts';
import { AddFigure } from '../../figure/index.ts';
import { layouts } from '../layout/layouts.ts';
import { entitiesOf, useCitationIds } from '../leaving/chartCitations.ts';
import type { Leaving } from '../leaving/useLeaving.ts';
import type { ChartMode } from '../state/chartHand.ts';
import type { Chart } from '../state/useChart.ts';
import type { ChartViews } from '../state/useChartViews.ts';
import { FindBox } from './FindBox.tsx';
import { ViewsMenu } from './ViewsMenu.tsx';

export interface ChartToolbarProps {
  chart: Chart;
  views: ChartViews;
  leaving: Leaving;
  mode: ChartMode;
  onMode(mode: ChartMode): void;
  onFind(node: ChartNode): void;
  onNote(): void;
  findBox: Ref<HTMLInputElement>;
}

const modes = [
  { value: 'canvas' as const, label: 'Canvas', icon: Waypoints },
  { value: 'table' as const, label: 'Table', icon: Table2 },
];

export function ChartToolbar({ chart, views, leaving, mode, onMode, onFind, onNote, findBox }: ChartToolbarProps) {
  const { state, places, shown } = chart;
  const citationIds = useCitationIds(shown);
  const current = layouts.find(one => one.name === state.layout);
  return (
    <Toolbar label="Chart">
      <Segmented label="Shown as" options={modes} value={mode} onChange={onMode} />
      <FindBox nodes={shown.nodes} onFind={onFind} ref={findBox} />
      <MenuButton
        label="Layout"
        icon={current?.icon}
        disabled={mode === 'table'}
        items={layouts.map(({ name, label, hint, icon }) => ({
          label,
          hint,
          icon,
          checked: name === state.layout,
          onSelect: () => places.layOutAs(name),
        }))}
      >
        {current?.label}
      </MenuButton>
      <ViewsMenu views={views} />
      <IconButton icon={StickyNote} label="Add a note" disabled={mode === 'table'} onPress={onNote} />
      <div className="chart-leaving">
        <AddFigure
          caseId={chart.caseId}
          kind="chart"
          caption={leaving.caption}
          altText={leaving.altText}
          entityIds={entitiesOf(shown)}
          citationIds={citationIds ?? []}
          picture={leaving.picture}
          table={leaving.table}
          disabled={shown.nodes.length === 0 || mode === 'table' || citationIds === null}
        />
        <MenuButton
          label="Export"
          icon={Download}
          items={[
            { label: 'Picture, SVG', hint: 'Names as text; for layout and the web', onSelect: leaving.saveSvg },
            { label: 'Picture, PNG', hint: 'For any document', disabled: mode === 'table', onSelect: leaving.savePng },
            'separator',
            { label: 'GraphML', hint: 'yEd, Gephi, NetworkX', onSelect: () => leaving.exportAs('graphml', 'graphml') },
            { label: 'GEXF', hint: 'Gephi', onSelect: () => leaving.exportAs('gexf', 'gexf') },
            {
              label: 'FollowTheMoney',
              hint: 'OpenAleph, OpenSanctions',
              onSelect: () => leaving.exportAs('ftm', 'ftm.json'),
            },
          ]}
        />
      </div>
    </Toolbar>
  );
}

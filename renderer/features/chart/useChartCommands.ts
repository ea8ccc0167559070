import type { KeyboardEvent } from 'react';
import { useCommands } from '../../workbench/index.ts';
import type { CanvasHandle } from './canvas/canvasHandle.ts';
import { layouts } from './layout/layouts.ts';
import type { ChartActions } from './state/chartActions.ts';
import type { ChartMode } from './state/chartHand.ts';
import type { Chart } from './state/useChart.ts';
import type { Picks } from './state/usePicks.ts';

export interface CommandParts {
  chart: Chart;
  picks: Picks;
  actions: ChartActions;
  canvas(): CanvasHandle | null;
  mode: ChartMode;
  onMode(mode: ChartMode): void;
  find(): void;
}

const section = 'Chart';

/** In the palette; those with a letter also while the canvas has the focus. */
export function useChartCommands({
  chart,
  picks,
  actions,
  canvas,
  mode,
  onMode,
  find,
}: CommandParts): (event: KeyboardEvent) => boolean {
  const { nodeIds } = picks;
  const some = nodeIds.length > 0;
  const unpinned = nodeIds.some(id => !chart.state.pinnedIds.includes(id));
  const onCanvas = mode === 'canvas';
  useCommands([
    { id: 'chart.find', title: 'Find an entity on the chart', section, shortcut: 'Shift+F', run: find },
    {
      id: 'chart.mode',
      title: onCanvas ? 'Show the chart as a table' : 'Show the chart as a canvas',
      section,
      shortcut: 'Shift+T',
      run: () => onMode(onCanvas ? 'table' : 'canvas'),
    },
    { id: 'chart.fit', title: 'Bring all of the chart in sight', section, when: onCanvas, run: () => canvas()?.fit() },
    {
      id: 'chart.note',
      title: 'Add a note to the chart',
      section,
      when: onCanvas,
      shortcut: 'Shift+N',
      run: actions.addNote,
    },
    {
      id: 'chart.hide',
      title: 'Hide what is chosen on the chart',
      section,
      when: some,
      run: () => actions.hide(nodeIds),
    },
    {
      id: 'chart.showHidden',
      title: 'Show what is hidden on the chart',
      section,
      when: chart.state.hiddenIds.length > 0,
      run: actions.showHidden,
    },
    {
      id: 'chart.around',
      title: 'Show only what is chosen and its neighbours',
      section,
      when: some,
      run: () => actions.showAround(nodeIds),
    },
    {
      id: 'chart.pin',
      title: unpinned ? 'Pin what is chosen' : 'Unpin what is chosen',
      section,
      when: some,
      run: () => actions.pin(nodeIds, unpinned),
    },
    {
      id: 'chart.group',
      title: 'Group what is chosen on the chart',
      section,
      when: nodeIds.length > 1,
      run: () => actions.group(nodeIds),
    },
    ...layouts.map(({ name, label }) => ({
      id: `chart.layout.${name}`,
      title: `Lay the chart out: ${label.toLowerCase()}`,
      section,
      when: onCanvas,
      run: () => chart.places.layOutAs(name),
    })),
  ]);
  return event => {
    const key = event.key.toLowerCase();
    if (key === 'a' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) {
      picks.chooseNodes(chart.shown.nodes.map(node => node.id));
      return true;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    if (key === 'escape' && picks.drawnIds.size > 0) picks.press(null);
    else if (key === '0') canvas()?.fit();
    else if ((key === 'h' || key === 'delete') && picks.noteId !== null) actions.removeNote(picks.noteId);
    else if ((key === 'h' || key === 'delete') && some) actions.hide(nodeIds);
    else if (key === 'p' && some) actions.pin(nodeIds, unpinned);
    else return false;
    return true;
  };
}

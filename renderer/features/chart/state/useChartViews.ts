import type { ChartView } from '../../../../shared/contract/chart.ts';
import { call, useQuery } from '../../../api/index.ts';
import { useStep } from '../../citation/index.ts';
import type { CanvasHandle } from '../canvas/canvasHandle.ts';
import { blankChart, contentOf, differs, stateOfView } from './chartState.ts';
import type { Chart } from './useChart.ts';

export interface ChartViews {
  all: readonly ChartView[];
  open: ChartView | null;
  /** Since it was saved. */
  changed: boolean;
  show(view: ChartView): void;
  save(): Promise<boolean>;
  saveAs(name: string): Promise<boolean>;
  withdraw(): Promise<boolean>;
  blank(): void;
}

export function useChartViews(
  { caseId, state, ofCase, take, settle }: Chart,
  canvas: () => CanvasHandle | null,
): ChartViews {
  const { data = [] } = useQuery('chart.views', { caseId });
  const step = useStep();
  const open = data.find(view => view.id === state.view?.id) ?? null;
  const content = () => contentOf({ ...state, camera: canvas()?.camera() ?? state.camera });
  const put = (view: Pick<ChartView, 'id' | 'name' | 'content'>) =>
    call('chart.saveView', { caseId, viewId: view.id, name: view.name, content: view.content });
  return {
    all: data,
    open,
    changed: open !== null && differs(state, open.content),
    show: view => {
      take(`opening the view “${view.name}”`, () => stateOfView(view, ofCase));
      if (view.content.camera) canvas()?.look(view.content.camera);
    },
    save: () =>
      step(async () => {
        if (!open) throw new Error('no view is open to be saved');
        const before = open;
        const after = await put({ ...open, content: content() });
        return {
          label: `saving the view “${open.name}”`,
          undo: async () => void (await put(before)),
          redo: async () => void (await put(after)),
        };
      }, 'View saved.'),
    saveAs: name =>
      step(async () => {
        const made = await call('chart.saveView', { caseId, name, content: content() });
        settle(now => ({ ...now, view: { id: made.id, name: made.name } }));
        return {
          label: `saving the view “${name}”`,
          undo: async () => void (await call('chart.withdrawView', { viewId: made.id })),
          redo: async () => void (await put(made)),
        };
      }, 'View saved.'),
    withdraw: () =>
      step(async () => {
        if (!open) throw new Error('no view is open to be withdrawn');
        await call('chart.withdrawView', { viewId: open.id });
        settle(now => ({ ...now, view: null }));
        return {
          label: `withdrawing the view “${open.name}”`,
          undo: async () => void (await put(open)),
          redo: async () => void (await call('chart.withdrawView', { viewId: open.id })),
        };
      }, 'View withdrawn.'),
    blank: () => take('beginning the chart anew', () => blankChart),
  };
}

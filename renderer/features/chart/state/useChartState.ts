import { useCallback, useMemo } from 'react';
import type { CaseId } from '../../../../shared/kernel/ids.ts';
import { useUndo } from '../../../workbench/index.ts';
import { CaseMemory, useCaseMemory } from '../../exhibit/index.ts';
import { blankChart, type ChartState } from './chartState.ts';

/** Gone with the lock; what is to last is saved as a view. */
export const chartMemory = new CaseMemory<ChartState>(blankChart);

export interface ChartSteps {
  /** A step that can be taken back; `label` as in "Undo …". */
  take(label: string, step: (state: ChartState) => ChartState): void;
  /** Without a trace in undo: what follows from something else, such as where newcomers are put. */
  settle(step: (state: ChartState) => ChartState): void;
}

export function useChartState(caseId: CaseId): [ChartState, ChartSteps] {
  const [state] = useCaseMemory(chartMemory, caseId);
  const { push } = useUndo();
  const settle = useCallback((step: (state: ChartState) => ChartState) => chartMemory.change(caseId, step), [caseId]);
  const take = useCallback(
    (label: string, step: (state: ChartState) => ChartState) => {
      const before = chartMemory.get(caseId);
      chartMemory.change(caseId, step);
      const after = chartMemory.get(caseId);
      if (after === before) return;
      push({
        label,
        undo: async () => settle(now => restored(before, now)),
        redo: async () => settle(now => restored(after, now)),
      });
    },
    [caseId, push, settle],
  );
  const steps = useMemo(() => ({ take, settle }), [take, settle]);
  return [state, steps];
}

/** As it was; where things stand that came since is kept, and so is where one looks. */
function restored(to: ChartState, now: ChartState): ChartState {
  return { ...to, camera: now.camera, positions: { ...now.positions, ...to.positions } };
}

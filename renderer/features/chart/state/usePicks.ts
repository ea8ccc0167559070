/** What is chosen on the chart. Entities are shared with list, timeline and map; ties, notes and boxes are the chart's own. */
import { useCallback, useMemo } from 'react';
import type { EntityId } from '../../../../shared/kernel/ids.ts';
import { useChosen } from '../../../workbench/index.ts';
import type { Pressed } from '../canvas/ChartCanvas.tsx';
import { useCaseMemory } from '../../memory/index.ts';
import { chartHand, type Own } from './chartHand.ts';
import type { Chart } from './useChart.ts';

export interface Picks {
  /** Entities of the chart that are chosen, in the order in which they were. */
  nodeIds: readonly string[];
  tieId: string | null;
  noteId: string | null;
  boxId: string | null;
  /** All of these as the canvas draws them. */
  drawnIds: ReadonlySet<string>;
  press(pressed: Pressed | null, additional?: boolean): void;
  chooseNodes(ids: readonly string[]): void;
}

export function usePicks({
  caseId,
  shown,
  foldedInto,
  ties,
  state,
}: Pick<Chart, 'caseId' | 'shown' | 'foldedInto' | 'ties' | 'state'>): Picks {
  const { ids, choose, toggle, clear } = useChosen();
  const [{ own }, hand] = useCaseMemory(chartHand, caseId);
  const setOwn = useCallback((next: Own) => hand(now => ({ ...now, own: next })), [hand]);
  const there = useMemo(() => new Set<string>(shown.nodes.map(node => node.id)), [shown]);
  const tie = own?.kind === 'tie' ? ties.get(own.id) : undefined;
  // Chosen elsewhere since: the tie in hand no longer counts.
  const tieId = tie && ids.has(tie.entityId) ? tie.id : null;
  const noteId = own?.kind === 'note' && state.notes.some(note => note.id === own.id) ? own.id : null;
  const boxId = own?.kind === 'box' && state.groups.some(group => group.id === own.id) ? own.id : null;
  const isOwn = tieId !== null || noteId !== null || boxId !== null;
  const nodeIds = useMemo(() => (isOwn ? [] : [...ids].filter(id => there.has(id))), [isOwn, ids, there]);
  const drawnIds = useMemo(() => {
    const single = [tieId, noteId, boxId].filter(id => id !== null);
    if (single.length > 0) return new Set(single);
    const lines = shown.edges.filter(edge => edge.property === null && ids.has(edge.entityId)).map(edge => edge.id);
    return new Set([...nodeIds.map(id => foldedInto.get(id) ?? id), ...lines]);
  }, [tieId, noteId, boxId, nodeIds, foldedInto, shown, ids]);

  const press = useCallback(
    (pressed: Pressed | null, additional = false) => {
      if (pressed === null) {
        setOwn(null);
        clear();
      } else if (pressed.kind === 'node') {
        setOwn(null);
        const id = pressed.id as EntityId;
        if (additional) toggle(id);
        else choose([id]);
      } else {
        setOwn({ kind: pressed.kind, id: pressed.id });
        const entityId = pressed.kind === 'tie' ? ties.get(pressed.id)?.entityId : undefined;
        choose(entityId ? [entityId] : []);
      }
    },
    [choose, clear, toggle, ties, setOwn],
  );
  const chooseNodes = useCallback(
    (next: readonly string[]) => {
      setOwn(null);
      choose(next as EntityId[]);
    },
    [choose, setOwn],
  );
  return { nodeIds, tieId, noteId, boxId, drawnIds, press, chooseNodes };
}

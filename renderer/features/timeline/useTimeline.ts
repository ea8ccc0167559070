/** What the timeline reads and derives: the only file here that asks the core. */
import { useCallback, useMemo } from 'react';
import type { TimelineItem } from '../../../shared/contract/timeline.ts';
import type { EntityChip } from '../../../shared/domain/entity/entity.ts';
import { DAY_MS, findClashes, findGaps, inTime } from '../../../shared/domain/timeline/index.ts';
import type { EntityId } from '../../../shared/kernel/ids.ts';
import { useQuery } from '../../api/index.ts';
import { useChosen, useRoute } from '../../workbench/index.ts';
import { useCaseMemory } from '../memory/index.ts';
import { filterItems, kindCounts, lanesShown } from './timelineData.ts';
import { timelineMemory } from './timelineMemory.ts';

const NO_ITEMS: readonly TimelineItem[] = [];
const NO_ENTITIES: readonly EntityChip[] = [];

export function useTimeline() {
  const { caseId } = useRoute();
  const [state, change] = useCaseMemory(timelineMemory, caseId);
  const { data, error, refetch } = useQuery('timeline.items', { caseId }, { keepPrevious: true });
  const chosen = useChosen();
  const items = data?.items ?? NO_ITEMS;
  const entities = data?.entities ?? NO_ENTITIES;
  const byId = useMemo(() => new Map(entities.map(entity => [entity.id, entity])), [entities]);
  const nameOf = useCallback((id: EntityId) => byId.get(id)?.caption ?? '', [byId]);
  const { hiddenSources, hiddenKinds, words, lanes: choice, gapDays } = state;
  const filtered = useMemo(
    () => filterItems(items, { hiddenSources, hiddenKinds, words }, nameOf),
    [items, hiddenSources, hiddenKinds, words, nameOf],
  );
  const shown = useMemo(
    () => lanesShown(filtered, entities, choice, chosen.ids),
    [filtered, entities, choice, chosen.ids],
  );
  // Of all that is known, whatever is filtered away: a clash does not end because one looks elsewhere.
  const everything = useMemo(() => inTime(items), [items]);
  const clashes = useMemo(
    () =>
      findClashes(
        everything,
        entities.filter(entity => entity.kind === 'thing'),
      ),
    [everything, entities],
  );
  const gaps = useMemo(
    () =>
      findGaps(
        everything,
        shown.lanes.flatMap(lane => lane.entity ?? []),
        gapDays * DAY_MS,
      ).sort((left, right) => right.to - right.from - (left.to - left.from)),
    [everything, shown.lanes, gapDays],
  );
  const kinds = useMemo(() => kindCounts(items), [items]);
  const selected = useMemo(() => items.find(item => item.id === state.selectedId) ?? null, [items, state.selectedId]);
  return {
    caseId,
    state,
    change,
    data,
    error,
    refetch,
    items,
    byId,
    nameOf,
    shown,
    clashes,
    gaps,
    kinds,
    selected,
    chosen,
  };
}

export type TimelineInHand = ReturnType<typeof useTimeline>;

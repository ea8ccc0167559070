/** What the map reads and holds: the features of the case, those shown just now, the track, and who is chosen. */
import { useCallback, useMemo } from 'react';
import type { MapFeature } from '../../../shared/contract/map.ts';
import type { EntityChip } from '../../../shared/domain/entity/entity.ts';
import type { ErrorReport } from '../../../shared/kernel/errors.ts';
import type { CaseId, EntityId } from '../../../shared/kernel/ids.ts';
import { useQuery } from '../../api/index.ts';
import { useChosen } from '../../workbench/index.ts';
import { useCaseMemory } from '../memory/index.ts';
import { type ChangeMap, type MapSession, mapMemory } from './mapSession.ts';
import { type PlacedFeature, placed } from './mark/featureFacts.ts';
import { isShownAt } from './time/timeFilter.ts';
import { type Track, trackOf } from './track/track.ts';

export interface MapInHand {
  session: MapSession;
  change: ChangeMap;
  /** Undefined while they are read for the first time. */
  all: readonly PlacedFeature[] | undefined;
  shown: readonly PlacedFeature[];
  selected: readonly PlacedFeature[];
  chips: ReadonlyMap<EntityId, EntityChip>;
  track: Track | null;
  error: ErrorReport | null;
  refetch(): void;
  isLit(feature: MapFeature): boolean;
  /** Takes marks in hand, and with them the entities that they tell of. */
  select(features: readonly PlacedFeature[]): void;
}

const NONE: readonly PlacedFeature[] = [];

export function useMap(caseId: CaseId): MapInHand {
  const [session, step] = useCaseMemory(mapMemory(), caseId);
  const { ids: chosenIds, choose } = useChosen();
  const { data, error, refetch } = useQuery('map.features', { caseId });
  const all = useMemo(() => data?.features.map(placed), [data]);
  const chips = useMemo(() => new Map((data?.entities ?? []).map(chip => [chip.id, chip])), [data]);
  const { hidden, time, withUndated } = session;
  const shown = useMemo(
    () => (all ?? NONE).filter(feature => !hidden.includes(feature.source) && isShownAt(feature, time, withUndated)),
    [all, hidden, time, withUndated],
  );
  const track = useMemo(
    () => (session.trackOf === null ? null : trackOf(shown, session.trackOf, session.limits)),
    [shown, session.trackOf, session.limits],
  );
  const selectedIds = useMemo(() => new Set(session.selected), [session.selected]);
  const selected = useMemo(() => shown.filter(feature => selectedIds.has(feature.id)), [shown, selectedIds]);
  const change: ChangeMap = useCallback(fields => step(now => ({ ...now, ...fields })), [step]);
  // Both are drawn with: a new one is a new frame.
  const isLit = useCallback(
    ({ id, entityId, entityIds }: MapFeature) =>
      selectedIds.has(id) ||
      (entityId !== null && chosenIds.has(entityId)) ||
      entityIds.some(who => chosenIds.has(who)),
    [selectedIds, chosenIds],
  );
  return {
    session,
    change,
    all,
    shown,
    selected,
    chips,
    track,
    error,
    refetch,
    isLit,
    select: features => {
      change({ selected: features.map(feature => feature.id), target: null });
      choose(features.flatMap(({ entityId }) => entityId ?? []));
    },
  };
}

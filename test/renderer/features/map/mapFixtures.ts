import type { MapFeature } from '../../../../shared/contract/map.ts';
import type { EntityId } from '../../../../shared/kernel/ids.ts';
import { type PlacedFeature, placed } from '../../../../renderer/features/map/mark/featureFacts.ts';

export const HERON = 'ent-heron' as EntityId;

let made = 0;
export function feature(given: Partial<MapFeature> = {}): PlacedFeature {
  made += 1;
  return placed({
    id: `f${made}`,
    source: 'event',
    title: `Event ${made}`,
    kindLabel: 'sighting',
    latitude: 38,
    longitude: 125,
    datum: 'not stated',
    original: '38N 125E',
    fromOn: null,
    toOn: null,
    entityId: null,
    statementId: null,
    entityIds: [HERON],
    exhibitId: null,
    pageIndex: null,
    strength: 'possible',
    citationCount: 0,
    ...given,
  });
}

/** At a moment, or on a day. */
export function at(on: string, latitude: number, longitude: number): PlacedFeature {
  return feature({ fromOn: on, toOn: on, latitude, longitude });
}

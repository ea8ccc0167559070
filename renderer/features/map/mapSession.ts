/** What the screen remembers of a case's map while one goes to a page and comes back. In memory only. */
import type { MapFeature } from '../../../shared/contract/map.ts';
import type { Position, WrittenNotation } from '../../../shared/domain/geo/index.ts';
import type { EntityId } from '../../../shared/kernel/ids.ts';
import { CaseMemory } from '../memory/index.ts';
import type { TimeFilter } from './time/timeFilter.ts';
import { type TrackLimits, USUAL_LIMITS } from './track/track.ts';
import type { MapView, ProjectionName } from './view/mapView.ts';

export interface MapSession {
  /** Null until it was fitted to what there is. */
  looksAt: Pick<MapView, 'center' | 'scale'> | null;
  projection: ProjectionName;
  shows: 'map' | 'table';
  hidden: readonly MapFeature['source'][];
  time: TimeFilter;
  withUndated: boolean;
  /** Names beside marks, of ports, of seas. */
  markNames: boolean;
  ports: boolean;
  seas: boolean;
  notation: WrittenNotation;
  trackOf: EntityId | null;
  limits: TrackLimits;
  isMeasuring: boolean;
  measure: readonly Position[];
  /** A place that was gone to. */
  target: Position | null;
  /** Ids of features. */
  selected: readonly string[];
}

const atFirst: MapSession = {
  looksAt: null,
  projection: 'mercator',
  shows: 'map',
  hidden: [],
  time: { mode: 'all' },
  withUndated: true,
  markNames: true,
  ports: true,
  seas: true,
  notation: 'dm',
  trackOf: null,
  limits: USUAL_LIMITS,
  isMeasuring: false,
  measure: [],
  target: null,
  selected: [],
};

let memory: CaseMemory<MapSession> | null = null;

/**
 * Subtle: made when it is first asked for, since the features import each other in a ring (exhibits, entities, this one), and
 * while the modules are read `CaseMemory` may not be there yet.
 */
export function mapMemory(): CaseMemory<MapSession> {
  memory ??= new CaseMemory<MapSession>(atFirst);
  return memory;
}

export type ChangeMap = (change: Partial<MapSession>) => void;

/** What the rules of the timeline need to know of an item, whatever it is of. */
import type { EntityId } from '../../kernel/ids.ts';
import type { Strength } from '../entity/entity.ts';
import type { ClaimStatus } from '../standard.ts';

export type ItemSource = 'event' | 'relationship' | 'statement' | 'claim' | 'exhibit';

export interface TimedItem {
  id: string;
  source: ItemSource;
  title: string;
  kindLabel: string;
  fromOn: string | null;
  toOn: string | null;
  entityIds: readonly EntityId[];
  entityId: EntityId | null;
  strength: Strength | null;
  status: ClaimStatus | null;
  property: string | null;
  value: string | null;
  place: { words: string; latitude: number | null; longitude: number | null } | null;
}

/** An entity that has a lane. */
export interface LaneEntity {
  id: EntityId;
  schema: string;
  caption: string;
}

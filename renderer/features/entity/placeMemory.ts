/** How the place was left, so that Back from a page leads to where one was. */
import type { EntityId } from '../../../shared/kernel/ids.ts';
import { CaseMemory } from '../memory/index.ts';
import { type ListFilter, plainFilter } from './list/listFilter.ts';

export type EntityTab = 'statements' | 'ties' | 'events' | 'history' | 'same' | 'elsewhere';

export interface PlaceState {
  filter: ListFilter;
  tab: EntityTab;
  /** How far down the part of an entity was read that was left last. */
  read: { entityId: EntityId; tab: EntityTab; top: number } | null;
}

export const placeMemory = new CaseMemory<PlaceState>({ filter: plainFilter, tab: 'statements', read: null });

import type { ExhibitId } from '../../../shared/kernel/ids.ts';
import { CaseMemory } from './caseMemory.ts';
import { type ListFilter, plainFilter } from './exhibitFilter.ts';

/** How the list of a case was left. */
export interface ListState {
  tab: 'exhibits' | 'passages';
  view: 'table' | 'gallery';
  filter: ListFilter;
  selected: ReadonlySet<ExhibitId>;
  /** The row in hand, so that the list opens where it was left. */
  active: number;
}

export const listMemory = new CaseMemory<ListState>({
  tab: 'exhibits',
  view: 'table',
  filter: plainFilter,
  selected: new Set(),
  active: 0,
});

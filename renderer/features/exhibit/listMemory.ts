import type { ExhibitId } from '../../../shared/kernel/ids.ts';
import { type CopiesView, plainCopiesView } from '../copy/index.ts';
import { CaseMemory } from '../memory/index.ts';
import { type ListFilter, plainFilter } from './exhibitFilter.ts';

/** How the list of a case was left. */
export interface ListState {
  tab: 'exhibits' | 'passages' | 'copies';
  view: 'table' | 'gallery';
  filter: ListFilter;
  copies: CopiesView;
  selected: ReadonlySet<ExhibitId>;
  /** The row in hand, so that the list opens where it was left. */
  active: number;
}

export const listMemory = new CaseMemory<ListState>({
  tab: 'exhibits',
  view: 'table',
  filter: plainFilter,
  copies: plainCopiesView,
  selected: new Set(),
  active: 0,
});

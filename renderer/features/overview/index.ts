/** A case as a whole: the list of them, opening one, and one on a page. */
import { LayoutList } from 'lucide-react';
import type { Place } from '../../workbench/index.ts';
import { OverviewPlace } from './OverviewPlace.tsx';

export { CaseList } from './CaseList.tsx';
export { CaseSwitcher } from './CaseSwitcher.tsx';

export const place: Place = {
  id: 'overview',
  label: 'Overview',
  icon: LayoutList,
  shortcut: 'G O',
  view: OverviewPlace,
};

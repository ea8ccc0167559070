/** Reports: preview, pre-flight, compiling and editions. Exchange uses the choice of findings and the pre-flight. */
import { Newspaper } from 'lucide-react';
import type { Place } from '../../workbench/index.ts';
import { ReportsPlace } from './ReportsPlace.tsx';

export { FindingChoice } from './FindingChoice.tsx';
export { LeavingState } from './LeavingState.tsx';
export { hasStop, PreFlightBody } from './PreFlightBody.tsx';
export { type Chosen, chosenIds, standing } from './selection.ts';
export {
  fileNameFor,
  type Selection,
  useCase,
  useExportBundle,
  useFindingRows,
  useLeaving,
  usePreFlight,
} from './useReport.ts';

export const place: Place = { id: 'reports', label: 'Reports', icon: Newspaper, shortcut: 'G P', view: ReportsPlace };

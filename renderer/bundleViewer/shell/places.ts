/** The places of the viewer, in the groups in which a reviewer asks: what is said, of whom and when, on what it rests. */
import type { View } from '../route.ts';

export const PLACE_NAMES: Record<View, string> = {
  findings: 'Findings',
  report: 'Report',
  matrix: 'Matrix',
  requests: 'Requests',
  entities: 'Who and what',
  chart: 'Chart',
  timeline: 'Timeline',
  map: 'Map',
  exhibits: 'Exhibits',
  custody: 'Custody',
  verify: 'Verify',
  review: 'Review',
  search: 'Search',
};

export const PLACE_GROUPS: readonly (readonly View[])[] = [
  ['findings', 'report', 'matrix', 'requests'],
  ['entities', 'chart', 'timeline', 'map'],
  ['exhibits', 'custody', 'verify'],
  ['review'],
];

/** Places whose lines lead to pages: beside them the reading pane waits. All others have the whole width until an exhibit is open. */
const BESIDE: ReadonlySet<View> = new Set(['findings', 'report', 'search']);
export const waitsForReader = (view: View): boolean => BESIDE.has(view);

/** Drawings and wide tables keep at least half of the width beside an exhibit. */
const WIDE: ReadonlySet<View> = new Set(['matrix', 'chart', 'timeline', 'map', 'custody']);
export const isWide = (view: View): boolean => WIDE.has(view);

/** The places of a case, in the order of the navigation; a rule stands above each group. */
import { place as chart } from '../features/chart/index.ts';
import { place as review } from '../features/comment/index.ts';
import { place as custody } from '../features/custody/index.ts';
import { place as entities } from '../features/entity/index.ts';
import { place as exchange } from '../features/exchange/index.ts';
import { place as exhibits } from '../features/exhibit/index.ts';
import { place as findings } from '../features/finding/index.ts';
import { place as people } from '../features/identity/index.ts';
import { place as map } from '../features/map/index.ts';
import { place as overview } from '../features/overview/index.ts';
import { place as reports } from '../features/report/index.ts';
import { place as requests } from '../features/request/index.ts';
import { place as search } from '../features/search/index.ts';
import { place as sources } from '../features/source/index.ts';
import { place as timeline } from '../features/timeline/index.ts';
import type { Place } from '../workbench/index.ts';

export const placeGroups: readonly (readonly Place[])[] = [
  [overview, exhibits, search],
  [entities, chart, timeline, map],
  [findings, requests, sources, review],
  [reports, exchange, custody, people],
];

export const places: readonly Place[] = placeGroups.flat();

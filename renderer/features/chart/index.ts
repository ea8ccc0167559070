/** The link chart. */
import { Waypoints } from 'lucide-react';
import type { Place } from '../../workbench/index.ts';
import { ChartPlace } from './ChartPlace.tsx';

export const place: Place = { id: 'chart', label: 'Chart', icon: Waypoints, shortcut: 'G H', view: ChartPlace };

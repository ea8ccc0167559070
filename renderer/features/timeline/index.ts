/** The timeline. */
import { CalendarRange } from 'lucide-react';
import type { Place } from '../../workbench/index.ts';
import { TimelinePlace } from './TimelinePlace.tsx';

export const place: Place = {
  id: 'timeline',
  label: 'Timeline',
  icon: CalendarRange,
  shortcut: 'G T',
  view: TimelinePlace,
};

/** Search: one box over every page of the case. */
import { Search } from 'lucide-react';
import type { Place } from '../../workbench/index.ts';
import { SearchPlace } from './SearchPlace.tsx';

export { useSearchCommands } from './useHitCommands.ts';

export const place: Place = { id: 'search', label: 'Search', icon: Search, shortcut: 'G S', view: SearchPlace };

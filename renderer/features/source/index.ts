/** Sources: their grades, their origins, and what rests on them. */
import { Landmark } from 'lucide-react';
import type { Place } from '../../workbench/index.ts';
import { SourcesPlace } from './SourcesPlace.tsx';

export { Dependents, type Grounds } from './Dependents.tsx';
export { NewSource } from './NewSource.tsx';
export { byName as sourcesByName, kindWords as sourceKindWords } from './sourceWords.ts';

export const place: Place = { id: 'sources', label: 'Sources', icon: Landmark, shortcut: 'G U', view: SourcesPlace };

/** Entities: people, companies, vessels and what ties them. */
import { Users } from 'lucide-react';
import type { Place } from '../../workbench/index.ts';
import { EntitiesPlace } from './EntitiesPlace.tsx';

export { CitedWords, type CitedWordsProps } from './CitedWords.tsx';
export { EntityLink, type EntityLinkProps, EntityWords } from '../entityLink/index.ts';
export { EntityPicker, type EntityPickerProps, SuggestionLine } from './EntityPicker.tsx';
export { EntityPopover, type Taking, useTakingEntity } from './fromReading/index.ts';
export { schemaIcon } from '../entityLink/index.ts';

export const place: Place = { id: 'entities', label: 'Entities', icon: Users, shortcut: 'G N', view: EntitiesPlace };

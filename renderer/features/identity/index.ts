/** People and keys: the vault's own keys, the contacts book, receipts of the custody log. */
import { KeyRound } from 'lucide-react';
import type { Place } from '../../workbench/index.ts';
import { PeoplePlace } from './PeoplePlace.tsx';

export { KeysSetting } from './keys/KeysSetting.tsx';
export { useOpenPeople } from './peopleMemory.ts';

export const place: Place = {
  id: 'people',
  label: 'People and keys',
  icon: KeyRound,
  shortcut: 'G K',
  view: PeoplePlace,
};

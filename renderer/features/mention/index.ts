/** Where exhibits seem to name entities of the vault: proposals to accept or reject. */
export { KnownInExhibit, type KnownInExhibitProps } from './KnownInExhibit.tsx';
export { MentionsOfEntity, type MentionsOfEntityProps } from './MentionsOfEntity.tsx';
export { useFocusInList } from './useFocusInList.ts';

/** The one look of an entity, for every feature that names one. */
export { EntityLink, type EntityLinkProps, EntityWords } from './EntityLink.tsx';
export { schemaIcon } from './schemaIcon.ts';

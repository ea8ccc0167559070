export { EntityPopover } from './EntityPopover.tsx';
export { type Taking, useTakingEntity } from './useTakingEntity.ts';

export {
  Author,
  decideState,
  editState,
  type FieldOutcome,
  type FieldState,
  FieldVersion,
  isOpen,
  meetStates,
  outcomeOf,
  sameValue,
  versionOf,
} from './fieldState.ts';
export { mergeable } from './mergeable.ts';
export { compareVersions, joinVersions, nextVersion, Version, type VersionOrder } from './version.ts';

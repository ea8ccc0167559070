export { cslDateOf, edtfOfCsl } from './cslDate.ts';
export {
  CSL_DATES,
  CSL_NAMES,
  CSL_TYPES,
  CslItem,
  type CslName,
  dateOf,
  inOrder,
  namesOf,
  type ReadReference,
  textOf,
} from './cslItem.ts';
export {
  derivedItem,
  type ExhibitFacts,
  isWithheld,
  leavingItem,
  recordOfItem,
  withheldItem,
  withoutOurLines,
} from './exhibitItem.ts';
export { detectReferences, readReferences, ReferenceFormat, writeReferences } from './format.ts';
export {
  type Candidate,
  isCertain,
  MATCH_REASONS,
  type Matchable,
  type MatchReason,
  ReferenceMatcher,
} from './matchItem.ts';
export { isSame } from './residue.ts';

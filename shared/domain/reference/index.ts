export { cslDateOf, edtfOfCsl } from './cslDate.ts';
export { CslItem, dateOf, inOrder, namesOf, type ReadReference, textOf } from './cslItem.ts';
export { derivedItem, type ExhibitFacts, leavingItem, recordOfItem, withheldItem } from './exhibitItem.ts';
export { detectReferences, readReferences, ReferenceFormat, writeReferences } from './format.ts';
export { type Candidate, MATCH_REASONS, type Matchable, type MatchReason, ReferenceMatcher } from './matchItem.ts';
export { isSame } from './residue.ts';

/** Passages: marking and citing from a selection, the margin of an exhibit, the list of a case. */
export { CasePassages } from './CasePassages.tsx';
export { PassageMargin } from './PassageMargin.tsx';
export { credibilityOfKey } from './citingKeys.ts';
export { CredibilityChoice, SelectionPopover } from './SelectionPopover.tsx';
export { type Citing, useCiting } from './useCiting.ts';
export { usePassageActions } from './usePassageActions.ts';
export { inReadingOrder, type PassagesInHand, usePassages } from './usePassages.ts';

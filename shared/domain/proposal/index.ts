import { findAmounts } from './findAmounts.ts';
import { findCoordinates } from './findCoordinates.ts';
import { findDates } from './findDates.ts';
import { findIdentifiers } from './findIdentifiers.ts';
import { findOrganizations } from './findOrganizations.ts';
import { findPersons } from './findPersons.ts';
import { findPhones } from './findPhones.ts';
import { findPlaces } from './findPlaces.ts';
import { findQuantities } from './findQuantities.ts';
import { findVessels } from './findVessels.ts';
import type { FoundProposal } from './proposal.ts';
import { settleOverlaps } from './settleOverlaps.ts';
import { scriptsIn } from './scripts.ts';

export { type EntityTarget, entityOf } from './entityOf.ts';
export { type EntityGuess, guessEntity, type SelectedWords } from './guessEntity.ts';
export { FoundProposal, Proposal, ProposalDecision, ProposalKind } from './proposal.ts';
export { settleOverlaps } from './settleOverlaps.ts';

/** Everything that a page seems to name, in the order of the text. */
export function findProposals(text: string): FoundProposal[] {
  const scripts = scriptsIn(text);
  const hasEastern = scripts.hangul || scripts.han;
  return settleOverlaps([
    ...findCoordinates(text),
    ...findIdentifiers(text),
    ...findDates(text),
    ...findVessels(text, scripts),
    ...findOrganizations(text, scripts),
    ...findPersons(text, scripts),
    ...findAmounts(text, hasEastern),
    ...findQuantities(text, hasEastern),
    ...findPhones(text),
    ...findPlaces(text),
  ]);
}

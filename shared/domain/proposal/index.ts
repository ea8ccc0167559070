import { findCoordinates } from './findCoordinates.ts';
import { findDates } from './findDates.ts';
import { findIdentifiers } from './findIdentifiers.ts';
import { findPlaces } from './findPlaces.ts';
import { type FoundProposal, settleOverlaps } from './proposal.ts';

export { FoundProposal, Proposal, ProposalDecision, ProposalKind } from './proposal.ts';

/** Everything that a page seems to name, in the order of the text. */
export function findProposals(text: string): FoundProposal[] {
  return settleOverlaps([...findCoordinates(text), ...findIdentifiers(text), ...findDates(text), ...findPlaces(text)]);
}

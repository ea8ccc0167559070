/**
 * What the text of a page seems to name: dates, identifiers, places. Each is a proposal with the words it stands in, for a
 * person to accept or reject; rules and lists find them, nothing is learnt and nothing is sent anywhere.
 */
import { z } from 'zod';
import { ExhibitId, PassageId } from '../../kernel/ids.ts';

export const ProposalKind = z.enum(['date', 'identifier', 'place']);
export type ProposalKind = z.infer<typeof ProposalKind>;

export const FoundProposal = z.object({
  kind: ProposalKind,
  /** UTF-16 offsets in the page's text. */
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  /** As printed. */
  words: z.string(),
  /** What it comes to: an EDTF date, an identifier without separators, a place's name or `latitude, longitude`. */
  value: z.string(),
  /** What kind of thing within its kind: `IMO ship number`, `port`, `country`, `coordinates`. */
  sort: z.string(),
  /** One sentence on what was checked or what is uncertain; empty where there is nothing to say. */
  note: z.string(),
});
export type FoundProposal = z.infer<typeof FoundProposal>;

export const ProposalDecision = z.enum(['accepted', 'rejected']);
export type ProposalDecision = z.infer<typeof ProposalDecision>;

export const Proposal = FoundProposal.extend({
  exhibitId: ExhibitId,
  pageIndex: z.number().int().nonnegative(),
  decision: ProposalDecision.nullable(),
  /** The passage that accepting it made. */
  passageId: PassageId.nullable(),
});
export type Proposal = z.infer<typeof Proposal>;

/** By place; of two that overlap the longer one, so that a date in a coordinate is not found as well. */
export function settleOverlaps(found: readonly FoundProposal[]): FoundProposal[] {
  const byLength = [...found].sort((left, right) => right.end - right.start - (left.end - left.start));
  const kept: FoundProposal[] = [];
  for (const one of byLength) {
    if (kept.every(other => one.end <= other.start || one.start >= other.end)) kept.push(one);
  }
  return kept.sort((left, right) => left.start - right.start);
}

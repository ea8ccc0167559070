/**
 * What the text of a page seems to name: people, organisations, vessels, identifiers, amounts, dates, places. Each is a proposal
 * with the words it stands in, for a person to accept or reject; rules and lists find them, nothing is learnt and nothing is sent
 * anywhere. A rule would rather miss a name than take a word for one: a list full of rubbish is read by nobody.
 */
import { z } from 'zod';
import { ExhibitId, PassageId } from '../../kernel/ids.ts';
import { EntityChip } from '../entity/entity.ts';
import { PassageQuote } from '../passage.ts';

export const ProposalKind = z.enum([
  'vessel',
  'person',
  'organization',
  'identifier',
  'amount',
  'quantity',
  'date',
  'place',
]);
export type ProposalKind = z.infer<typeof ProposalKind>;

export const FoundProposal = z.object({
  kind: ProposalKind,
  /** UTF-16 offsets in the page's text. */
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  /** As printed. */
  words: z.string(),
  /** What it comes to: an EDTF date, an identifier without separators, a name without title, `USD 1200000`, `latitude, longitude`. */
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
  /** The passage that accepting it made, or that an entity is cited to. */
  passageId: PassageId.nullable(),
  /** Of a name or a number that stands for an entity: whose it was recorded to be in this exhibit. */
  entity: EntityChip.nullable(),
  /** The words with their surroundings, and how far down the page they stand: to open them, and to mark them. */
  quote: PassageQuote,
  share: z.number().min(0).max(1),
});
export type Proposal = z.infer<typeof Proposal>;

/** A proposal as a rule finds it: `words` are those of the text at `start`, and the value is the words where none is given. */
export function proposalAt(
  { kind, sort, note = '' }: Pick<FoundProposal, 'kind' | 'sort'> & { note?: string },
  start: number,
  words: string,
  value = plainWords(words),
): FoundProposal {
  return { kind, start, end: start + words.length, words, value, sort, note };
}

/** On one line, as a name is recorded. */
export function plainWords(words: string): string {
  return words.replace(/\s+/gu, ' ').trim();
}

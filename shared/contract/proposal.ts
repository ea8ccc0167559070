import { z } from 'zod';
import { Proposal, ProposalDecision } from '../domain/proposal/index.ts';
import { ExhibitId } from '../kernel/ids.ts';
import { command, done, query } from './operation.ts';

export const proposalContract = {
  /** What the text of some pages seems to name, with what was decided of it. */
  'proposal.listForExhibit': query(
    z.object({
      exhibitId: ExhibitId,
      from: z.number().int().nonnegative().default(0),
      count: z.number().int().positive().max(50).default(50),
    }),
    z.array(Proposal),
  ),
  /**
   * Accepting marks the words as a passage with the value as its tag; a rejected value is not proposed again in this exhibit;
   * null takes a decision back. The place is looked at anew: what is not proposed there is not found.
   */
  'proposal.decide': command(
    z.object({
      exhibitId: ExhibitId,
      pageIndex: z.number().int().nonnegative(),
      start: z.number().int().nonnegative(),
      decision: ProposalDecision.nullable(),
    }),
    done,
  ),
} as const;

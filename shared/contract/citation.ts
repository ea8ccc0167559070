import { z } from 'zod';
import { Bearing, Citation } from '../domain/citation.ts';
import { Credibility } from '../domain/source.ts';
import { CitationId, ClaimId, PassageId } from '../kernel/ids.ts';
import { command, done, query } from './operation.ts';

export const citationContract = {
  'citation.cite': command(
    z.object({ claimId: ClaimId, passageId: PassageId, bearing: Bearing, credibility: Credibility.default(6) }),
    Citation,
  ),
  'citation.update': command(
    z.object({
      citationId: CitationId,
      bearing: Bearing.optional(),
      credibility: Credibility.optional(),
      rebuttal: z.string().max(4000).optional(),
    }),
    Citation,
  ),
  'citation.withdraw': command(z.object({ citationId: CitationId }), done),
  'citation.restore': command(z.object({ citationId: CitationId }), done),
  'citation.listForPassage': query(z.object({ passageId: PassageId }), z.array(Citation)),
} as const;

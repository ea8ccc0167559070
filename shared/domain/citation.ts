/** A citation: a claim resting on a passage, for or against it, with the words frozen as they stood. */
import { z } from 'zod';
import { Instant } from '../kernel/dates.ts';
import { ProbatumError } from '../kernel/errors.ts';
import { CitationId, ClaimId, PassageId } from '../kernel/ids.ts';
import { type Passage, passageWords } from './passage.ts';
import { Credibility } from './source.ts';

export const Bearing = z.enum(['supports', 'contradicts', 'context']);
export type Bearing = z.infer<typeof Bearing>;
export const bearingSigns: Record<Bearing, string> = { supports: '+', contradicts: '−', context: '·' };

export const Citation = z.object({
  id: CitationId,
  claimId: ClaimId,
  passageId: PassageId,
  bearing: Bearing,
  credibility: Credibility,
  /** The words as they stood when cited; a later extraction of the exhibit leaves them alone. */
  quote: z.string().min(1),
  pageIndex: z.number().int().nonnegative(),
  pageLabel: z.string().nullable(),
  /** For a contradiction: why it does not hold. Empty means that it stands open. */
  rebuttal: z.string().max(4000),
  citedAt: Instant,
  citedBy: z.string(),
  withdrawnAt: Instant.nullable(),
});
export type Citation = z.infer<typeof Citation>;

export function canCite(passage: Pick<Passage, 'anchor' | 'withdrawnAt'>): boolean {
  return passage.anchor !== 'orphaned' && passage.withdrawnAt === null;
}

export type CitationDraft = Pick<Citation, 'id' | 'claimId' | 'bearing' | 'credibility' | 'citedAt' | 'citedBy'> & {
  passage: Passage;
};

/** Freezes the passage's words and page in a new citation. @throws passage-not-anchored */
export function draftCitation({ passage, ...given }: CitationDraft): Citation {
  if (!canCite(passage)) throw new ProbatumError('passage-not-anchored', { passageId: passage.id });
  return {
    ...given,
    passageId: passage.id,
    quote: passageWords(passage),
    pageIndex: passage.pageIndex,
    pageLabel: passage.pageLabel,
    rebuttal: '',
    withdrawnAt: null,
  };
}

import { useMemo } from 'react';
import type { Citation } from '../../../shared/domain/citation.ts';
import { usePassageActions } from '../passage/index.ts';

export type CitationChange = Partial<Pick<Citation, 'bearing' | 'credibility' | 'rebuttal'>>;

export interface CitationActions {
  change(citation: Citation, change: CitationChange): void;
  withdraw(citation: Citation): void;
}

const citeNothing = () => {};

/** Changing and withdrawing a citation: the same steps as in the reader's margin. */
export function useCitationActions(): CitationActions {
  const { changeCitation, withdrawCitation } = usePassageActions(citeNothing);
  return useMemo(() => ({ change: changeCitation, withdraw: withdrawCitation }), [changeCitation, withdrawCitation]);
}

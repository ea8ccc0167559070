/** Which citations what was typed behind the bracket may mean. Pure. */
import type { FindingView } from '../../../../shared/domain/finding.ts';
import { foldText } from '../../../../shared/domain/text/index.ts';
import { type CitedPassage, citationName } from '../../citation/index.ts';

export interface CitationOption {
  citation: CitedPassage;
  name: string;
  claimNumber: number;
}

export function citationOptions(finding: Pick<FindingView, 'claims'>): CitationOption[] {
  return finding.claims.flatMap((claim, at) =>
    claim.citations.map(citation => ({ citation, name: citationName(citation), claimNumber: at + 1 })),
  );
}

/** All words must occur in its number, title or quote; `3` finds EX-0003. */
export function matchingCitations(options: readonly CitationOption[], query: string): CitationOption[] {
  const words = foldText(query).folded.split(/\s+/).filter(Boolean);
  return options.filter(({ citation, name }) => {
    const held = foldText(`${name} ${citation.exhibitTitle} ${citation.quote}`).folded;
    return words.every(word => held.includes(word));
  });
}

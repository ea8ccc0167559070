/** How a citation is named where there is room for a few words. Pure. */
import type { ClaimView } from '../../../shared/domain/finding.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { printedPage } from '../../../shared/domain/rendition.ts';

/** A citation with the exhibit it leads to, as findings hold it. */
export type CitedPassage = ClaimView['citations'][number];

type Named = Pick<CitedPassage, 'exhibitNumber' | 'pageIndex' | 'pageLabel'>;

export function citedPage({ pageIndex, pageLabel }: Pick<Named, 'pageIndex' | 'pageLabel'>): string {
  return printedPage({ index: pageIndex, label: pageLabel });
}

/** `EX-0042, p. ii (PDF 4)` */
export function citationName(citation: Named): string {
  return `${exhibitNumber(citation.exhibitNumber)}, ${citedPage(citation)}`;
}

/** True for a contradiction that nobody has answered: it makes its claim contested. */
export function standsOpen(citation: Pick<CitedPassage, 'bearing' | 'rebuttal'>): boolean {
  return citation.bearing === 'contradicts' && citation.rebuttal.trim() === '';
}

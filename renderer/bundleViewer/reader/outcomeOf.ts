/** What is said of a citation's words: what was found on the page, or why there is nothing to be found. */
import type { BundleExhibit } from '../../../shared/domain/bundle.ts';
import { REDACTED_WORDS } from '../../../shared/domain/redaction.ts';
import type { Cited } from './cited.ts';
import { exhibitKind } from './exhibitKind.ts';
import type { PassageOutcome } from './PassageBar.tsx';

/** An exhibit without pages has none that one could turn away from. */
export function isOnCitedPage(
  exhibit: Pick<BundleExhibit, 'pageCount'>,
  cited: Cited | null,
  pageIndex: number,
): boolean {
  return cited !== null && (cited.passage.pageIndex === pageIndex || exhibit.pageCount === 0);
}

/** `found`: what became of the words on the page that is shown. */
export function outcomeOf(
  exhibit: BundleExhibit,
  { citation, passage }: Pick<Cited, 'citation' | 'passage'>,
  { isOnPage, found }: { isOnPage: boolean; found: PassageOutcome },
): PassageOutcome {
  if (exhibit.fileName === null) return 'withheld';
  if (!isOnPage) return 'elsewhere';
  if (citation.quote === REDACTED_WORDS || passage.quote.exact === REDACTED_WORDS) return 'redacted';
  return exhibitKind(exhibit) === 'none' ? 'unshown' : found;
}

/** Finds a passage's words in the text of a page, and says how sure that is. */
import { anchorQuote } from '../../../shared/domain/anchoring/index.ts';
import type { BundlePassage } from '../../../shared/domain/bundle.ts';

export interface LocatedPassage {
  start: number;
  end: number;
  /** Letter for letter, or but for white space, hyphens and letter forms, as another reader of the page gives them. */
  how: 'verbatim' | 'alike';
}

/** Null where the words are not there, or could be meant at several places: then nothing is lit up rather than guessed. */
export function locatePassage(
  text: string,
  { quote, position }: Pick<BundlePassage, 'quote' | 'position'>,
): LocatedPassage | null {
  const anchored = anchorQuote(text, quote, position ?? undefined);
  if (anchored.state === 'orphaned') return null;
  const { start, end } = anchored;
  return { start, end, how: bare(text.slice(start, end)) === bare(quote.exact) ? 'verbatim' : 'alike' };
}

/** Line ends fall differently in each reader of a page; they are no letters. */
function bare(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

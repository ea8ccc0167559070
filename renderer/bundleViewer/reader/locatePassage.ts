/** Finds a passage's words in the text of a page, and says how sure that is. */
import { anchorQuote } from '../../../shared/domain/anchoring/index.ts';
import type { BundlePassage } from '../../../shared/domain/bundle.ts';
import { areaOf, areaPieces, findArea } from '../../../shared/domain/sheetQuote.ts';

export interface LocatedPassage {
  start: number;
  end: number;
  /** Letter for letter, or but for white space, hyphens and letter forms, as another reader of the page gives them. */
  how: 'verbatim' | 'alike';
  /** Of cells of a sheet: each row of them, since the text between runs through other cells. */
  pieces?: { start: number; end: number }[];
}

/** Null where the words are not there, or could be meant at several places: then nothing is lit up rather than guessed. */
export function locatePassage(
  text: string,
  { quote, position }: Pick<BundlePassage, 'quote' | 'position'>,
): LocatedPassage | null {
  const area = findArea(text, quote, position?.start);
  if (area !== null && !area.isLikely) {
    const { start, end } = area;
    return { start, end, how: 'verbatim', pieces: areaPieces(text, areaOf(text, area, quote.exact)) };
  }
  const anchored = anchorQuote(text, quote, position ?? undefined);
  if (anchored.state === 'orphaned') return null;
  const { start, end } = anchored;
  return { start, end, how: bare(text.slice(start, end)) === bare(quote.exact) ? 'verbatim' : 'alike' };
}

/** Line ends fall differently in each reader of a page; they are no letters. */
function bare(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

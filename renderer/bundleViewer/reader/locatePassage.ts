/** Finds a passage's words in the text of a page, and says how sure that is. */
import type { BundlePassage } from '../../../shared/domain/bundle.ts';

export interface Located {
  start: number;
  end: number;
  /** Letter for letter, or but for white space, hyphens and letter forms, as another text engine gives them. */
  how: 'exact' | 'close';
}

export function locatePassage(text: string, { quote, position }: Pick<BundlePassage, 'quote' | 'position'>): Located | null {
  if (quote.exact === '') return null;
  if (position && text.slice(position.start, position.end) === quote.exact) return { ...position, how: 'exact' };
  return null;
}

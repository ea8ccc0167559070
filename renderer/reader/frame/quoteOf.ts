/** A quote with its surroundings, taken from a page's text by offsets. */
import type { PassageQuote } from '../../../shared/domain/passage.ts';
import type { TextSpan } from '../landing.ts';

const CONTEXT = 64;
/** The domain's limit; a longer selection is clipped, and the person is told. */
const MAX_EXACT = 20_000;

export function quoteOf(text: string, { start, end }: TextSpan): { quote: PassageQuote; clipped: boolean } | null {
  const clippedEnd = Math.min(end, start + MAX_EXACT);
  const exact = saneSpaces(text.slice(start, clippedEnd)).trim();
  if (exact === '') return null;
  return {
    quote: {
      exact,
      prefix: saneSpaces(text.slice(Math.max(0, start - CONTEXT), start)).trimStart(),
      suffix: saneSpaces(text.slice(clippedEnd, clippedEnd + CONTEXT)).trimEnd(),
    },
    clipped: clippedEnd < end,
  };
}

/** One space between words, line ends kept, presentation forms and ligatures as the letters that they stand for. */
export function saneSpaces(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b-\u001f\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/[\ufb00-\ufb06\ufb13-\ufdff\ufe70-\ufefc]+/g, forms => forms.normalize('NFKC'))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n');
}

/** A quote with its surroundings, taken from a page's text by offsets. */
import type { PassageQuote } from '../../../shared/domain/passage.ts';
import type { TextSpan } from '../landing.ts';

const CONTEXT = 64;
/** The domain allows 200. */
const MAX_CONTEXT = 128;
/** The domain's limit; a longer selection is clipped, and the person is told. */
export const MAX_EXACT = 20_000;

export function quoteOf(text: string, { start, end }: TextSpan): { quote: PassageQuote; clipped: boolean } | null {
  const clippedEnd = Math.min(end, start + MAX_EXACT);
  const whole = saneSpaces(text.slice(start, clippedEnd)).trim();
  if (whole === '') return null;
  // Subtle: spelling out can lengthen; one Arabic ligature stands for eighteen letters.
  const exact = whole.slice(0, MAX_EXACT).trimEnd();
  return {
    quote: {
      exact,
      prefix: saneSpaces(text.slice(Math.max(0, start - CONTEXT), start))
        .slice(-MAX_CONTEXT)
        .trimStart(),
      suffix: saneSpaces(text.slice(clippedEnd, clippedEnd + CONTEXT))
        .slice(0, MAX_CONTEXT)
        .trimEnd(),
    },
    clipped: clippedEnd < end || exact.length < whole.length,
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

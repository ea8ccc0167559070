/**
 * Finding a quote in the text of a page as the viewer has it. The words of hits and passages come from another engine
 * (PDFium) than the one that draws the page (pdf.js), so spaces, line ends, ligatures and order differ a little.
 */
import {
  anchorQuote,
  type AnchorText,
  type Landing,
  landHit,
  prepareText,
} from '../../shared/domain/anchoring/index.ts';
import type { PassageQuote } from '../../shared/domain/passage.ts';

export type { AnchorText, Landing };
export { prepareText };

/** UTF-16 offsets in the viewer's page text. */
export interface TextSpan {
  start: number;
  end: number;
}

/** One run of a page's text: pdf.js's text items are such, and so are the spans of its text layer. */
export interface TextRun {
  str: string;
  hasEOL: boolean;
}

/** The page's text as the viewer has it: the same from pdf.js's items as from the spans that it makes of them. */
export function pageTextOfRuns(runs: Iterable<TextRun>): string {
  let text = '';
  for (const { str, hasEOL } of runs) text += hasEOL ? `${str}\n` : str;
  return text;
}

/** Where a hit or a citation points: rather equal words of this page than nothing, with a word on how sure that is. */
export function landTarget(page: string | AnchorText, quote: PassageQuote): Landing | null {
  return quote.exact.trim() === '' ? null : landHit(page, quote);
}

/**
 * Where a passage stands, or null where nobody could tell: its stored rectangles are better than a guess. `position` is where
 * it stood in this text, which tells equal words apart.
 */
export function landMark(
  page: string | AnchorText,
  quote: PassageQuote,
  position: TextSpan | null = null,
): TextSpan | null {
  if (quote.exact.trim() === '') return null;
  const anchored = anchorQuote(page, quote, position ?? undefined);
  return anchored.state === 'orphaned' ? null : { start: anchored.start, end: anchored.end };
}

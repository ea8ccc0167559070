/** How a page's text came about, in a sentence for whoever compares it with the picture. */
import type { WordBox } from '../../../../shared/domain/extraction.ts';
import type { Page } from '../../../../shared/domain/rendition.ts';

/** Below this a recognised word is rather a guess: print reads at 0.9 and above. */
const DOUBTFUL = 0.6;

export function isInDoubt({ confidence }: WordBox): boolean {
  return confidence < DOUBTFUL;
}

export function sureness(confidence: number): string {
  return `Recognised, ${Math.round(confidence * 100)} % sure`;
}

export function howItWasRead(page: Pick<Page, 'method' | 'confidence' | 'words' | 'text'>): string {
  if (page.text.trim() === '')
    return page.method === 'ocr' ? 'No words were recognised on this page.' : 'No text was read from this page.';
  if (page.method === 'text-layer') return 'As the document itself gives it.';
  if (page.method !== 'ocr') return 'Converted from the document.';
  const doubts = (page.words ?? []).filter(isInDoubt).length;
  const sure = page.confidence === null ? 'Recognised' : sureness(page.confidence);
  if (doubts === 0) return `${sure}. Compare with the picture before you quote.`;
  return `${sure}; ${doubts === 1 ? 'one word is' : `${doubts} words are`} in doubt (dotted). Compare with the picture before you quote.`;
}

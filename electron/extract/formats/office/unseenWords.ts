/** What Word would not show of a document, or show otherwise, told with its reading. */
import type { ExtractContext } from '../../extractor.ts';

export interface UnseenWords {
  insertions: number;
  deletions: number;
  hidden: { words: boolean; symbols: number };
}

export function tellUnseenWords({ insertions, deletions, hidden }: UnseenWords, warn: ExtractContext['warn']): void {
  if (insertions + deletions > 0)
    warn(
      `The document holds tracked changes (${insertions} insertions, ${deletions} deletions); the text is as if all were accepted.`,
    );
  if (hidden.words) warn('The document holds hidden words, which Word does not show; they are part of the text here.');
  if (hidden.symbols > 0)
    warn(`Signs of symbol fonts that are not known here stand as \uFFFD in the text (${hidden.symbols}).`);
}

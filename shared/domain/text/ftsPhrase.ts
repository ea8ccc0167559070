// A term as an FTS5 phrase: the tokens that the index holds for it, in order, safely quoted.

import { asIndexed, indexTokens } from './tokens.ts';

/** `"tok tok"`, or null if the term has nothing that the index could hold (punctuation alone). */
export function toFtsPhrase(term: string, prefix = false): string | null {
  return tokensToFtsPhrase(indexTokens(term), prefix);
}

/** The same for tokens that are folded already. With `prefix` the last token may go on. */
export function tokensToFtsPhrase(tokens: readonly string[], prefix = false): string | null {
  if (tokens.length === 0) return null;
  // Tokens are letters, digits and marks only; the doubling is there so that nobody has to rely on it.
  const phrase = `"${asIndexed(tokens.join(' ')).replaceAll('"', '""')}"`;
  return prefix ? `${phrase} *` : phrase;
}

/**
 * The terms under which words are found: as the app's own index has them (`../text`), but with the neighbours of Korean,
 * Chinese and Japanese characters joined in twos, since one character alone stands on every other page.
 */
import { indexTokens } from '../text/index.ts';
import { standsAlone } from '../text/tokens.ts';

/** Longer tokens are keys, hashes and base64; their beginning tells them apart well enough. */
const MOST_CHARS = 48;

export const cutTerm = (token: string): string => (token.length > MOST_CHARS ? token.slice(0, MOST_CHARS) : token);

/** All terms of a text, each once. */
export function termsOf(text: string): Set<string> {
  const terms = new Set<string>();
  let before: string | null = null;
  for (const token of indexTokens(text)) {
    terms.add(cutTerm(token));
    if (!standsAlone(token)) before = null;
    else {
      if (before !== null) terms.add(before + token);
      before = token;
    }
  }
  return terms;
}

export interface WantedTerm {
  term: string;
  /** True where the term may go on: `ship*`. */
  isPrefix: boolean;
}

/** The terms that a text must have to hold these tokens beside one another; the last word may go on if it is a prefix. */
export function wantedTerms(tokens: readonly string[], isPrefix: boolean): WantedTerm[] {
  return tokens.flatMap((token, at): WantedTerm[] => {
    const [before, after] = [tokens[at - 1], tokens[at + 1]];
    if (!standsAlone(token)) return [{ term: cutTerm(token), isPrefix: isPrefix && after === undefined }];
    if (after !== undefined && standsAlone(after)) return [{ term: token + after, isPrefix: false }];
    return before !== undefined && standsAlone(before) ? [] : [{ term: token, isPrefix: false }];
  });
}

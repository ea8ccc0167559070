/** What the index of pages is asked, so that every page is met on which a value may stand. It may meet more: pages are looked through. */
import { indexTokens, tokensToFtsPhrase } from '../text/index.ts';
import { type ComparedValue, mentionForms } from './mentionForms.ts';

/** An FTS5 expression, or null where none of the values can be looked for. */
export function mentionPhrases(values: readonly ComparedValue[]): string | null {
  const phrases = new Set<string>();
  for (const value of values) {
    const { phrases: names, compact } = mentionForms(value);
    const numbers = compact === null ? [] : [indexTokens(value.value), ...piecesOf(compact).map(pieces => [...pieces])];
    for (const tokens of [...names.map(name => name.split(' ')), ...numbers]) {
      const phrase = tokensToFtsPhrase(tokens);
      if (phrase !== null) phrases.add(phrase);
    }
  }
  return phrases.size === 0 ? null : [...phrases].join(' OR ');
}

/** The pieces in which a number is usually printed. */
function piecesOf(compact: string): string[][] {
  const pieces = [[compact]];
  if (/^\d{7}$/.test(compact)) pieces.push([`imo${compact}`]);
  const container = /^([a-z]{4})(\d{6})(\d)$/.exec(compact);
  if (container) pieces.push(container.slice(1), [container[1] ?? '', `${container[2]}${container[3]}`]);
  // An IBAN in groups of four.
  if (/^[a-z]{2}\d{2}[a-z0-9]{11,30}$/.test(compact)) pieces.push(compact.match(/.{1,4}/g) ?? []);
  return pieces;
}

/** How many of one text's words another text has: as a multiset, so that order and columns play no part. */

export interface WordShare {
  wanted: number;
  found: number;
}

/** Letters, marks and digits in a row; scripts without spaces give a word a character, since lines break anywhere in them. */
const words =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]|[\p{L}\p{M}\p{N}]+?(?=[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}])|[\p{L}\p{M}\p{N}]+/gu;
const lineEndHyphen = /([\p{L}\p{M}\p{N}]+)[-\u00ad\u2010\u2011]\s*\n\s*([\p{L}\p{M}\p{N}]+)/gu;

export function wordsOf(text: string): string[] {
  return folded(text).match(words) ?? [];
}

/** `wanted` is the peer's text. A word that it breaks at a line's end counts as found joined or in its two parts. */
export function shareOfWords(wanted: string, ours: string): WordShare {
  const have = new Map<string, number>();
  for (const word of wordsOf(ours.replace(lineEndHyphen, '$1$2 $1 $2'))) have.set(word, (have.get(word) ?? 0) + 1);
  const take = (word: string) => {
    const left = have.get(word) ?? 0;
    if (left > 0) have.set(word, left - 1);
    return left > 0;
  };
  let asked = 0;
  let found = 0;
  const rest = folded(wanted).replace(lineEndHyphen, (_, before: string, after: string) => {
    asked += 1;
    if (take(before + after) || (take(before) && take(after))) found += 1;
    return ' ';
  });
  for (const word of wordsOf(rest)) {
    asked += 1;
    if (take(word)) found += 1;
  }
  return { wanted: asked, found };
}

export function addShares(shares: readonly WordShare[]): WordShare {
  return shares.reduce((sum, { wanted, found }) => ({ wanted: sum.wanted + wanted, found: sum.found + found }), {
    wanted: 0,
    found: 0,
  });
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().normalize('NFKC');
}

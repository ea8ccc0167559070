// Arabic ligatures are taken apart in either order by different engines ("الخ" becomes "اخل"): same letters, other order.

/** Shorter words would find each other's anagrams; longer ones are found by their parts. */
const SHORTEST = 4;
const LONGEST = 64;

/** The first stretch of the text with the very letters of the word, in whatever order. */
export function sameLetters(text: string, word: string): { start: number; end: number } | null {
  if (word.length < SHORTEST || word.length > LONGEST) return null;
  const missing = new Map<string, number>();
  let open = 0;
  const count = (char: string, by: 1 | -1) => {
    const before = missing.get(char) ?? 0;
    missing.set(char, before + by);
    open += Math.abs(before + by) - Math.abs(before);
  };
  for (let at = 0; at < word.length; at += 1) count(word.charAt(at), 1);
  for (let at = 0; at < text.length; at += 1) {
    count(text.charAt(at), -1);
    if (at >= word.length) count(text.charAt(at - word.length), 1);
    if (open === 0) return { start: at + 1 - word.length, end: at + 1 };
  }
  return null;
}

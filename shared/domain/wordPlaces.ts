/**
 * Finding words as a reader would: whatever line ends, hyphens and characters that nobody sees stand between the letters, in
 * any case, width or composition. For redaction, where a spelling that is passed over is a name that leaves.
 */

/** Spaces, line ends, hyphens (U+0002 and U+FFFE are PDFium's at the end of a line), and what has no width. */
const betweenLetters = /[\s\u0002\u00ad\u200b-\u200d\u2010\u2011\u2060\ufeff\ufffe-]/gu;
/** A letter with its marks, or a Hangul syllable written as its parts: what composes is looked at as a whole. */
const oneLetter = /[\u1100-\u115f][\u1160-\u11ff]*|\P{M}\p{M}*|\p{M}+/gu;

export interface WordPlace {
  start: number;
  end: number;
}

/** Words as compared. A sigma is one letter, wherever in the word it stands. */
export function plain(words: string): string {
  return words.normalize('NFKC').replace(betweenLetters, '').toLowerCase().replaceAll('ς', 'σ');
}

/** Whether a text says the words. */
export function holds(text: string, words: string): boolean {
  const wanted = plain(words);
  return wanted !== '' && plain(text).includes(wanted);
}

/**
 * Every occurrence, those that overlap included, in the order of the text. Letters are looked at one by one, and a composition
 * of strange ones may be missed: where `holds` says otherwise, the place is not known.
 */
export function wordPlaces(text: string, words: string): WordPlace[] {
  const wanted = plain(words);
  if (wanted === '') return [];
  const { letters, places } = lettersOf(text);
  const found: WordPlace[] = [];
  for (let at = letters.indexOf(wanted); at >= 0; at = letters.indexOf(wanted, at + 1)) {
    const [first, last] = [places[at], places[at + wanted.length - 1]];
    if (first && last) found.push({ start: first.start, end: last.end });
  }
  return found;
}

/** Each unit as compared with the letter that it comes from: a ligature is several at one place. */
function lettersOf(text: string): { letters: string; places: WordPlace[] } {
  const places: WordPlace[] = [];
  let letters = '';
  for (const { 0: letter, index: start } of text.matchAll(oneLetter)) {
    const as = plain(letter);
    letters += as;
    const place = { start, end: start + letter.length };
    for (let unit = 0; unit < as.length; unit += 1) places.push(place);
  }
  return { letters, places };
}

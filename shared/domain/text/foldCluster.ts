// How one character (with the marks that sit on it) is written for searching: the single place where case, accents,
// widths, ligatures and script variants are evened out, so that index, query, highlight and anchor agree.

/** What a reader leaves out when typing. Indic, Thai and kana marks are letters in effect and stay. */
const OPTIONAL_MARKS = new RegExp(
  [
    '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]', // accents of Latin, Greek, Cyrillic
    '[\\u0483-\\u0487]', // Church Slavonic titlo and breathings
    '[\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7]', // Hebrew points and cantillation
    '[\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670]', // Arabic tashkeel, and tatweel, which only stretches a word
    '[\\u06d6-\\u06dc\\u06df-\\u06e4\\u06e7\\u06e8\\u06ea-\\u06ed]', // signs for reciting the Koran
    '[\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}]', // variation selectors
  ].join('|'),
  'gu',
);

/** Letters of their own although Unicode writes them as letter + mark: й is not и (ё, though, is read as е). */
const LETTERS_OF_THEIR_OWN = new Set('йїўќѓ');

const SUBSTITUTES = new Map<string, string>([
  ...pairs('‘’‚‛′ʼʹʻʽ´＇', "'"),
  ...pairs('“”„‟″«»〝〞〟', '"'),
  ...pairs('‐‑‒–—―−⁃﹘﹣－⸺⸻', '-'),
  ...pairs('øǿ', 'o'),
  ...pairs('ðđ', 'd'),
  ['ł', 'l'],
  ['ħ', 'h'],
  ['ŧ', 't'],
  ['ı', 'i'],
  ['ȷ', 'j'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ß', 'ss'],
  ['þ', 'th'],
  ['ς', 'σ'],
  // Persian and Arabic keyboards give different letters for one sound; printed Arabic leaves the dots of ة and ى out.
  ...pairs('ىیے', 'ي'),
  ['ک', 'ك'],
  ['ة', 'ه'],
  ['ٱ', 'ا'],
  ...digits(0x0660),
  ...digits(0x06f0),
]);

/** Spacing accents: old TeX files print "na¨ıve"; alone they mean nothing. */
const STRAY_ACCENTS = /^[¨¯¸ˆˇ˘˙˚˛˜˝]$/;

/** The folded spelling of one base character with its marks; may be empty, may be several characters. */
export function foldCluster(cluster: string): string {
  const early = SUBSTITUTES.get(cluster);
  if (early !== undefined) return early;
  if (STRAY_ACCENTS.test(cluster)) return '';
  let folded = '';
  for (const char of cluster.normalize('NFKC').toLowerCase().normalize('NFC')) folded += foldComposed(char);
  // Jamo and kana marks that the loop took apart come together again.
  return folded.normalize('NFC');
}

function foldComposed(char: string): string {
  if (LETTERS_OF_THEIR_OWN.has(char)) return char;
  const bare = char.normalize('NFD').replace(OPTIONAL_MARKS, '').normalize('NFC');
  let spelled = '';
  for (const letter of bare) spelled += SUBSTITUTES.get(letter) ?? letter;
  return spelled;
}

function pairs(from: string, to: string): [string, string][] {
  return [...from].map(char => [char, to]);
}

function digits(zero: number): [string, string][] {
  return Array.from({ length: 10 }, (_, value) => [String.fromCharCode(zero + value), String(value)]);
}

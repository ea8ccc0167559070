/**
 * Years counted from another beginning than ours. Only the word tells which: Juche and Minguo years have the same offset, and a
 * bare "106" is neither.
 */

interface Era {
  words: RegExp;
  /** Added to the year as written. */
  offset: number;
  /** The last year of it, where it has ended. */
  last: number;
  name: string;
}

const YEARS = '(?:元|\\d{1,3})';
const ERAS: readonly Era[] = [
  { words: /주체|主体|主體|juche/iu, offset: 1911, last: 999, name: 'Juche' },
  { words: /중화민국|中華民國|中华民国|民國|民国|minguo|roc/iu, offset: 1911, last: 999, name: 'Minguo' },
  { words: /대한민국/u, offset: 1918, last: 999, name: 'Republic of Korea' },
  { words: /令和|reiwa/iu, offset: 2018, last: 999, name: 'Reiwa' },
  { words: /平成|heisei/iu, offset: 1988, last: 31, name: 'Heisei' },
  { words: /昭和|sh[oō]wa/iu, offset: 1925, last: 64, name: 'Shōwa' },
  { words: /大正|taish[oō]/iu, offset: 1911, last: 15, name: 'Taishō' },
  { words: /明治|meiji/iu, offset: 1867, last: 45, name: 'Meiji' },
];

export interface EraYear {
  /** The same date with a year of ours in place of the era's: `2017年5月3日`. */
  text: string;
  note: string;
}

/** One reading, two where the word may mean two eras, none where no era is named, or a sentence where it cannot be right. */
export function readEra(text: string): EraYear[] | { why: string } {
  // A Korean writer may mean Taiwan's years or those of the Republic of Korea, seven years apart.
  const korean = /^민국\s*(\d{1,3})(?=\s*년|$)/u.exec(text);
  if (korean) {
    const [written, rest] = [Number(korean[1]), text.slice(korean[0].length)];
    return [1911, 1918].map((offset, at) => ({
      text: `${written + offset}${rest}`,
      note: `${at === 0 ? 'Minguo' : 'Republic of Korea'} ${written} is ${written + offset}.`,
    }));
  }
  for (const era of ERAS) {
    const pattern = new RegExp(
      `^(?:${era.words.source})\\s*(?:year\\s*)?(${YEARS})(?:\\s*[(（]\\s*(\\d{4})년?年?\\s*[)）])?(?=\\D|$)`,
      'iu',
    );
    const match = pattern.exec(text);
    if (match) return readYear(era, match, text.slice(match[0].length));
  }
  return [];
}

function readYear(era: Era, match: RegExpExecArray, rest: string): EraYear[] | { why: string } {
  const written = match[1] === '元' ? 1 : Number(match[1]);
  const year = written + era.offset;
  if (written === 0 || written > era.last) return { why: `${era.name} has no year ${written}.` };
  if (match[2] !== undefined && Number(match[2]) !== year)
    return { why: `${era.name} ${written} is ${year}, and ${match[2]} stands beside it.` };
  return [{ text: `${year}${rest}`, note: `${era.name} ${written} is ${year}.` }];
}

/** Places that a text names: the ports, cities and seas of our own short list, and countries by the names that Unicode has. */
import placeData from '../../data/places.json';
import type { FoundProposal } from './proposal.ts';

interface KnownPlace {
  name: string;
  sort: string;
  note: string;
}

/** Languages in which names of countries are known. */
const LANGUAGES = ['en', 'fr', 'es', 'ru', 'ko', 'zh-Hans', 'zh-Hant', 'ja', 'ar'];
const OWN_COUNTRY_NAMES: Readonly<Record<string, readonly string[]>> = {
  KP: [
    'DPRK',
    'D.P.R.K.',
    'DPR Korea',
    'Democratic People’s Republic of Korea',
    "Democratic People's Republic of Korea",
    '조선민주주의인민공화국',
    'КНДР',
    '朝鲜',
    '朝鮮',
  ],
  KR: ['Republic of Korea', '대한민국', '남조선', '韩国', '韓国'],
  RU: ['Russian Federation', 'Российская Федерация'],
  CN: ['PRC', 'People’s Republic of China', "People's Republic of China"],
};
/** Names of countries that are also words, given names or other things too often. */
const AMBIGUOUS = new Set(['Chad', 'Turkey', 'Jordan', 'Georgia']);
const MIN_LATIN_CHARS = 4;

const known = new Map<string, KnownPlace>();
let spaced: RegExp | null = null;
let unspaced: RegExp | null = null;

/** Han, kana and Hangul are written without spaces, so a name there may stand within a run of letters. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Made when the first page is looked at: some two thousand names. */
function patterns(): [RegExp | null, RegExp | null] {
  if (known.size > 0) return [spaced, unspaced];
  for (const [code, names] of countryNames()) {
    const name = new Intl.DisplayNames(['en'], { type: 'region' }).of(code) ?? code;
    for (const one of names) if (!AMBIGUOUS.has(one)) known.set(one.toLowerCase(), { name, sort: 'country', note: '' });
  }
  for (const [name, sort, latitude, longitude, others] of placeData.places as [
    string,
    string,
    number,
    number,
    string[],
  ][]) {
    const note = `About ${latitude.toFixed(1)}, ${longitude.toFixed(1)}, for orientation only.`;
    for (const one of [name, ...others]) known.set(one.toLowerCase(), { name, sort, note });
  }
  const names = [...known.keys()].sort((left, right) => right.length - left.length).map(escaped);
  spaced = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${names.filter(name => !UNSPACED.test(name)).join('|')})(?![\\p{L}\\p{N}])`,
    'giu',
  );
  unspaced = new RegExp(names.filter(name => UNSPACED.test(name)).join('|'), 'gu');
  return [spaced, unspaced];
}

function countryNames(): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  const displays = LANGUAGES.map(language => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }));
  for (let first = 65; first <= 90; first += 1) {
    for (let second = 65; second <= 90; second += 1) {
      const code = String.fromCharCode(first, second);
      // Not countries: unions, test codes and outlying oceans.
      if (/^(EU|EZ|UN|QO|X[A-Z]|ZZ|AA|A[CN]|CP|D[DGY]|FX|IC|NT|SU|TP|YD|YU)$/.test(code)) continue;
      const own = new Set(OWN_COUNTRY_NAMES[code] ?? []);
      for (const display of displays) {
        const name = display.of(code);
        if (name !== undefined && (UNSPACED.test(name) ? name.length >= 2 : name.length >= MIN_LATIN_CHARS))
          own.add(name);
      }
      if (own.size > 0) names.set(code, own);
    }
  }
  return names;
}

export function findPlaces(text: string): FoundProposal[] {
  const found: FoundProposal[] = [];
  for (const pattern of patterns()) {
    if (pattern === null) continue;
    for (const match of text.matchAll(pattern)) {
      const words = match[0];
      const place = known.get(words.toLowerCase());
      // A name of a place begins with a capital where its script has them: "china" is porcelain, "turkey" a meal.
      if (place === undefined || /^\p{Ll}/u.test(words)) continue;
      found.push({
        kind: 'place',
        start: match.index,
        end: match.index + words.length,
        words,
        value: place.name,
        sort: place.sort,
        note: place.note,
      });
    }
  }
  return found;
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

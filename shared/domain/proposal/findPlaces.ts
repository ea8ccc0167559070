/** Places that a text names: ports, cities and seas of our own lists, and countries by the names that Unicode has. */
import placeData from '../../data/places.json';
import { type GazetteerPlace, gazetteerPorts, gazetteerSeas } from '../geo/index.ts';
import { type FoundProposal, proposalAt } from './proposal.ts';

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
/** Names of ports that are given names, family names or words as well. */
const AMBIGUOUS_PORTS = new Set([
  ...[
    'Male',
    'Olga',
    'Bali',
    'Split',
    'Mobile',
    'Victoria',
    'Nelson',
    'Wellington',
    'Santos',
    'Hamilton',
    'Georgetown',
  ],
  ...[
    'Alexandria',
    'Valencia',
    'Newcastle',
    'Houston',
    'Salvador',
    'Paradip',
    'Manta',
    'Bata',
    'Bandar',
    '대안',
    '단천',
    '고성',
  ],
]);
/** Of lesser ports a name of two characters of Korean or Chinese is a word too often. */
const WELL_KNOWN_RANK = 2;
const MIN_UNSPACED_CHARS = 3;

const known = new Map<string, KnownPlace>();
/** First word of the names in scripts with spaces → how many words the longest of them has. */
const wordsOfFirst = new Map<string, number>();
let unspaced = /$^/u;

/** Han, kana and Hangul are written without spaces, so a name there may stand within a run of letters. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Made when the first page is looked at: some four thousand names. */
function prepare(): void {
  if (known.size > 0) return;
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
  for (const place of [...gazetteerPorts, ...gazetteerSeas])
    for (const one of place.names.filter(name => isTelling(name, place)))
      if (!known.has(one.toLowerCase())) known.set(one.toLowerCase(), ofGazetteer(place));
  const names = [...known.keys()].sort((left, right) => right.length - left.length);
  unspaced = new RegExp(
    names
      .filter(name => UNSPACED.test(name))
      .map(escaped)
      .join('|'),
    'gu',
  );
  for (const name of names.filter(one => !UNSPACED.test(one))) {
    const [first = '', ...others] = name.match(WORD) ?? [];
    wordsOfFirst.set(first, Math.max(wordsOfFirst.get(first) ?? 0, others.length + 1));
  }
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

function isTelling(name: string, { rank }: GazetteerPlace): boolean {
  if (AMBIGUOUS_PORTS.has(name)) return false;
  if (UNSPACED.test(name)) return name.length >= (rank <= WELL_KNOWN_RANK ? 2 : MIN_UNSPACED_CHARS);
  return name.length >= MIN_LATIN_CHARS;
}

function ofGazetteer({ name, kind, latitude, longitude }: GazetteerPlace): KnownPlace {
  return { name, sort: kind, note: `About ${latitude.toFixed(1)}, ${longitude.toFixed(1)}, for orientation only.` };
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
  prepare();
  const found = findSpaced(text);
  for (const match of text.matchAll(unspaced)) {
    const place = known.get(match[0]);
    if (place) found.push(toProposal(match.index, match[0], place));
  }
  return found;
}

/** Looked up word by word: one pattern of all names would try each of them at each word of the page. */
function findSpaced(text: string): FoundProposal[] {
  const found: FoundProposal[] = [];
  const words = [...text.matchAll(WORD)];
  for (let at = 0; at < words.length; at += 1) {
    const [first = ''] = words[at] ?? [];
    const most = wordsOfFirst.get(first.toLowerCase());
    // A name of a place begins with a capital where its script has them: "china" is porcelain, "turkey" a meal.
    if (most === undefined || /^\p{Ll}/u.test(first)) continue;
    const start = words[at]?.index ?? 0;
    for (let last = Math.min(at + most, words.length) - 1; last >= at; last -= 1) {
      const end = (words[last]?.index ?? 0) + (words[last]?.[0].length ?? 0);
      const met = [end + 1, end].find(to => known.has(plainName(text.slice(start, to))));
      const place = met === undefined ? undefined : known.get(plainName(text.slice(start, met)));
      if (met === undefined || place === undefined) continue;
      found.push(toProposal(start, text.slice(start, met), place));
      at = last;
      break;
    }
  }
  return found;
}

/** A line may break within a name. */
function plainName(words: string): string {
  return words.toLowerCase().replace(/\s+/gu, ' ');
}

function toProposal(start: number, words: string, { name, sort, note }: KnownPlace): FoundProposal {
  return proposalAt({ kind: 'place', sort, note }, start, words, name);
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

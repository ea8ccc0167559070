/** Whether a word can be one or two syllables of Korean or of Chinese in Latin letters. Pure form: what it means is not asked. */
import { plainLatin } from './familyNames.ts';

const koreanOne =
  "(?:kk|tt|pp|ss|jj|ch'?|k['h]?|t['h]?|p['h]?|sh?|[gndrlmbjhc])?[yw]?(?:ae|ai|eo|eu|oe|oi|oo|ou|ee|ui|ue|[aeiou])(?:ng|[kgnlrmpbt])?";
const pinyinOne =
  '(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|[aeiouv])';
const patterns = {
  korean: { 1: new RegExp(`^${koreanOne}$`), 2: new RegExp(`^${koreanOne}-?${koreanOne}$`) },
  pinyin: { 1: new RegExp(`^${pinyinOne}$`), 2: new RegExp(`^${pinyinOne}['-]?${pinyinOne}$`) },
} as const;

export function isSyllables(word: string, tongue: keyof typeof patterns, count: 1 | 2): boolean {
  return word.length <= 14 && patterns[tongue][count].test(plainLatin(word));
}

/** Words of English and of forms that are made like syllables. */
const WORDS = new Set(
  `a am an and are as at be bin but by can com do don for go had has he her him his hong i if ii iii in inc is it its kong long ltd
  man may me men mine mr my new no none nor not now of off on one or our out own per run see so sun ten than that the then they this
  to too tun under up us use was we were who why will with won yet you your`
    .split(/\s+/)
    .filter(Boolean),
);

export function isPlainWord(word: string): boolean {
  return WORDS.has(plainLatin(word));
}

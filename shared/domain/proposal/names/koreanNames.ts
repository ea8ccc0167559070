/**
 * Korean names in Latin letters: `Kim Chol Sam` and `KIM Chol-sam` as in the North, `Kim Cheol-sam`, `Cheol-sam Kim` and
 * `Kim, Cheol-sam` as in the South. A family name that other languages have for a word needs two syllables of usual given names.
 */
import { type FoundProposal, proposalAt } from '../proposal.ts';
import { givenSyllables, koreanLatin, plainLatin, tellingKoreanLatin } from './familyNames.ts';
import { isPlainWord, isSyllables } from './syllables.ts';

const letter = "[A-Za-zŏŭŎŬ'’ʻʼ]";
const capital = `[A-ZŎŬ]${letter}{0,8}`;
const before = "(?<![\\p{L}\\p{N}'’.@/-])";
const after = "(?![\\p{L}\\p{N}@]|[-’'][\\p{L}\\p{N}])";
/** Words of a name stand on one line, or the line breaks between them. */
const gap = '(?: {1,2}|\\s?\\r?\\n)';

const familyFirst = new RegExp(
  `${before}(?<family>${capital})(?<comma>,)?${gap}(?<first>${capital})(?:(?<join>-|${gap})(?<second>${letter}{1,9}))?${after}`,
  'gu',
);
const familyLast = new RegExp(
  `${before}(?<first>${capital})-(?<second>${letter}{1,9}) (?<family>${capital})${after}`,
  'gu',
);
const joinedFamilyLast = new RegExp(`${before}(?<first>[A-ZŎŬ]${letter}{3,10}) (?<family>${capital})${after}`, 'gu');

export function findKoreanNames(text: string): FoundProposal[] {
  const found: FoundProposal[] = [];
  // Written as steps rather than `matchAll`: a word that is no family name may stand before one.
  familyFirst.lastIndex = 0;
  for (let match = familyFirst.exec(text); match !== null; match = familyFirst.exec(text)) {
    const length = readFamilyFirst(match);
    if (length === 0) familyFirst.lastIndex = match.index + (match.groups?.['family']?.length ?? 1);
    else {
      found.push(person(match.index, match[0].slice(0, length), 'Family name first.'));
      familyFirst.lastIndex = match.index + length;
    }
  }
  for (const pattern of [familyLast, joinedFamilyLast])
    for (const match of text.matchAll(pattern)) {
      const { family = '', first = '', second } = match.groups ?? {};
      const given = second === undefined ? first : `${first}-${second}`;
      if (isFamily(family) && isGivenLast(given, plainLatin(family)))
        found.push(person(match.index, match[0], 'Family name last.'));
    }
  return found;
}

function person(start: number, words: string, note: string): FoundProposal {
  return proposalAt({ kind: 'person', sort: 'person', note: `The form of a Korean name. ${note}` }, start, words);
}

function isFamily(word: string): boolean {
  return word.length > 1 && koreanLatin.has(plainLatin(word)) && !isPlainWord(word);
}

/** How much of the match is a name; 0: nothing. */
function readFamilyFirst(match: RegExpExecArray): number {
  const { family = '', comma, first = '', join = '', second } = match.groups ?? {};
  if (!koreanLatin.has(plainLatin(family))) return 0;
  const isTelling = tellingKoreanLatin.has(plainLatin(family));
  if (comma !== undefined && (!isTelling || tellingKoreanLatin.has(plainLatin(first)))) return 0;
  if (second !== undefined) {
    const isHyphened = join === '-';
    // In the North both begin with a capital, or the second follows a hyphen.
    if (!isHyphened && !/^[A-ZŎŬ]/.test(second)) return readJoined(match, family, first, isTelling);
    if (isPair(first, second, isTelling || isHyphened)) return match[0].length;
  }
  return readJoined(match, family, first, isTelling);
}

/** `Kim Cholsam`: both syllables in one word; what follows it is no part of the name. */
function readJoined(match: RegExpExecArray, family: string, first: string, isTelling: boolean): number {
  if (!isTelling || first.length < 4 || isPlainWord(first) || !isTwoGiven(first)) return 0;
  const { join, second } = match.groups ?? {};
  if (second !== undefined && join === '-') return 0;
  return match[0].indexOf(first, family.length) + first.length;
}

function isPair(first: string, second: string, isLenient: boolean): boolean {
  if (isPlainWord(first) && isPlainWord(second)) return false;
  const usual = [first, second].filter(one => givenSyllables.has(plainLatin(one)) && !isPlainWord(one)).length;
  if (usual === 2) return true;
  const fits = [first, second].every(one => isSyllables(one, 'korean', 1));
  return isLenient && fits && usual === 1;
}

/** Splits into two usual syllables. */
function isTwoGiven(word: string): boolean {
  const plain = plainLatin(word).replace(/['-]/g, '');
  if (plain.length > 12) return false;
  for (let at = 2; at <= plain.length - 2; at += 1)
    if (givenSyllables.has(plain.slice(0, at)) && givenSyllables.has(plain.slice(at))) return true;
  return false;
}

/** Given name first: only with a hyphen, or in one word before a telling family name. */
function isGivenLast(given: string, family: string): boolean {
  const [first = '', second] = given.split('-');
  if (second !== undefined) return isPair(first, second, tellingKoreanLatin.has(family));
  return tellingKoreanLatin.has(family) && !isPlainWord(given) && isTwoGiven(given);
}

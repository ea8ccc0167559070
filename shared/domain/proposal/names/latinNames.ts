/**
 * Names in Latin letters that their surroundings tell: behind a title or a label, before an e-mail address, before the same name
 * in Hangul or Han; and Chinese names in pinyin by their form. A capital letter alone tells nothing.
 */
import { type FoundProposal, proposalAt } from '../proposal.ts';
import { hanFamilies, koreanHangul, pinyinFamilies, plainLatin } from './familyNames.ts';
import { isPlainWord, isSyllables } from './syllables.ts';

/** Bounded, as all that repeats here: a page of capitals must not be read from each of them to its end. */
const word = "\\p{Lu}[\\p{L}'’ʻ]{0,24}(?:-\\p{L}[\\p{L}'’]{0,24}){0,2}";
const particle = '(?:van|von|der|den|de|del|della|di|da|dos|al|el|bin|ibn|bint|la|le|ter|zu)';
const initial = '\\p{Lu}\\.';
const name = `(?:${word}|${initial})(?:[ ](?:${particle}[ ]){0,2}(?:${word}|${initial})){0,4}`;
const title =
  '(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Capt|Captain|Col|Colonel|Maj|Lt|Lieutenant|Vice[- ]Admiral|Rear[- ]Admiral|Admiral|Amb|Ambassador|Sir|Herr|Frau|Señor|Señora|Monsieur|Madame|Mme|M\\.\\sle)';
const label =
  "(?:Full name|Name of (?:the )?(?:master|captain|director|signatory|holder|owner|passport holder)|Master(?:’s|'s)? name|Signatory|Signed by|Contact person|Person in charge|Beneficial owner|Attn|Attention|Sole director|Directors?|Chief officer|Master of (?:the )?vessel)";

interface Rule {
  pattern: RegExp;
  note: string;
  /** Fewest words: behind a label a single word may be anything. */
  least: number;
}

const RULES: readonly Rule[] = [
  {
    pattern: new RegExp(`(?<![\\p{L}])${title}\\.?[ ](?<name>${name})`, 'gu'),
    note: 'A title stands before it.',
    least: 1,
  },
  {
    pattern: new RegExp(
      `(?<![\\p{L}])${label}\\.?[ \\t]*:[ \\t]*(?:${title}\\.?[ ])?(?<name>${name})(?=[ \\t]*(?:[,;(/]|\\r?\\n|$))`,
      'gu',
    ),
    note: 'A label stands before it.',
    least: 2,
  },
  {
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}@.])["“']?(?<name>${word}(?:[ ](?:${particle}[ ]){0,2}(?:${word}|${initial})){1,3})["”']?[ ]?<[\\w.+-]{1,64}@[\\w.-]{1,80}>`,
      'gu',
    ),
    note: 'An e-mail address stands behind it.',
    least: 2,
  },
];

export function findLatinNames(text: string): FoundProposal[] {
  const found: FoundProposal[] = [];
  for (const { pattern, note, least } of RULES)
    for (const match of text.matchAll(pattern)) {
      const words = trimmedName(match.groups?.['name'] ?? '');
      if (words.split(' ').length < least || !isNameLike(words)) continue;
      found.push(person(match.index + match[0].indexOf(words), words, note));
    }
  return [...found, ...findPinyin(text), ...findPairs(text)];
}

function person(start: number, words: string, note: string): FoundProposal {
  return proposalAt({ kind: 'person', sort: 'person', note }, start, words);
}

/** Words that end or cannot be in a name: months, offices, what a firm is called after. */
const NO_NAME =
  /^(?:the|and|of|for|in|on|at|from|to|by|with|is|was|this|that|said|told|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|president|chairman|chairperson|minister|secretary|director|manager|committee|council|department|ministry|office|panel|team|group|company|co|ltd|inc|corp|corporation|limited|bank|university|institute|street|road|avenue|list|lists|support|admin|administrator|service|services|info|sales|news|newsletter|mail|mailer|user|users|test|subject|date|re|fwd|name|assembly|electric|motors?|counsel|staff|manager|relativity|rule|order|public|general|colonel|lieutenant|admiral|major|captain|journal|notes|microsoft|affairs|agreement|terms?|conditions)$/i;

function trimmedName(words: string): string {
  const parts = words.split(' ');
  const end = parts.findIndex((part, at) => at > 0 && NO_NAME.test(part));
  // A full stop ends the sentence, save behind an initial.
  return (end < 0 ? parts : parts.slice(0, end)).join(' ').replace(/['’]s$/u, '');
}

function isNameLike(words: string): boolean {
  const parts = words.split(' ');
  return !NO_NAME.test(parts[0] ?? '') && parts.some(part => part.length > 2) && !parts.every(isPlainWord);
}

const capital = "[A-Z][A-Za-zü'’-]{1,13}";
const pinyin = new RegExp(
  `(?<![\\p{L}\\p{N}@.-])(?<family>${capital}) (?<given>${capital})(?![\\p{L}\\p{N}@-]|[ ](?:Road|Street|Province|District|City|County|Lu|University|River|Bay|Island|Port))`,
  'gu',
);
/** Initials that Chinese has in this spelling and others hardly do: a given name of one syllable is enough behind them. */
const TELLING = /^(?:zh|x|q)/;

function findPinyin(text: string): FoundProposal[] {
  const found: FoundProposal[] = [];
  pinyin.lastIndex = 0;
  for (let match = pinyin.exec(text); match !== null; match = pinyin.exec(text)) {
    const { family = '', given = '' } = match.groups ?? {};
    if (isPinyinName(family, given))
      found.push(person(match.index, match[0], 'The form of a Chinese name. Family name first.'));
    else pinyin.lastIndex = match.index + family.length;
  }
  return found;
}

function isPinyinName(family: string, given: string): boolean {
  const plain = plainLatin(family);
  if (!pinyinFamilies.has(plain) || isPlainWord(given)) return false;
  if (isSyllables(given, 'pinyin', 1))
    return given.length > 1 && (TELLING.test(plain) || TELLING.test(plainLatin(given)));
  return given.length >= 5 && isSyllables(given, 'pinyin', 2);
}

const paired =
  /(?<![\p{L}\p{N}])(?<latin>\p{Lu}[\p{L}'’ʻ-]{0,14}(?: \p{L}[\p{L}'’ʻ-]{0,14}){1,3}) ?[(（](?:(?:Korean|Chinese|Hangul|Hanja)\s?[:：]\s?)?(?<own>\p{Script=Hangul}{2,5}|\p{Script=Han}{2,4})(?=[)）,，;； ])/gu;

/** `Jin Tiesan (金铁三)`: two writings of one name tell each other. */
function findPairs(text: string): FoundProposal[] {
  const found: FoundProposal[] = [];
  for (const match of text.matchAll(paired)) {
    const { latin = '', own = '' } = match.groups ?? {};
    const first = [...own][0] ?? '';
    if (!hanFamilies.has(first) && !koreanHangul.has(first)) continue;
    if (
      [...own].length > 4 ||
      !latin
        .split(' ')
        .every(part =>
          part
            .split('-')
            .every(
              one => isSyllables(one, 'korean', 1) || isSyllables(one, 'pinyin', 2) || isSyllables(one, 'korean', 2),
            ),
        )
    )
      continue;
    const note = 'It stands in two scripts.';
    found.push(person(match.index, latin, note), person(match.index + match[0].lastIndexOf(own), own, note));
  }
  return found;
}

/** Names in Cyrillic letters: with a patronymic, with initials and a family name's ending, or of Korean form (`Ким Чхоль Сам`). */
import { type FoundProposal, proposalAt } from '../proposal.ts';
import { koreanCyrillic } from './familyNames.ts';

const word = '[А-ЯЁЇІЄҐ][а-яёїієґ’-]{1,24}';
const capitals = '[А-ЯЁЇІЄҐ]{2,24}';
const patronymic =
  '[А-ЯЁ][а-яё]{1,20}(?:ович|евич|ич|овна|евна|ична|инична|овича|евича|овичу|евичу|овичем|евичем|овны|евны|овне|евне)';
const ending =
  '(?:ов|ев|ёв|ин|ын|ский|цкий|ской|ова|ева|ёва|ина|ына|ская|цкая|ко|юк|ук|ян|дзе|швили|ишвили|ых|их|ец|ова|ову|ову|овым|ёвым|евым|иным|ского|цкого|скому|ому|ина|ину)';
const family = `[А-ЯЁ][а-яё-]{1,20}${ending}`;
const before = '(?<![\\p{L}\\p{N}.])';
const after = '(?![\\p{L}\\p{N}-])';

const RULES: readonly { pattern: RegExp; note: string }[] = [
  {
    pattern: new RegExp(`${before}(?:${word}|${capitals}) ${word} ${patronymic}${after}`, 'gu'),
    note: 'A patronymic stands at its end.',
  },
  {
    pattern: new RegExp(`${before}${word} ${patronymic} (?:${family}|${capitals})${after}`, 'gu'),
    note: 'A patronymic stands in it.',
  },
  {
    pattern: new RegExp(`${before}${family} [А-ЯЁ]\\. ?[А-ЯЁ]\\.`, 'gu'),
    note: 'Initials stand behind a family name.',
  },
  {
    pattern: new RegExp(`${before}[А-ЯЁ]\\. ?[А-ЯЁ]\\. ?${family}${after}`, 'gu'),
    note: 'Initials stand before a family name.',
  },
];

/** Kontsevich's spelling, one or two syllables a word; the particle endings of Russian are let through behind the last. */
const syllable = '(?:кк|тт|пп|сс|чч|кх|тх|пх|чх|дж|[кгнтдрлмпбсчхджз])?(?:ья|ьё|[аеёиоуыэюя])(?:нъ|ль|нг|[кнлмптгр])?';
const korean = new RegExp(
  `${before}(?<family>[А-ЯЁ][а-яё]{1,4}) (?<first>[А-ЯЁ][а-яё]{1,8})(?:[ -](?<second>[А-ЯЁа-яё][а-яё]{0,5}))?${after}`,
  'gu',
);
const oneSyllable = new RegExp(`^${syllable}$`, 'iu');
const twoSyllables = new RegExp(`^${syllable}${syllable}$`, 'iu');
const endings = /(?:ом|ем|а|у|е)$/u;

export function findCyrillicNames(text: string): FoundProposal[] {
  const found = RULES.flatMap(({ pattern, note }) =>
    [...text.matchAll(pattern)].map(match =>
      proposalAt({ kind: 'person', sort: 'person', note }, match.index, match[0]),
    ),
  );
  for (const match of text.matchAll(korean)) {
    const { family: first = '', first: given = '', second } = match.groups ?? {};
    if (!koreanCyrillic.has(first) || !isKoreanGiven(given, second)) continue;
    found.push(
      proposalAt(
        { kind: 'person', sort: 'person', note: 'The form of a Korean name in Russian.' },
        match.index,
        match[0],
      ),
    );
  }
  return found;
}

function isKoreanGiven(given: string, second: string | undefined): boolean {
  if (second === undefined)
    return given.length >= 4 && (twoSyllables.test(given) || twoSyllables.test(given.replace(endings, '')));
  return oneSyllable.test(given) && (oneSyllable.test(second) || oneSyllable.test(second.replace(endings, '')));
}

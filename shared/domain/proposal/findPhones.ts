/** Phone numbers: behind a word for one, or with a country's code in the international form. Digits alone are never one. */
import { type FoundProposal, proposalAt } from './proposal.ts';

const digits = '(?:\\+ ?|00)?\\(?\\d{1,4}\\)?(?:[ .\\-–/]{0,2}\\(?\\d{1,5}\\)?){1,6}';
const labelled = new RegExp(
  `(?<![\\p{L}])(?:Tel(?:ephone|\\.)?|Phone|Mob(?:ile|\\.)?|Cell|Fax|Telefax|WhatsApp|Viber|Telegram|Hotline|전화(?:번호)?|휴대폰|손전화|팩스|확스|电话|電話|手机|手機|传真|傳真|携帯|тел\\.?|телефон|моб\\.?|факс)(?: ?(?:no|number|№)\\.?)? ?(?:\\([a-zA-Z ]{1,12}\\) ?)?[:：]?[ \\t]{0,3}(?<number>${digits})(?!\\d)`,
  'giu',
);
/** Codes of countries, the first digits: one, two or three of them. */
const COUNTRY =
  /^(?:1|7|2[07]|3[0123469]|4[013456789]|5[1-8]|6[0-6]|8[1246]|9[0-58]|21[1-8]|2[2-6]\d|29[0178]|3[578]\d|42[0-3]|50\d|59\d|67\d|68\d|69[0-2]|85[02356]|88[068]|96\d|97\d|99[2-8])/;
const international = /(?<![\p{L}\p{N}+])(?<number>\+ ?\(?\d{1,3}\)?(?:[ .\-–/]{0,2}\(?\d{1,5}\)?){2,6})(?!\d)/gu;

const MIN_DIGITS = 7;
const MAX_DIGITS = 15;

export function findPhones(text: string): FoundProposal[] {
  const found: FoundProposal[] = [];
  for (const [pattern, isLabelled] of [
    [labelled, true],
    [international, false],
  ] as const)
    for (const match of text.matchAll(pattern)) {
      const number = match.groups?.['number'] ?? '';
      const value = normalPhone(number);
      const count = value.replace('+', '').length;
      if (count < MIN_DIGITS || count > MAX_DIGITS) continue;
      const isInternational = value.startsWith('+');
      if (isInternational && !COUNTRY.test(value.slice(1))) continue;
      // A row of years or of table cells behind the word is no number.
      if (!isInternational && /\b(?:19|20)\d\d\b.*\b(?:19|20)\d\d\b/.test(number)) continue;
      const note = isInternational || !isLabelled ? '' : 'Without the code of a country.';
      const start = match.index + match[0].lastIndexOf(number);
      found.push(proposalAt({ kind: 'identifier', sort: 'phone number', note }, start, number, value));
    }
  return found;
}

/** Digits only; `00` before a country's code is a plus, and `(0)` is dialled at home only. */
function normalPhone(number: string): string {
  const trimmed = number.trim();
  const isInternational = /^(?:\+|00)/.test(trimmed);
  const plain = trimmed.replace(isInternational ? /\(0\)/ : /$^/, '').replace(/\D/g, '');
  return isInternational ? `+${plain.replace(/^00/, '')}` : plain;
}

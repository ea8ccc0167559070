/**
 * Identifiers in a text. Numbers that could be anything are taken only beside a word that says what they are; codes with a
 * shape and a checksum of their own are taken alone where the checksum holds.
 */
import { checkIdentifier, type IdentifierKind, identifierWords } from '../identifier/index.ts';
import type { FoundProposal } from './proposal.ts';

interface Rule {
  kind: IdentifierKind | 'email' | 'passport' | 'call-sign';
  /** Group 1 is the value. */
  pattern: RegExp;
  /** Shown also where the check fails: the word beside it says what it is meant to be. */
  isLabelled: boolean;
}

const RULES: readonly Rule[] = [
  {
    kind: 'imo-company',
    pattern: /\b(?:company|registered owner|owner)\s+IMO\s*(?:no\.?|number|#)?\s*:?\s*(\d{7})(?!\d)/giu,
    isLabelled: true,
  },
  {
    kind: 'imo-company',
    pattern: /\bIMO\s+(?:company|registered owner|owner)\s*(?:no\.?|number|#)?\s*:?\s*(\d{7})(?!\d)/giu,
    isLabelled: true,
  },
  {
    kind: 'imo-ship',
    pattern:
      /\bIMO\s*(?:ship\s+|vessel\s+|hull\s+)?(?:identification\s+)?(?:no\.?|number|#|번호|编号|番号)?(?:,? marked on (?:the )?hull)?\s*[:：]?\s*(\d{7})(?!\d)/giu,
    isLabelled: true,
  },
  { kind: 'mmsi', pattern: /\bMMSI\s*(?:no\.?|number|#)?\s*[:：]?\s*(\d{9})(?!\d)/giu, isLabelled: true },
  { kind: 'container', pattern: /(?<![A-Za-z0-9])([A-Z]{3}[UJZ][ -]?\d{6}[ -]?\d)(?!\d)/gu, isLabelled: false },
  {
    kind: 'iban',
    pattern: /(?<![A-Za-z0-9])([A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?)(?![A-Za-z0-9])/gu,
    isLabelled: false,
  },
  {
    kind: 'bic',
    pattern:
      /\b(?:SWIFT(?:\s*\/\s*BIC)?|BIC)\s*(?:code)?\s*[:：]?\s*([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)(?![A-Za-z0-9])/gu,
    isLabelled: true,
  },
  { kind: 'lei', pattern: /(?<![A-Za-z0-9])([A-Z0-9]{18}\d{2})(?![A-Za-z0-9])/gu, isLabelled: false },
  { kind: 'eth', pattern: /(?<![A-Za-z0-9])(0x[0-9a-fA-F]{40})(?![A-Za-z0-9])/gu, isLabelled: true },
  {
    kind: 'btc',
    pattern: /(?<![A-Za-z0-9])([13][1-9A-HJ-NP-Za-km-z]{25,34}|bc1[ac-hj-np-z02-9]{11,71})(?![A-Za-z0-9])/gu,
    isLabelled: false,
  },
  { kind: 'tron', pattern: /(?<![A-Za-z0-9])(T[1-9A-HJ-NP-Za-km-z]{33})(?![A-Za-z0-9])/gu, isLabelled: false },
  { kind: 'cas', pattern: /\bCAS\s*(?:no\.?|number|#)?\s*[:：]?\s*(\d{2,7}-\d{2}-\d)(?!\d)/giu, isLabelled: true },
  { kind: 'nmea-aivdm', pattern: /(!AIVD[MO],[^*\s]{1,110}\*[0-9A-F]{2})/gu, isLabelled: false },
  {
    kind: 'email',
    pattern: /(?<![\w.+-])([\w.+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,24})(?![\w-])/gu,
    isLabelled: true,
  },
  {
    kind: 'passport',
    pattern:
      /(?:\bpassport|паспорт|여권|护照|旅券)\s*(?:no\.?|number|№|번호|号码|番号)?\s*[:：]?\s*([A-Z]{0,2}\d{6,9})(?!\d)/giu,
    isLabelled: true,
  },
  {
    kind: 'call-sign',
    pattern: /\b(?:call\s?sign|호출부호|позывной)\s*[:：]?\s*([A-Z0-9]{4,7})(?![A-Z0-9])/gu,
    isLabelled: true,
  },
];

const OTHER_WORDS = { email: 'e-mail address', passport: 'passport number', 'call-sign': 'call sign' } as const;

export function findIdentifiers(text: string): FoundProposal[] {
  const found: FoundProposal[] = [];
  for (const { kind, pattern, isLabelled } of RULES) {
    for (const match of text.matchAll(pattern)) {
      const [whole, value = ''] = match;
      const read = readIdentifier(kind, value, isLabelled);
      if (read === null) continue;
      const start = match.index + whole.lastIndexOf(value);
      found.push({ kind: 'identifier', start, end: start + value.length, words: value, ...read });
    }
  }
  return found;
}

function readIdentifier(
  kind: Rule['kind'],
  value: string,
  isLabelled: boolean,
): Pick<FoundProposal, 'value' | 'sort' | 'note'> | null {
  if (kind === 'email' || kind === 'passport' || kind === 'call-sign')
    return { value: kind === 'email' ? value.toLowerCase() : value, sort: OTHER_WORDS[kind], note: '' };
  const verdict = checkIdentifier(kind, value);
  if (!verdict.valid && !isLabelled) return null;
  return { value: verdict.normal, sort: identifierWords[kind], note: verdict.sentence };
}

/**
 * What can be said of a value from its property: whether its check digit holds, whether it is a date. The kind is told by the
 * schema and the property that somebody chose, never by the digits. A value that fails is kept: papers carry wrong numbers, and
 * that they do is evidence.
 */
import { isWorldDate } from '../../kernel/dateSpan.ts';
import { readDate } from '../../kernel/dates.ts';
import { isA, schemaOrThing, valuesOfType } from '../ftm/index.ts';
import { checkIdentifier, type IdentifierKind } from '../identifier/index.ts';

export interface ValueCheck {
  valid: boolean;
  /** As it is compared and exported; the value itself where there is no better form. */
  normal: string;
  /** One sentence on what was checked, or what is wrong; '' where there is nothing to say. */
  sentence: string;
}

/** Null where nothing is known that could be checked. */
export function checkValue(schema: string, property: string, value: string): ValueCheck | null {
  const text = value.trim();
  const kind = identifierKindOf(schema, property);
  if (kind !== null) return checkIdentifier(kind, text);
  if (property === 'publicKey') return checkWallet(text);
  switch (schemaOrThing(schema).properties.get(property)?.type) {
    case 'date':
      return checkDate(text);
    case 'country':
      return checkListed('country', text, 'a country of the list');
    case 'iban':
      return checkIdentifier('iban', text);
    case 'number':
      return checkNumber(text);
    case 'email':
      return {
        valid: /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
        normal: text.toLowerCase(),
        sentence: /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? '' : 'It does not look like an e-mail address.',
      };
    default:
      return null;
  }
}

/** Which check a property calls for. A number of IMO is a ship's on a vessel and a company's on a company. */
export function identifierKindOf(schema: string, property: string): IdentifierKind | null {
  switch (property) {
    case 'imoNumber':
      return isA(schema, 'Vessel') ? 'imo-ship' : 'imo-company';
    case 'mmsi':
      return 'mmsi';
    case 'iban':
      return 'iban';
    case 'bic':
    case 'swiftBic':
      return 'bic';
    case 'leiCode':
      return 'lei';
    default:
      return null;
  }
}

/** The form of a wallet's address tells which chains it may be of; it is checked against each form that it could have. */
function checkWallet(text: string): ValueCheck | null {
  if (/^(?:0x)?[0-9a-fA-F]{40}$/.test(text)) return checkIdentifier('eth', text);
  if (/^T[1-9A-HJ-NP-Za-km-z]{33}$/.test(text)) return checkIdentifier('tron', text);
  if (/^(?:bc1|tb1|[13])/i.test(text)) return checkIdentifier('btc', text);
  return null;
}

function checkDate(text: string): ValueCheck {
  if (isWorldDate(text)) return { valid: true, normal: text, sentence: '' };
  const read = readDate(text);
  if (read !== null) return { valid: true, normal: read, sentence: '' };
  return {
    valid: false,
    normal: text,
    sentence: 'Write a date as 2021, 2021-03, 2021-03-07, 2021-03~ for about, or 2021-03-07T04:10Z.',
  };
}

function checkListed(type: string, text: string, what: string): ValueCheck {
  const codes = valuesOfType(type);
  const wanted = text.toLowerCase();
  if (Object.hasOwn(codes, wanted)) return { valid: true, normal: wanted, sentence: codes[wanted] ?? '' };
  const named = Object.entries(codes).find(([, words]) => words.toLowerCase() === wanted);
  if (named) return { valid: true, normal: named[0], sentence: named[1] };
  return { valid: false, normal: text, sentence: `It is not ${what}; it is kept as written.` };
}

function checkNumber(text: string): ValueCheck {
  const plain = text.replace(/[\s,' ]/g, '');
  const valid = /^[+-]?\d+(?:\.\d+)?$/.test(plain);
  return { valid, normal: text, sentence: valid ? '' : 'It is not a number; it is kept as written.' };
}

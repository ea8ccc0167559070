/**
 * What can be said of a value from its property: whether its check digit holds, whether it is a date. The kind is told by the
 * schema and the property that somebody chose, never by the digits. A value that fails is kept: papers carry wrong numbers, and
 * that they do is evidence.
 */
import { isWorldDate } from '../../kernel/dateSpan.ts';
import { readDateWords } from '../../kernel/readDateWords.ts';
import { schemaOrThing, valuesOfType } from '../ftm/index.ts';
import { checkIdentifier } from '../identifier/index.ts';
import { checkWallet } from './checkWallet.ts';
import { identifierKindOf, type ValueContext } from './identifierKindOf.ts';

export { identifierKindOf, type ValueContext } from './identifierKindOf.ts';

export interface ValueCheck {
  valid: boolean;
  /** As it is compared and exported; the value itself where there is no better form. */
  normal: string;
  /** What was checked, or what is wrong; '' where there is nothing to say. */
  sentence: string;
}

/** Null where nothing is known that could be checked. */
export function checkValue(
  schema: string,
  property: string,
  value: string,
  context: ValueContext = {},
): ValueCheck | null {
  const text = value.trim();
  const kind = identifierKindOf(schema, property, context, text);
  if (kind !== null) return checkIdentifier(kind, text);
  if (property === 'publicKey') return checkWallet(text, context.currency ?? null);
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

const HOW_TO = 'Write a date as 2021, 2021-03, 2021-03-07, 2021-03~ for about, or 2021-03-07T04:10Z.';

function checkDate(text: string): ValueCheck {
  if (isWorldDate(text)) return { valid: true, normal: text, sentence: '' };
  const reading = readDateWords(text);
  switch (reading.kind) {
    case 'date':
      return { valid: true, normal: reading.date, sentence: reading.note };
    case 'alternatives':
      return {
        valid: false,
        normal: text,
        sentence: `It may be ${reading.dates.join(' or ')}. ${reading.note} Add each as a value of its own.`,
      };
    case 'unread':
      return { valid: false, normal: text, sentence: `${reading.why} ${HOW_TO}` };
  }
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

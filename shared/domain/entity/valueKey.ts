/**
 * How a value is compared with others of its kind: names by their folded words, numbers without separators. What has no key is
 * never compared. The first letter tells names, identifiers, addresses, phones and e-mails apart: the same digits as a passport
 * and as an account number are not the same thing, but only who reads the two properties can say so.
 */
import { schemaOrThing } from '../ftm/index.ts';
import { indexTokens } from '../text/index.ts';

export type KeyKind = 'name' | 'identifier' | 'address' | 'phone' | 'email' | 'url';

const KIND_OF_TYPE: Readonly<Record<string, KeyKind>> = {
  name: 'name',
  identifier: 'identifier',
  iban: 'identifier',
  address: 'address',
  phone: 'phone',
  email: 'email',
  url: 'url',
};
const LETTER: Readonly<Record<KeyKind, string>> = {
  name: 'n',
  identifier: 'i',
  address: 'a',
  phone: 'p',
  email: 'e',
  url: 'u',
};

/** The type of a property of a schema; a property that the model does not know is plain text. */
export function typeOfProperty(schema: string, property: string): string {
  return schemaOrThing(schema).properties.get(property)?.type ?? 'string';
}

export function keyKindOf(type: string): KeyKind | null {
  return KIND_OF_TYPE[type] ?? null;
}

/** '' where values of this type are not compared, or nothing comparable is in it. */
export function valueKey(type: string, value: string): string {
  const kind = keyKindOf(type);
  return kind === null ? '' : keyOf(kind, value);
}

export function keyOf(kind: KeyKind, value: string): string {
  const plain = plainKey(kind, value);
  return plain === '' ? '' : `${LETTER[kind]}:${plain}`;
}

/** Shorter ones are shared by chance. */
const MIN_IDENTIFIER = 4;
const MIN_PHONE = 6;

function plainKey(kind: KeyKind, value: string): string {
  switch (kind) {
    case 'name':
    case 'address':
      return indexTokens(value).join(' ');
    case 'identifier': {
      const key = value
        .normalize('NFKC')
        .toUpperCase()
        .replace(/^IMO\s*/u, '')
        .replace(/[^\p{L}\p{N}]/gu, '');
      return key.length < MIN_IDENTIFIER ? '' : key;
    }
    case 'phone': {
      const digits = value.normalize('NFKC').replace(/\D/g, '').replace(/^00/, '');
      return digits.length < MIN_PHONE ? '' : digits;
    }
    case 'email':
      return value.trim().toLowerCase();
    case 'url':
      return value
        .trim()
        .toLowerCase()
        .replace(/^https?:\/\/(?:www\.)?/, '')
        .replace(/\/+$/, '');
  }
}

/** What the pop-over offers for selected words, and in which order. Pure. */
import type { EntitySuggestion } from '../../../../shared/contract/entity.ts';
import { everydaySchemata, schemaNames, schemaOrThing } from '../../../../shared/domain/ftm/index.ts';
import type { EntityGuess } from '../../../../shared/domain/proposal/index.ts';

export type EntityOption =
  | { kind: 'known'; suggestion: EntitySuggestion }
  /** Made with the words as its value. */
  | { kind: 'new'; schema: string; isGuess: boolean }
  /** The kinds that are not offered at once. */
  | { kind: 'more' };

/** From a shared number or the same name on: what has some words in common stands behind the new one, so that Enter never takes a namesake by its family name. */
const TELLING_SCORE = 80;

const NAMES = ['name', 'alias', 'weakAlias', 'previousName'];
/** Offered in the list of properties, beside the names. */
const NUMBERS = [
  'imoNumber',
  'mmsi',
  'callSign',
  'registrationNumber',
  'passportNumber',
  'idNumber',
  'taxNumber',
  'accountNumber',
  'iban',
  'swiftBic',
  'leiCode',
  'publicKey',
  'phone',
  'email',
  'address',
];

export function isNameProperty(property: string): boolean {
  return NAMES.includes(property) || property === 'full';
}

export function offeredProperties(guess: EntityGuess): string[] {
  return [...new Set([guess.property, ...NAMES, ...NUMBERS])];
}

/** Schemata of a new entity that can have the property, the likely one first. */
export function schemataWith(guess: EntityGuess, property: string, all: boolean): string[] {
  const fits = (schema: string) => schemaOrThing(schema).properties.has(property);
  const first = guess.schemata.filter(fits);
  const others = everydaySchemata.thing.filter(schema => fits(schema) && !first.includes(schema));
  return all || first.length === 0 ? [...first, ...others] : first;
}

/** For the question to the vault: every schema that has the property; a name everything has. */
export function askedSchemata(property: string): string[] {
  if (NAMES.includes(property)) return [];
  return schemaNames().filter(name => schemaOrThing(name).properties.has(property));
}

interface Offered {
  suggestions: readonly EntitySuggestion[];
  guess: EntityGuess;
  property: string;
  /** Kinds beyond the usual ones were asked for. */
  all: boolean;
  /** There is something to name a new one by. */
  canMake: boolean;
  /** Somebody was looked for by other words than those of the page: who is found stands first. */
  isSought?: boolean;
}

export function entityOptions({ suggestions, guess, property, all, canMake, isSought }: Offered): EntityOption[] {
  const known = (suggestion: EntitySuggestion): EntityOption => ({ kind: 'known', suggestion });
  const isTelling = ({ score }: EntitySuggestion) => isSought || score >= TELLING_SCORE;
  const telling = suggestions.filter(isTelling);
  const weaker = suggestions.filter(one => !isTelling(one));
  const likely = guess.note === '' ? telling[0]?.schema : undefined;
  const schemata = canMake ? before(likely, schemataWith(guess, property, all)) : [];
  const made = schemata.map(
    (schema, at): EntityOption => ({ kind: 'new', schema, isGuess: at === 0 && guess.note !== '' }),
  );
  const hasMore = canMake && !all && schemata.length < schemataWith(guess, property, true).length;
  return [
    ...telling.map(known),
    ...made.slice(0, 1),
    ...weaker.map(known),
    ...made.slice(1),
    ...(hasMore ? [{ kind: 'more' } as const] : []),
  ];
}

/** Where nothing else tells, a namesake does: two of one name are mostly of one kind. */
function before(first: string | undefined, schemata: string[]): string[] {
  return first !== undefined && schemata.includes(first) ? [first, ...schemata.filter(one => one !== first)] : schemata;
}

export function optionKey(option: EntityOption): string {
  switch (option.kind) {
    case 'known':
      return option.suggestion.id;
    case 'new':
      return `new ${option.schema}`;
    default:
      return 'more';
  }
}

/** How an entity is named and told from its namesakes: from its statements, by rule, the same everywhere. */
import { describeDate, type EdtfDate } from '../../kernel/dates.ts';
import { dateSpan } from '../../kernel/dateSpan.ts';
import { edgeWords, kindOfSchema, schemaOrThing, valuesOfType } from '../ftm/index.ts';
import { shownStatement, type Weighed } from './shownStatement.ts';

/** Caption of an entity that is named in a statement; null where the vault does not hold it. */
export type NameOf = (statementId: string) => string | null;

const NAMELESS = 'without a name';

export function captionOf(schema: string, statements: readonly Weighed[], nameOf: NameOf): string {
  const kind = kindOfSchema(schema);
  if (kind === 'relationship') return tieCaption(schema, statements, nameOf);
  // The model would call an event after its bare date; its kind and the date in words say more.
  for (const property of kind === 'event' ? ['name'] : ['name', ...schemaOrThing(schema).caption]) {
    const shown = shownStatement(statements, property);
    if (shown) return nameOf(shown.id) ?? shown.value;
  }
  if (kind === 'event') return eventCaption(statements);
  if (kind === 'record') return recordCaption(schema, statements, nameOf);
  for (const property of ['alias', 'weakAlias', 'imoNumber', 'registrationNumber', 'publicKey', 'full', 'number']) {
    const shown = shownStatement(statements, property);
    if (shown) return shown.value;
  }
  return `${schemaOrThing(schema).label} ${NAMELESS}`;
}

function sideName(statements: readonly Weighed[], property: string, nameOf: NameOf): string {
  const sides = statements.filter(one => one.property === property && one.withdrawnAt === null);
  if (sides.length === 0) return '(not said)';
  return sides.map(one => nameOf(one.id) ?? one.value).join(', ');
}

function tieCaption(schema: string, statements: readonly Weighed[], nameOf: NameOf): string {
  const { edge } = schemaOrThing(schema);
  if (!edge) return schema;
  const [source, target] = [edge.source, edge.target].map(side => sideName(statements, side, nameOf));
  return `${source} ${edgeWords(schema).forward} ${target}`;
}

function eventCaption(statements: readonly Weighed[]): string {
  const kind = shownStatement(statements, 'eventKind')?.value ?? 'Event';
  const when = shownStatement(statements, 'date') ?? shownStatement(statements, 'startDate');
  return when ? `${kind}, ${dateWords(when.value)}` : kind;
}

function recordCaption(schema: string, statements: readonly Weighed[], nameOf: NameOf): string {
  const { label } = schemaOrThing(schema);
  const number = ['passportNumber', 'number', 'recordId', 'role', 'title']
    .map(property => shownStatement(statements, property)?.value)
    .find(Boolean);
  const holder = ['holder', 'entity', 'caller', 'payer', 'taxee']
    .map(property => shownStatement(statements, property))
    .find(Boolean);
  return [number ? `${label} ${number}` : label, holder && (nameOf(holder.id) ?? holder.value)]
    .filter(Boolean)
    .join(' of ');
}

/** A date of the world in words; a time of day stands behind it, in UTC. */
export function dateWords(date: string): string {
  const clock = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})/.exec(date);
  if (clock) {
    const span = dateSpan(date);
    const utc = span?.from == null ? date : new Date(span.from).toISOString();
    return `${describeDate(utc.slice(0, 10) as EdtfDate)}, ${utc.slice(11, 16)} UTC`;
  }
  return dateSpan(date) ? describeDate(date as EdtfDate) : date;
}

/** Properties that tell namesakes apart, the best first, with the word that stands before the value. */
const TELLING: readonly (readonly [string, string])[] = [
  ['imoNumber', 'IMO'],
  ['registrationNumber', 'reg. no.'],
  ['passportNumber', 'passport'],
  ['idNumber', 'ID'],
  ['innCode', 'INN'],
  ['leiCode', 'LEI'],
  ['mmsi', 'MMSI'],
  ['callSign', 'call sign'],
  ['serialNumber', 'serial no.'],
  ['iban', 'IBAN'],
  ['accountNumber', 'account'],
  ['swiftBic', 'BIC'],
  ['bic', 'BIC'],
  ['birthDate', 'born'],
  ['incorporationDate', 'founded'],
  ['position', ''],
  ['city', ''],
];
const COUNTRIES = ['flag', 'nationality', 'citizenship', 'jurisdiction', 'country', 'mainCountry'];

export function hintOf(schema: string, statements: readonly Weighed[]): string {
  const kind = kindOfSchema(schema);
  const parts: string[] = [];
  if (kind === 'relationship' || kind === 'event') {
    const [on, from, to] = ['date', 'startDate', 'endDate'].map(
      property => shownStatement(statements, property)?.value,
    );
    if (on) parts.push(dateWords(on));
    else if (from || to) parts.push(spanWords(from ?? null, to ?? null));
    const role = shownStatement(statements, kind === 'event' ? 'eventKind' : 'role');
    if (role) parts.push(role.value);
    return parts.join(' · ');
  }
  for (const [property, word] of TELLING) {
    const shown = shownStatement(statements, property);
    if (!shown || (property === 'position' && kind !== 'thing')) continue;
    const value = property.endsWith('Date') ? dateWords(shown.value) : shown.value.replace(/^IMO\s*/i, '');
    parts.push(word === '' ? value : `${word} ${value}`);
    break;
  }
  const country = COUNTRIES.map(property => shownStatement(statements, property)).find(Boolean);
  if (country) parts.push(valuesOfType('country')[country.value] ?? country.value);
  return parts.join(' · ');
}

/** "2019 to May 2021", "from 2019", "until May 2021". */
export function spanWords(from: string | null, to: string | null): string {
  if (from !== null && to !== null) return from === to ? dateWords(from) : `${dateWords(from)} to ${dateWords(to)}`;
  if (from !== null) return `from ${dateWords(from)}`;
  return to === null ? '' : `until ${dateWords(to)}`;
}

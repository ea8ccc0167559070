/** What is stated of an entity, by property: featured ones first, then what else is filled. Pure. */
import { compareWeight } from '../../../../shared/domain/entity/shownStatement.ts';
import type { StatementView } from '../../../../shared/domain/entity/statement.ts';
import { type FtmProperty, schemaOrThing } from '../../../../shared/domain/ftm/index.ts';
import { propertyLabel } from '../propertyWords.ts';

export interface PropertyGroup {
  property: string;
  label: string;
  /** Of the model; `string` for a property that it does not know. */
  type: string;
  /** Standing ones, the shown one first. */
  statements: StatementView[];
  /** Of several values one is shown: true for names, numbers and dates, not for lists such as participants. */
  oneIsShown: boolean;
}

/** What tells an event, in the order in which one tells it. */
const OF_EVENTS = [
  'eventKind',
  'date',
  'startDate',
  'endDate',
  'location',
  'position',
  'participant',
  'involved',
  'organizer',
  'quantity',
];
/** Each value of these stands for itself. */
const LISTS = new Set(['entity', 'quantity', 'position', 'topic', 'text', 'url', 'phone', 'email', 'address']);

/** Names of properties in the order in which they stand: sides of a tie, what tells an event, the featured ones. */
export function firstProperties(schema: string): string[] {
  const { edge, featured, properties } = schemaOrThing(schema);
  const first = [
    ...(edge ? [edge.source, edge.target] : []),
    ...(properties.has('eventKind') ? OF_EVENTS : []),
    ...featured,
  ];
  return [...new Set(first)].filter(name => properties.has(name));
}

export function groupStatements(schema: string, statements: readonly StatementView[]): PropertyGroup[] {
  const { properties, featured } = schemaOrThing(schema);
  const standing = statements.filter(one => one.withdrawnAt === null);
  const filled = new Set(standing.map(one => one.property));
  const first = firstProperties(schema);
  const labelOf = (property: string) => propertyLabel(schema, property);
  const others = [...filled]
    .filter(property => !first.includes(property))
    .sort((left, right) => rank(left) - rank(right) || labelOf(left).localeCompare(labelOf(right), 'en'));
  return [...first.filter(property => filled.has(property) || featured.includes(property)), ...others].map(property => {
    const type = properties.get(property)?.type ?? 'string';
    return {
      property,
      label: labelOf(property),
      type,
      oneIsShown: !LISTS.has(type),
      statements: standing
        .filter(one => one.property === property)
        .sort((left, right) => compareWeight(weighed(left), weighed(right))),
    };
  });
}

/** Other names stand right behind the name. */
const NAMES = ['name', 'alias', 'previousName', 'weakAlias'];
function rank(property: string): number {
  const at = NAMES.indexOf(property);
  return at < 0 ? NAMES.length : at;
}

function weighed(one: StatementView) {
  return { ...one, support: one.citations.filter(citation => citation.bearing === 'supports').length };
}

/** Properties that a person may state, the first ones first; all words typed must be in the label, the name or the description. */
export function propertyChoices(schema: string, typed: string): FtmProperty[] {
  const { properties } = schemaOrThing(schema);
  const first = firstProperties(schema);
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const place = (name: string) => (first.includes(name) ? first.indexOf(name) : first.length);
  return [...properties.values()]
    .filter(({ isStub, isHidden }) => !isStub && !isHidden)
    .filter(({ name, description }) => {
      const held = `${propertyLabel(schema, name)} ${name} ${description}`.toLowerCase();
      return words.every(word => held.includes(word));
    })
    .sort(
      (left, right) =>
        place(left.name) - place(right.name) ||
        rank(left.name) - rank(right.name) ||
        propertyLabel(schema, left.name).localeCompare(propertyLabel(schema, right.name), 'en'),
    );
}

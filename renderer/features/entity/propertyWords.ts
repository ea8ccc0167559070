/** How properties are named, and in which order they stand. Pure. */
import { type FtmProperty, schemaNamed, schemaNames, schemaOrThing } from '../../../shared/domain/ftm/index.ts';

/** Words of ours where the model's do not say enough to a reader. */
const OWN_LABELS: Readonly<Record<string, string>> = {
  alias: 'Other name',
  weakAlias: 'Weak alias',
  previousName: 'Former name',
  publicKey: 'Wallet address',
  participant: 'Participant',
  involved: 'Involved',
};

/** The label of a property; without a schema, of the first schema that has one of this name. */
export function propertyLabel(schema: string | null, property: string): string {
  const own = OWN_LABELS[property];
  if (own) return own;
  const known = schema === null ? anywhere(property) : schemaOrThing(schema).properties.get(property);
  return known?.label ?? anywhere(property)?.label ?? property;
}

/** A label in the middle of a sentence: `IMO number`, `former name`. */
export function inSentence(label: string): string {
  return label.replace(/\p{L}+/gu, word => (/\p{Lu}.*\p{Lu}/u.test(word) ? word : word.toLowerCase()));
}

const found = new Map<string, FtmProperty | null>();

function anywhere(property: string): FtmProperty | null {
  const made = found.get(property);
  if (made !== undefined) return made;
  let first: FtmProperty | null = null;
  for (const name of schemaNames()) {
    first = schemaNamed(name)?.properties.get(property) ?? null;
    if (first) break;
  }
  found.set(property, first);
  return first;
}

/** The property by which an entity of a schema is named first: the name, the number of an account, the key of a wallet. */
export function namingProperty(schema: string): string {
  const { properties, caption, featured } = schemaOrThing(schema);
  const canName = (name: string) => {
    const property = properties.get(name);
    return property !== undefined && !property.isHidden && !['entity', 'date'].includes(property.type);
  };
  const names = caption.filter(canName);
  return names.find(name => featured.includes(name)) ?? names[0] ?? featured.find(canName) ?? 'name';
}

/** Entities as FollowTheMoney, one JSON object a line, keys and values in one order: the same content makes the same bytes. */
import { isA } from '../ftm/index.ts';
import { type OurPart, ourStatement } from './ftmOurs.ts';
import { FIELD_MARK, type LeavingEntities, type LeavingEntity } from './interchangeEntity.ts';
import { isOurProperty, parsedField } from './readFtm.ts';

export function* writeFtm(source: LeavingEntities): Generator<string> {
  for (const entity of source.entities()) yield `${JSON.stringify(ftmObject(entity))}\n`;
}

export function ftmObject(entity: LeavingEntity): Record<string, unknown> {
  const { id, schema, caption, members } = entity;
  const properties = new Map<string, string[]>();
  const fields = new Map<string, unknown>();
  const ours: OurPart = {};
  const statements = [];
  for (const value of entity.values) {
    const { property } = value;
    // The latest of a field counts: it says how the entity stood when it was last taken over.
    if (property.startsWith(FIELD_MARK)) fields.set(property.slice(FIELD_MARK.length), parsedField(value.value));
    const isOurs = isOurProperty(schema, property);
    if (!isOurs && !property.startsWith(FIELD_MARK)) addTo(properties, property, value.value);
    const said = ourStatement(value, isOurs);
    if (said) statements.push(said);
  }
  if (statements.length > 0) ours.statements = statements;
  const involved = involvedBy(entity).filter(one => !properties.get('involved')?.includes(one));
  if (involved.length > 0) {
    ours.derived = { involved };
    for (const one of involved) addTo(properties, 'involved', one);
  }
  if (members.length > 0) {
    ours.members = [...members];
    const referents = fields.get('referents');
    fields.set('referents', [...new Set([...(Array.isArray(referents) ? referents : []), ...members])]);
  }
  // A caption that no value says follows from the others; whoever reads them makes it anew.
  const isSaid = entity.values.some(({ property, value }) => value === caption && !property.startsWith(FIELD_MARK));
  const given = fields.get('caption') ?? (isSaid ? caption : undefined);
  return {
    id,
    ...(given === undefined ? {} : { caption: given }),
    schema,
    properties: sorted(properties),
    ...sorted(fields, ['caption', 'id', 'schema', 'properties', 'probatum']),
    ...(Object.keys(ours).length > 0 ? { probatum: ours } : {}),
  };
}

/** Participants whom the model knows by a property of its own. */
function involvedBy({ schema, values }: LeavingEntity): string[] {
  if (!isA(schema, 'Event')) return [];
  return values
    .filter(
      ({ property, target }) => property === 'participant' && target !== null && isA(target.schema, 'LegalEntity'),
    )
    .map(({ value }) => value);
}

function addTo(properties: Map<string, string[]>, property: string, value: string): void {
  const values = properties.get(property);
  if (!values) properties.set(property, [value]);
  else if (!values.includes(value)) values.push(value);
}

function sorted<Value>(entries: ReadonlyMap<string, Value>, except: readonly string[] = []): Record<string, Value> {
  return Object.fromEntries(
    [...entries].filter(([name]) => !except.includes(name)).sort(([left], [right]) => (left < right ? -1 : 1)),
  );
}

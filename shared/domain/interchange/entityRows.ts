/**
 * Tables that say themselves what their rows are, and need no mapping: an entity a row with `id` and `schema` (as we write them,
 * and OpenSanctions its simple lists), or a statement a row (as FollowTheMoney has it).
 */
import { schemaNamed } from '../ftm/index.ts';
import { splitValues, unguardCell } from './cells.ts';
import { FIELD_MARK, type InterchangeEntity, type ReadItem } from './interchangeEntity.ts';
import { readFtmObject } from './readFtm.ts';
import { readWords } from './readWords.ts';
import { NAME_COLUMN } from './writeTable.ts';

export type EntityTable = 'entities' | 'statements';

export function entityTableOf(headings: readonly string[]): EntityTable | null {
  const has = (...names: string[]) => names.every(name => headings.includes(name));
  if (has('entity_id', 'prop', 'value', 'schema')) return 'statements';
  return has('id', 'schema') ? 'entities' : null;
}

/** Headings of simple lists that are not the model's own words. */
const MEANT: Readonly<Record<string, string>> = {
  aliases: 'alias',
  countries: 'country',
  addresses: 'address',
  phones: 'phone',
  emails: 'email',
  identifiers: 'idNumber',
  program_ids: 'programId',
};
/** Of the record, not of its subject. */
const FIELDS = new Set(['dataset', 'datasets', 'first_seen', 'last_seen', 'last_change', 'referents', 'target']);
/** Written for people; each follows from the others. */
const FOLLOWING = new Set(['id', 'schema', 'caption', 'sources']);

export function readEntityRow(
  table: EntityTable,
  headings: readonly string[],
  { row, cells }: { row: number; cells: readonly string[] },
): ReadItem[] {
  const named = new Map(headings.map((heading, at) => [heading, unguardCell((cells[at] ?? '').trim())]));
  if ([...named.values()].every(cell => cell === '')) return [];
  if (table === 'statements') return [...readFtmObject(row, Object.fromEntries(named))];
  const [id = '', schema = ''] = [named.get('id'), named.get('schema')];
  if (id === '' || !schemaNamed(schema))
    return [{ row, problem: id === '' ? 'This row has no id.' : `The model has no schema “${schema.slice(0, 60)}”.` }];
  const entity: InterchangeEntity = { id, schema, values: [] };
  const problems: ReadItem[] = [];
  for (const [heading, cell] of named) {
    if (cell === '' || FOLLOWING.has(heading) || heading.endsWith(NAME_COLUMN)) continue;
    const property = propertyMeant(schema, heading);
    for (const words of property.startsWith(FIELD_MARK) ? [cell] : splitValues(cell)) {
      const { value, problem } = readWords(schema, property, words);
      entity.values.push(value);
      if (problem !== null) problems.push({ row, problem });
    }
  }
  return [{ row, entity }, ...problems];
}

/** The property of a heading: `birth_date` is `birthDate`; one that the model does not know keeps its name. */
export function propertyMeant(schema: string, heading: string): string {
  if (FIELDS.has(heading)) return FIELD_MARK + heading;
  const properties = schemaNamed(schema)?.properties;
  const camel = heading.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  for (const name of [heading, MEANT[heading] ?? '', camel]) if (properties?.has(name)) return name;
  return heading;
}

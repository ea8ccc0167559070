/** Entities as rows: one CSV over all schemata, or a sheet a schema. What is named by its id shows by its name too, a column further. */
import { schemaOrThing } from '../ftm/index.ts';
import { csvRow, joinValues } from './cells.ts';
import { FIELD_MARK, type LeavingEntities, type LeavingEntity } from './interchangeEntity.ts';

const FIRST = ['id', 'schema', 'caption'];
const SOURCES = 'sources';
/** Behind the heading of the ids; written for people. */
export const NAME_COLUMN = ' (name)';

/** Columns of all properties that occur: featured ones first, in the model's order, then by name. */
export function tableColumns(entities: Iterable<LeavingEntity>): string[] {
  const seen = new Set<string>();
  const featured = new Set<string>();
  const naming = new Set<string>();
  for (const { schema, values } of entities) {
    for (const { property, target } of values) {
      if (!property.startsWith(FIELD_MARK)) seen.add(property);
      if (target) naming.add(property);
    }
    for (const property of schemaOrThing(schema).featured) featured.add(property);
  }
  const first = ['name', ...featured].filter((property, at, all) => seen.has(property) && all.indexOf(property) === at);
  const others = [...seen].filter(property => !first.includes(property)).sort();
  const properties = [...first, ...others].filter(property => !FIRST.includes(property));
  return [
    ...FIRST,
    ...properties.flatMap(property => (naming.has(property) ? [property, property + NAME_COLUMN] : [property])),
    SOURCES,
  ];
}

export function tableRow(entity: LeavingEntity, columns: readonly string[]): string[] {
  const byProperty = new Map<string, string[]>();
  const add = (column: string, value: string) => {
    const list = byProperty.get(column);
    if (list) list.push(value);
    else byProperty.set(column, [value]);
  };
  for (const { property, value, target } of entity.values) {
    add(property, value);
    if (target) add(property + NAME_COLUMN, target.caption);
  }
  return columns.map(column => {
    if (column === 'id' || column === 'schema' || column === 'caption') return entity[column];
    return column === SOURCES ? sourcesOf(entity) : joinValues(byProperty.get(column) ?? []);
  });
}

/** `EX-0001 p. 3`, each once: where a reader of the table finds the words. */
function sourcesOf({ values }: LeavingEntity): string {
  const places = values.flatMap(({ citations }) => citations.map(({ exhibit, page }) => `${exhibit} ${page}`));
  return [...new Set(places)].join('; ');
}

/** With a mark of its encoding: spreadsheet programs take a file without one for their own code page. */
export function* writeCsv(source: LeavingEntities): Generator<string> {
  const columns = tableColumns(source.entities());
  yield `\uFEFF${csvRow(columns)}`;
  for (const entity of source.entities()) yield csvRow(tableRow(entity, columns));
}

/** Rows as they are shown before they are imported: values under their labels, and what is named by its name. Pure. */
import { schemaOrThing } from '../../../shared/domain/ftm/index.ts';
import type { InterchangeEntity, ReadItem, TableRow } from '../../../shared/domain/interchange/index.ts';

export interface SampleEntity {
  id: string;
  schema: string;
  values: { label: string; words: string }[];
}

export interface SampleRow {
  row: number;
  entities: SampleEntity[];
  problems: string[];
}

export function sampleOf(read: (row: TableRow) => ReadItem[], sample: readonly (readonly string[])[]): SampleRow[] {
  return sample.map((cells, at) => {
    const items = read({ row: at + 1, cells });
    const entities = items.flatMap(item => ('entity' in item ? [item.entity] : []));
    const names = new Map(entities.map(entity => [entity.id, nameOf(entity)]));
    return {
      row: at + 1,
      entities: entities.map(({ id, schema, values }) => ({
        id,
        schema,
        values: values.map(({ property, value }) => ({
          label: schemaOrThing(schema).properties.get(property)?.label ?? property,
          words: names.get(value) ?? value,
        })),
      })),
      problems: items.flatMap(item => ('problem' in item ? [item.problem] : [])),
    };
  });
}

function nameOf({ schema, values }: InterchangeEntity): string {
  const properties = ['name', ...schemaOrThing(schema).caption];
  const named = properties.flatMap(property => values.find(value => value.property === property) ?? [])[0];
  return named?.value ?? values[0]?.value ?? schemaOrThing(schema).label;
}

/** What is drawn of an entity: its name, what tells it from namesakes, its countries, and from when to when it was. */
import type { ChartNode } from '../../../shared/contract/chart.ts';
import { schemaOrThing } from '../../../shared/domain/ftm/index.ts';
import { dateSpan } from '../../../shared/kernel/dateSpan.ts';
import { groupBy } from '../../../shared/kernel/groupBy.ts';
import type { EntityId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { type Described, type ToldValue, valuesOf } from './tyingSql.ts';

const COUNTRIES = ['flag', 'jurisdiction', 'nationality', 'citizenship', 'country', 'mainCountry'];

export function chartNodes(db: ReadableDb, entities: ReadonlyMap<EntityId, Described>): ChartNode[] {
  const ids = [...entities.keys()];
  const schemata = [...new Set([...entities.values()].map(one => one.schema))].map(schemaOrThing);
  const dates = new Set(schemata.flatMap(({ temporal }) => [...temporal.start, ...temporal.end]));
  const told = groupBy(valuesOf(db, ids, [...COUNTRIES, ...dates]), value => value.id);
  return ids.flatMap(id => {
    const entity = entities.get(id);
    if (!entity) return [];
    const values = told.get(id) ?? [];
    const countries = values.filter(({ property }) => COUNTRIES.includes(property)).map(({ value }) => value);
    return [{ ...entity, countries: [...new Set(countries)], ...extentOf(entity.schema, values) }];
  });
}

/** The earliest of what may be its beginning, the latest of what may be its end: conflicting values hide nothing. */
function extentOf(schema: string, values: readonly ToldValue[]): Pick<ChartNode, 'fromOn' | 'toOn'> {
  const { start, end } = schemaOrThing(schema).temporal;
  const of = (properties: readonly string[]) =>
    values
      .filter(({ property }) => properties.includes(property))
      .flatMap(({ property, value }) => {
        const span = dateSpan(value);
        return span ? [{ property, value, span }] : [];
      });
  const begins = of(start).sort((left, right) => (left.span.from ?? -Infinity) - (right.span.from ?? -Infinity))[0];
  const ends = of(end).sort((left, right) => (right.span.to ?? Infinity) - (left.span.to ?? Infinity))[0];
  // What has one date alone was on that date, as a port call is; a document, which has no end, goes on from it.
  const isMoment = begins?.property === 'date' && end.length > 0;
  return { fromOn: begins?.value ?? null, toOn: (isMoment ? (ends ?? begins) : ends)?.value ?? null };
}

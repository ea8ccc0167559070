/** Properties of the model whose values are dates of the world, and what they are to an entity's time. */
import { schemaNamed, schemaNames } from '../../../shared/domain/ftm/index.ts';

/** These tell of the data, not of its subject. */
const OF_THE_DATA = new Set(['createdAt', 'modifiedAt', 'retrievedAt', 'processedAt']);

export const dateProperties: ReadonlySet<string> = new Set(
  schemaNames().flatMap(name =>
    [...(schemaNamed(name)?.properties.values() ?? [])]
      .filter(property => property.type === 'date' && !OF_THE_DATA.has(property.name))
      .map(property => property.name),
  ),
);

/** Together they say from when to when a tie, an event or a record was. */
export const EXTENT = ['date', 'startDate', 'endDate'] as const;
export type ExtentProperty = (typeof EXTENT)[number];

export function isExtent(property: string): property is ExtentProperty {
  return (EXTENT as readonly string[]).includes(property);
}

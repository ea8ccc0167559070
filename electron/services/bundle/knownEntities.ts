/** Leads what names an entity to it as it stands in this bundle, merged or not; null where it does not go. */
import type { ReadableDb } from '../../db/handles.ts';
import { chipsOf } from '../entity/index.ts';
import type { EntityId } from '../../../shared/kernel/ids.ts';

export interface KnownEntities {
  as(entityId: string | null): string | null;
}

export function knownEntities(
  db: ReadableDb,
  here: ReadonlySet<string>,
  named: readonly (string | null)[],
): KnownEntities {
  const chips = chipsOf(db, named.filter(id => id !== null) as EntityId[]);
  return {
    as: entityId => {
      const canonical = entityId === null ? undefined : chips.get(entityId as EntityId)?.id;
      return canonical !== undefined && here.has(canonical) ? canonical : null;
    },
  };
}

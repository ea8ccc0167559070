/** Small items for tests of the rules of the timeline. */
import type { LaneEntity, TimedItem } from '../../../../shared/domain/timeline/index.ts';
import type { EntityId } from '../../../../shared/kernel/ids.ts';

export function entity(name: string, schema = 'Vessel'): LaneEntity {
  return { id: `ent-${name}` as EntityId, schema, caption: name };
}

export function item(fields: Partial<TimedItem> & { id: string }): TimedItem {
  return {
    source: 'event',
    title: fields.id,
    kindLabel: 'event',
    fromOn: null,
    toOn: null,
    entityIds: [],
    entityId: null,
    strength: null,
    status: null,
    property: null,
    value: null,
    place: null,
    ...fields,
  };
}

export function event(id: string, on: string, of: readonly LaneEntity[], fields: Partial<TimedItem> = {}): TimedItem {
  return item({ id, fromOn: on, toOn: on, entityId: id as EntityId, entityIds: of.map(one => one.id), ...fields });
}

export function value(
  id: string,
  of: LaneEntity,
  property: string,
  [fromOn, toOn]: readonly [string | null, string | null],
  said = id,
): TimedItem {
  return item({
    id,
    source: 'statement',
    property,
    value: said,
    fromOn,
    toOn,
    entityId: of.id,
    entityIds: [of.id],
  });
}

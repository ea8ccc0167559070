/** Which item stands in which lanes: one lane an entity, then claims and exhibits that name nobody, then all others. */
import type { EntityId } from '../../kernel/ids.ts';
import type { LaneEntity, TimedItem } from './timedItem.ts';
import { type TimeSpan, timeSpanOf } from './timeSpan.ts';

export interface SpannedItem<Item extends TimedItem = TimedItem> {
  item: Item;
  span: TimeSpan;
}

export interface Lane<Item extends TimedItem = TimedItem> {
  /** The entity's id, or `claims`, `exhibits`, `others`. */
  id: string;
  label: string;
  entity: LaneEntity | null;
  /** In the order of time. */
  items: SpannedItem<Item>[];
}

/** Items whose dates can be read, in the order of time; what is open to the past comes first. */
export function inTime<Item extends TimedItem>(items: readonly Item[]): SpannedItem<Item>[] {
  const spanned = items.flatMap(item => {
    const span = timeSpanOf(item.fromOn, item.toOn);
    return span === null ? [] : [{ item, span }];
  });
  return spanned.sort(
    (left, right) =>
      firstOf(left) - firstOf(right) || lastOf(left) - lastOf(right) || (left.item.id < right.item.id ? -1 : 1),
  );
}

/** Finite, so that differences are: before and after all that is drawn. */
function firstOf({ span }: SpannedItem): number {
  return span.from ?? -Number.MAX_SAFE_INTEGER;
}

function lastOf({ span }: SpannedItem): number {
  return span.to ?? Number.MAX_SAFE_INTEGER;
}

export function layLanes<Item extends TimedItem>(
  spanned: readonly SpannedItem<Item>[],
  entities: readonly LaneEntity[],
  rest: { others: boolean } = { others: true },
): Lane<Item>[] {
  const lanes = new Map<string, Lane<Item>>(
    entities.map(entity => [entity.id, { id: entity.id, label: entity.caption, entity, items: [] }]),
  );
  const claims: Lane<Item> = { id: 'claims', label: 'Claims that name nobody', entity: null, items: [] };
  const exhibits: Lane<Item> = { id: 'exhibits', label: 'Exhibits published', entity: null, items: [] };
  const others: Lane<Item> = { id: 'others', label: 'All others', entity: null, items: [] };
  for (const one of spanned) {
    const own = one.item.entityIds.flatMap(id => lanes.get(id) ?? []);
    for (const lane of own) lane.items.push(one);
    if (own.length > 0) continue;
    if (one.item.source === 'exhibit') exhibits.items.push(one);
    else if (one.item.source === 'claim' && one.item.entityIds.length === 0) claims.items.push(one);
    else if (rest.others) others.items.push(one);
  }
  return [...lanes.values(), claims, others, exhibits].filter(lane => lane.entity !== null || lane.items.length > 0);
}

/** The entities of most items first; of as many, in the order given. */
export function busiest(items: readonly TimedItem[], entities: readonly LaneEntity[]): LaneEntity[] {
  const counts = new Map<EntityId, number>();
  for (const { entityIds } of items) for (const id of entityIds) counts.set(id, (counts.get(id) ?? 0) + 1);
  return entities
    .filter(entity => counts.has(entity.id))
    .map((entity, at) => ({ entity, at }))
    .sort((left, right) => (counts.get(right.entity.id) ?? 0) - (counts.get(left.entity.id) ?? 0) || left.at - right.at)
    .map(({ entity }) => entity);
}

/** The first and the last instant known of all; null where there is none. */
export function extentOf(spanned: readonly SpannedItem[]): { from: number; to: number } | null {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { span } of spanned) {
    for (const bound of [span.from, span.to]) {
      if (bound === null) continue;
      if (bound < from) from = bound;
      if (bound > to) to = bound;
    }
  }
  return from <= to ? { from, to } : null;
}

/**
 * Gaps: stretches in which nothing is known to have happened to an entity, between the first and the last that is known of it.
 * Events, claims and dates count with all the time in which they may lie. A name, a flag or a tie that lasted says that the entity
 * was, but not what happened to it: only its beginning and its end count. What is not known is no proof of anything.
 */
import type { EntityId } from '../../kernel/ids.ts';
import type { SpannedItem } from './lanes.ts';
import type { LaneEntity, TimedItem } from './timedItem.ts';
import { DAY_MS } from './axisTicks.ts';

export interface Gap<Item extends TimedItem = TimedItem> {
  entity: LaneEntity;
  from: number;
  to: number;
  /** What is known last before it and first after it. */
  before: Item;
  after: Item;
}

export function findGaps<Item extends TimedItem>(
  spanned: readonly SpannedItem<Item>[],
  entities: readonly LaneEntity[],
  longestMs: number,
): Gap<Item>[] {
  const known = new Map<EntityId, { from: number; to: number; item: Item }[]>(entities.map(({ id }) => [id, []]));
  for (const one of spanned) {
    if (one.item.source === 'exhibit') continue;
    const stretches = stretchesOf(one);
    for (const id of one.item.entityIds) known.get(id)?.push(...stretches);
  }
  return entities.flatMap(entity => gapsBetween(entity, known.get(entity.id) ?? [], longestMs));
}

function stretchesOf<Item extends TimedItem>({
  item,
  span,
}: SpannedItem<Item>): { from: number; to: number; item: Item }[] {
  const happens = item.source === 'event' || item.source === 'claim' || span.isMoment;
  if (happens && span.from !== null && span.to !== null) return [{ from: span.from, to: span.to, item }];
  return [span.start, span.end].flatMap(({ early, late }) =>
    early === null || late === null ? [] : [{ from: early, to: late, item }],
  );
}

function gapsBetween<Item extends TimedItem>(
  entity: LaneEntity,
  stretches: { from: number; to: number; item: Item }[],
  longestMs: number,
): Gap<Item>[] {
  const gaps: Gap<Item>[] = [];
  let latest: { to: number; item: Item } | null = null;
  for (const one of stretches.sort((left, right) => left.from - right.from || left.to - right.to)) {
    if (latest !== null && one.from - latest.to > longestMs)
      gaps.push({ entity, from: latest.to, to: one.from, before: latest.item, after: one.item });
    if (latest === null || one.to > latest.to) latest = one;
  }
  return gaps;
}

/** `8 months`, `3 years`, `12 days`: rounded down, since a gap is at least so long. */
export function lengthWords(ms: number): string {
  const days = Math.floor(ms / DAY_MS);
  const [count, unit] =
    days >= 730
      ? [Math.floor(days / 365.25), 'year']
      : days >= 62
        ? [Math.floor(days / 30.44), 'month']
        : [days, 'day'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

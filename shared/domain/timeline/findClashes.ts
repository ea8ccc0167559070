/** All clashes of a case's time: each two items once, in the order of time. */
import { groupBy } from '../../kernel/groupBy.ts';
import { boundaryClashes } from './boundaryClashes.ts';
import { type Clash, clashId } from './clash.ts';
import { describeSpan } from './describeSpan.ts';
import type { SpannedItem } from './lanes.ts';
import { placeClashes } from './placeClashes.ts';
import type { LaneEntity, TimedItem } from './timedItem.ts';
import { dateClashes, valueClashes } from './valueClashes.ts';

export function findClashes<Item extends TimedItem>(
  spanned: readonly SpannedItem<Item>[],
  entities: readonly LaneEntity[],
): Clash<Item>[] {
  const ofEntity = groupBy(
    spanned.flatMap(one => one.item.entityIds.map(id => ({ id, one }))),
    ({ id }) => id,
  );
  const clashes = [
    ...reversed(spanned),
    ...dateClashes(spanned),
    ...entities.flatMap(entity => {
      const own = (ofEntity.get(entity.id) ?? []).map(({ one }) => one);
      return [...boundaryClashes(entity, own), ...valueClashes(entity, own), ...placeClashes(entity, own)];
    }),
  ];
  return [...new Map(clashes.map(clash => [clash.id, clash])).values()];
}

function reversed<Item extends TimedItem>(spanned: readonly SpannedItem<Item>[]): Clash<Item>[] {
  return spanned
    .filter(({ span }) => span.isReversed)
    .map(({ item }) => ({
      id: clashId('reversed', null, [item]),
      kind: 'reversed',
      entity: null,
      items: [item],
      sentence: `“${item.title}” is said to begin on ${describeSpan(item.fromOn, item.fromOn)} and to end on ${describeSpan(item.toOn, item.toOn)}, which is earlier.`,
    }));
}

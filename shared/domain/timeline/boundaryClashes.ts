/** What is said to have happened to an entity before it was born, built or founded, or after it died or was dissolved. */
import { type Clash, type ClashKind, clashId, named } from './clash.ts';
import { describeSpan } from './describeSpan.ts';
import type { SpannedItem } from './lanes.ts';
import type { LaneEntity, TimedItem } from './timedItem.ts';
import { isSurelyBefore } from './timeSpan.ts';

const BEGINNINGS: Readonly<Record<string, string>> = {
  birthDate: 'the birth',
  buildDate: 'the building',
  incorporationDate: 'the founding',
  inceptionDate: 'the creation',
};
const ENDS: Readonly<Record<string, string>> = {
  deathDate: 'the death',
  dissolutionDate: 'the dissolution',
  deregistrationDate: 'the deregistration',
};

export function boundaryClashes<Item extends TimedItem>(
  entity: LaneEntity,
  inTime: readonly SpannedItem<Item>[],
): Clash<Item>[] {
  const isBound = ({ item }: SpannedItem<Item>, words: Readonly<Record<string, string>>) =>
    item.source === 'statement' && item.entityId === entity.id && item.property !== null && item.property in words;
  const begins = inTime.filter(one => isBound(one, BEGINNINGS));
  const ends = inTime.filter(one => isBound(one, ENDS));
  if (begins.length === 0 && ends.length === 0) return [];
  // A listing, a passport or a date of another property may well come after the end.
  const happened = inTime.filter(({ item }) => item.source !== 'exhibit' && item.source !== 'statement');
  const held = inTime.filter(
    ({ item, span }) => item.source === 'statement' && item.entityId === entity.id && !span.isMoment,
  );
  return [
    ...begins.flatMap(begin =>
      [...happened, ...held, ...ends]
        .filter(one => isSurelyBefore(startOf(one), begin.span))
        .map(one => clash('before-beginning', entity, one.item, begin.item, BEGINNINGS)),
    ),
    ...ends.flatMap(end =>
      happened
        .filter(one => isSurelyBefore(end.span, one.span))
        .map(one => clash('after-end', entity, one.item, end.item, ENDS)),
    ),
  ];
}

/** A tie that began too early clashes whenever it ended. */
function startOf({ span }: SpannedItem): SpannedItem['span'] {
  return { ...span, to: span.start.late, end: span.start };
}

function clash<Item extends TimedItem>(
  kind: ClashKind,
  entity: LaneEntity,
  item: Item,
  bound: Item,
  words: Readonly<Record<string, string>>,
): Clash<Item> {
  const side = kind === 'before-beginning' ? 'lies before' : 'lies after';
  const boundWords = `${words[bound.property ?? '']} of ${entity.caption}, “${bound.title}” (${describeSpan(bound.fromOn, bound.toOn)})`;
  return {
    id: clashId(kind, entity, [item, bound]),
    kind,
    entity,
    items: [item, bound],
    sentence: `${named(item, describeSpan(item.fromOn, item.toOn))} ${side} ${boundWords}.`,
  };
}

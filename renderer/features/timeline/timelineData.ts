/** From what the core tells to what is shown: filters, lanes, and the rows of the table. Pure. */
import type { TimelineItem } from '../../../shared/contract/timeline.ts';
import type { EntityChip } from '../../../shared/domain/entity/entity.ts';
import { statusWords } from '../../../shared/domain/standard.ts';
import {
  busiest,
  describeSpan,
  inTime,
  type ItemSource,
  type Lane,
  layLanes,
  type LaneEntity,
  type SpannedItem,
} from '../../../shared/domain/timeline/index.ts';
import type { EntityId } from '../../../shared/kernel/ids.ts';
import type { TimelineState } from './timelineMemory.ts';

export const sourceWords: Record<ItemSource, { one: string; many: string }> = {
  event: { one: 'Event', many: 'Events' },
  relationship: { one: 'Tie', many: 'Ties' },
  statement: { one: 'Dated value', many: 'Dated values' },
  claim: { one: 'Claim', many: 'Claims' },
  exhibit: { one: 'Exhibit', many: 'Exhibits' },
};

export const sources: readonly ItemSource[] = ['event', 'relationship', 'statement', 'claim', 'exhibit'];

/** So many lanes a person still looks over; the others are one press away. */
const BUSIEST = 12;

export interface Shown {
  lanes: Lane<TimelineItem>[];
  /** Each item that stands in some lane, once, in the order of time. */
  items: SpannedItem<TimelineItem>[];
}

export function filterItems(
  items: readonly TimelineItem[],
  { hiddenSources, hiddenKinds, words }: Pick<TimelineState, 'hiddenSources' | 'hiddenKinds' | 'words'>,
  nameOf: (id: EntityId) => string,
): TimelineItem[] {
  const wanted = fold(words);
  return items.filter(
    item =>
      !hiddenSources.includes(item.source) &&
      !hiddenKinds.includes(item.kindLabel) &&
      (wanted === '' ||
        fold([item.title, item.kindLabel, item.place?.words ?? '', ...item.entityIds.map(nameOf)].join(' ')).includes(
          wanted,
        )),
  );
}

function fold(words: string): string {
  return words.normalize('NFKC').toLowerCase().trim();
}

export function lanesShown(
  items: readonly TimelineItem[],
  entities: readonly EntityChip[],
  choice: TimelineState['lanes'],
  chosen: ReadonlySet<EntityId>,
): Shown {
  const things: LaneEntity[] = entities.filter(entity => entity.kind === 'thing');
  const ranked = busiest(items, things);
  const wanted =
    choice === 'all'
      ? ranked
      : choice === 'busiest'
        ? ranked.slice(0, BUSIEST)
        : things.filter(({ id }) => chosen.has(id));
  const spanned = inTime(items);
  const lanes = layLanes(spanned, wanted).filter(lane => choice !== 'chosen' || lane.entity !== null);
  const inLanes = new Set(lanes.flatMap(lane => lane.items.map(one => one.item.id)));
  return { lanes, items: choice === 'chosen' ? spanned.filter(one => inLanes.has(one.item.id)) : spanned };
}

/** Kinds with how many there are, the most frequent first. */
export function kindCounts(items: readonly TimelineItem[]): { kind: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { kindLabel } of items) counts.set(kindLabel, (counts.get(kindLabel) ?? 0) + 1);
  return [...counts]
    .map(([kind, count]) => ({ kind, count }))
    .sort((left, right) => right.count - left.count || left.kind.localeCompare(right.kind));
}

/** "probable", "possible, nothing cited". */
export function weightWords({ source, status, strength, citationCount }: TimelineItem): string {
  if (source === 'exhibit') return '';
  if (status !== null) return statusWords[status];
  return citationCount === 0 ? 'nothing cited' : (strength ?? '');
}

/** In the order of the columns: when, what, kind, who, place, how sure, cited. */
export const COLUMNS = ['When', 'What', 'Kind', 'Who', 'Place', 'How sure', 'Cited'] as const;

export function rowOf(item: TimelineItem, nameOf: (id: EntityId) => string, withPyongyang: boolean): string[] {
  return [
    describeSpan(item.fromOn, item.toOn, withPyongyang),
    item.title,
    item.kindLabel === sourceWords[item.source].one.toLowerCase()
      ? item.kindLabel
      : `${sourceWords[item.source].one}: ${item.kindLabel}`,
    item.entityIds.map(nameOf).join('; '),
    item.place?.words ?? '',
    weightWords(item),
    item.source === 'exhibit' ? '' : String(item.citationCount),
  ];
}

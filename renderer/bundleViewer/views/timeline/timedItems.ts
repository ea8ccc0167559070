/** The items of the timeline as the rules of the timeline take them, in lanes. */
import type { BundleTimeline, BundleTimelineItem } from '../../../../shared/domain/bundle/bundleTimeline.ts';
import {
  busiest,
  inTime,
  type Lane,
  type LaneEntity,
  layLanes,
  type SpannedItem,
  type TimedItem,
} from '../../../../shared/domain/timeline/index.ts';
import type { EntityId } from '../../../../shared/kernel/ids.ts';

export interface DatedItem extends TimedItem {
  record: BundleTimelineItem;
}

export interface TimelineData {
  items: readonly SpannedItem<DatedItem>[];
  lanes: readonly Lane<DatedItem>[];
  /** Entities beyond those that have a lane. */
  moreLanes: number;
}

/** So many lanes are overlooked at once; the others are a press away. */
const FIRST_LANES = 10;

export function timelineData({ items, lanes }: BundleTimeline, allLanes: boolean): TimelineData {
  const spanned = inTime(items.map(toTimed));
  const ordered = busiest(
    spanned.map(({ item }) => item),
    lanes.map(toLane),
  );
  const shown = allLanes ? ordered : ordered.slice(0, FIRST_LANES);
  return { items: spanned, lanes: layLanes(spanned, shown), moreLanes: ordered.length - shown.length };
}

function toTimed(record: BundleTimelineItem): DatedItem {
  const { id, source, title, kindLabel, fromOn, toOn, entityIds, entityId, strength, status, place } = record;
  return {
    ...{ record, id, source, title, kindLabel, fromOn, toOn, strength, status },
    // Ids of a bundle are text; the rules only compare them.
    entityIds: entityIds as EntityId[],
    entityId: entityId as EntityId | null,
    property: null,
    value: null,
    place: place === '' ? null : { words: place, latitude: null, longitude: null },
  };
}

function toLane({ id, caption }: BundleTimeline['lanes'][number]): LaneEntity {
  return { id: id as EntityId, schema: '', caption };
}

/** Which item an arrow leads to. Left and right stay in the lane, up and down go to the nearest in time of the next lane. Pure. */
import type { TimelineItem } from '../../../shared/contract/timeline.ts';
import { type Lane, middleOf } from '../../../shared/domain/timeline/index.ts';

export interface Place {
  laneId: string;
  itemId: string;
}

export function neighbourOf(lanes: readonly Lane<TimelineItem>[], at: Place | null, key: string): Place | null {
  const filled = lanes.filter(lane => lane.items.length > 0);
  const laneAt = filled.findIndex(lane => lane.id === at?.laneId);
  const lane = filled[laneAt];
  const index = lane?.items.findIndex(one => one.item.id === at?.itemId) ?? -1;
  if (!lane || index < 0) {
    const [first] = filled;
    const itemId = first?.items[0]?.item.id;
    return first && itemId ? { laneId: first.id, itemId } : null;
  }
  const here = lane.items[index];
  const to = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: lane.items.length - 1 }[key];
  if (to !== undefined) {
    const itemId = lane.items[Math.max(0, Math.min(lane.items.length - 1, to))]?.item.id;
    return itemId ? { laneId: lane.id, itemId } : null;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  const other = step === undefined ? undefined : filled[laneAt + step];
  if (!other || !here) return at;
  const middle = middleOf(here.span);
  const nearest = other.items.reduce((best, one) =>
    Math.abs(middleOf(one.span) - middle) < Math.abs(middleOf(best.span) - middle) ? one : best,
  );
  return { laneId: other.id, itemId: nearest.item.id };
}

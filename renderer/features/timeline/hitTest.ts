/** What lies under the pointer. Pure. */
import type { TimelineItem } from '../../../shared/contract/timeline.ts';
import {
  type Crowd,
  isMark,
  type LaidItem,
  type LaidLane,
  LANE_PAD_PX,
  MARK_PX,
  middleOf,
  ROW_PX,
} from '../../../shared/domain/timeline/index.ts';
import type { Viewport } from './viewport.ts';

export type Hit =
  | { kind: 'item'; laneId: string; item: TimelineItem }
  | { kind: 'crowd'; laneId: string; crowd: Crowd };

/** `y` counts from the top of the first lane. */
export function hitAt(lanes: readonly LaidLane<TimelineItem>[], view: Viewport, x: number, y: number): Hit | null {
  const laid = lanes.find(({ top, height }) => y >= top && y < top + height);
  if (!laid) return null;
  const at = view.from + x * view.msPerPx;
  const row = Math.floor((y - laid.top - LANE_PAD_PX) / ROW_PX);
  const { id: laneId } = laid.lane;
  const crowd = laid.crowds.find(one => at >= one.from && at < one.to);
  const crowdRow = Math.round((laid.height - 2 * LANE_PAD_PX) / ROW_PX) - 1;
  if (crowd && row === crowdRow) return { kind: 'crowd', laneId, crowd };
  const under = laid.items.filter(
    one => one.row === row && startsBefore(one, laid.isLabelled, at, view) && at <= reachOf(one, laid.isLabelled, view),
  );
  const item = under.at(-1)?.item;
  return item ? { kind: 'item', laneId, item } : null;
}

function startsBefore(
  { span, wordsBefore, takenFrom }: LaidItem,
  isLabelled: boolean,
  at: number,
  { msPerPx }: Viewport,
): boolean {
  if (span.from === null) return true;
  if (isLabelled && wordsBefore) return at >= takenFrom;
  const start = isMark(span, msPerPx) ? middleOf(span) - (MARK_PX / 2 + 2) * msPerPx : span.from - 3 * msPerPx;
  return at >= start;
}

/** Words belong to their item as well. */
function reachOf({ span, takenTo }: LaidItem, isLabelled: boolean, { msPerPx }: Viewport): number {
  if (isLabelled) return takenTo;
  return isMark(span, msPerPx)
    ? middleOf(span) + (MARK_PX / 2 + 2) * msPerPx
    : Math.max(span.to ?? Number.POSITIVE_INFINITY, (span.from ?? 0) + 6 * msPerPx);
}

export { type Axis, axisTicks, DAY_MS, HOUR_MS, MINUTE_MS, type Tick, YEAR_MS } from './axisTicks.ts';
export { type Clash, type ClashKind, clashWords } from './clash.ts';
export { describeSpan } from './describeSpan.ts';
export { findClashes } from './findClashes.ts';
export { findGaps, type Gap, lengthWords } from './findGaps.ts';
export { busiest, extentOf, inTime, type Lane, layLanes, type SpannedItem } from './lanes.ts';
export {
  type Crowd,
  isMark,
  type LaidItem,
  type LaidLane,
  LANE_PAD_PX,
  layRows,
  MARK_PX,
  middleOf,
  ROW_PX,
} from './layRows.ts';
export { pyongyangOffsetMinutes, pyongyangWords } from './pyongyangTime.ts';
export { AXIS_PX, drawTimeline, type Ink, type MarkShape, type Shape, type TimelineView } from './scene.ts';
export { sceneToSvg } from './sceneToSvg.ts';
export { fitWords, textWidth } from './textWidth.ts';
export type { ItemSource, LaneEntity, TimedItem } from './timedItem.ts';
export { type TimeSpan, timeSpanOf } from './timeSpan.ts';

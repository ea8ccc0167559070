/** The drawing of a timeline as plain shapes: the canvas and the SVG writer draw the very same ones. */
import type { Strength } from '../entity/entity.ts';
import type { ClaimStatus } from '../standard.ts';
import { axisTicks, DAY_MS } from './axisTicks.ts';
import { barShapes } from './itemShapes.ts';
import { LANE_PAD_PX, type LaidLane, ROW_PX } from './layRows.ts';
import { fitWords } from './textWidth.ts';
import type { ItemSource, TimedItem } from './timedItem.ts';

/** What a thing is drawn in; who draws knows its colours. */
export type Ink = ItemSource | ClaimStatus | 'text' | 'soft' | 'line' | 'ground' | 'band' | 'chosen' | 'cursor';

export type MarkShape = Strength | 'uncited' | 'exhibit';

export type Shape =
  | { kind: 'line'; x1: number; y1: number; x2: number; y2: number; ink: Ink; dash?: readonly number[]; width?: number }
  | {
      kind: 'text';
      x: number;
      y: number;
      words: string;
      ink: Ink;
      size: number;
      anchor?: 'start' | 'middle' | 'end';
      bold?: boolean;
    }
  | { kind: 'fill'; x: number; y: number; width: number; height: number; ink: Ink }
  /** `stops`: how dense it is at shares of its width. */
  | {
      kind: 'bar';
      x: number;
      y: number;
      width: number;
      height: number;
      ink: Ink;
      stops: readonly { at: number; density: number }[];
    }
  | { kind: 'frame'; x: number; y: number; width: number; height: number; ink: Ink }
  | { kind: 'arrow'; x: number; y: number; to: 'left' | 'right'; ink: Ink }
  | { kind: 'mark'; x: number; y: number; shape: MarkShape; ink: Ink };

export interface TimelineView {
  /** Ms UTC at the left edge. */
  from: number;
  msPerPx: number;
  width: number;
  /** How far it is scrolled down, and how high the part in view is, both without the axis. */
  top: number;
  height: number;
  /** Room for the lanes' names at the left; 0 where they stand beside the picture. */
  gutter: number;
  selectedId: string | null;
  /** Lit, because an entity is chosen. */
  isLit(item: TimedItem): boolean;
  /** A time that is pointed at. */
  cursorAt: number | null;
}

export const AXIS_PX = 40;
/** Ticks closer than these run into each other. */
const TICK_ROOM_PX = 58;

export function drawTimeline(lanes: readonly LaidLane[], view: TimelineView): Shape[] {
  const x = (at: number) => view.gutter + (at - view.from) / view.msPerPx;
  const shapes: Shape[] = [
    { kind: 'fill', x: 0, y: 0, width: view.width, height: AXIS_PX + view.height, ink: 'ground' },
  ];
  const inView = lanes.filter(lane => lane.top + lane.height > view.top && lane.top < view.top + view.height);
  const y = (down: number) => AXIS_PX + down - view.top;
  for (const lane of inView)
    if (lanes.indexOf(lane) % 2 === 1)
      shapes.push({ kind: 'fill', x: 0, y: y(lane.top), width: view.width, height: lane.height, ink: 'band' });
  shapes.push(...gridShapes(view, x));
  for (const lane of inView) shapes.push(...laneShapes(lane, view, x, y(lane.top)));
  if (view.gutter > 0) shapes.push(...gutterShapes(inView, view, y));
  // The axis lies over what is scrolled beneath it.
  shapes.push({ kind: 'fill', x: 0, y: 0, width: view.width, height: AXIS_PX, ink: 'ground' });
  shapes.push(...axisShapes(view, x));
  if (view.cursorAt !== null) {
    const at = x(view.cursorAt);
    shapes.push({ kind: 'line', x1: at, y1: AXIS_PX, x2: at, y2: AXIS_PX + view.height, ink: 'cursor', width: 1 });
  }
  return shapes;
}

type ToX = (at: number) => number;

function gridShapes(view: TimelineView, x: ToX): Shape[] {
  const { ticks } = axisOf(view);
  return ticks.map(({ at }) => ({
    kind: 'line',
    x1: Math.round(x(at)) + 0.5,
    y1: AXIS_PX,
    x2: Math.round(x(at)) + 0.5,
    y2: AXIS_PX + view.height,
    ink: 'line',
  }));
}

function axisOf({ from, msPerPx, width, gutter }: TimelineView) {
  return axisTicks(from, from + (width - gutter) * msPerPx, TICK_ROOM_PX * msPerPx);
}

function axisShapes(view: TimelineView, x: ToX): Shape[] {
  const { ticks, context } = axisOf(view);
  const shapes: Shape[] = [{ kind: 'line', x1: 0, y1: AXIS_PX - 0.5, x2: view.width, y2: AXIS_PX - 0.5, ink: 'line' }];
  for (const { at, label } of ticks)
    shapes.push({ kind: 'text', x: x(at) + 4, y: context.length > 0 ? 32 : 26, words: label, ink: 'soft', size: 12 });
  const [first, ...rest] = context;
  const nextX = rest[0] ? x(rest[0].at) : Number.POSITIVE_INFINITY;
  // The first one stands at the edge, unless the next would run into it.
  if (first && nextX - x(first.at) > 84)
    shapes.push({ kind: 'text', x: x(first.at) + 4, y: 15, words: first.label, ink: 'text', size: 12, bold: true });
  for (const { at, label } of rest)
    shapes.push({ kind: 'text', x: x(at) + 4, y: 15, words: label, ink: 'text', size: 12, bold: true });
  return shapes;
}

function laneShapes(laid: LaidLane, view: TimelineView, x: ToX, top: number): Shape[] {
  const shapes: Shape[] = [];
  const until = view.from + (view.width - view.gutter) * view.msPerPx;
  for (const one of laid.items) {
    const rowTop = top + LANE_PAD_PX + one.row * ROW_PX;
    if (rowTop + ROW_PX < AXIS_PX || rowTop > AXIS_PX + view.height) continue;
    if (one.takenTo < view.from || (one.span.from !== null && Math.min(one.takenFrom, one.span.from - DAY_MS) > until))
      continue;
    shapes.push(...barShapes(one, { ...view, x, top: rowTop, isLabelled: laid.isLabelled }));
  }
  const crowdTop = top + laid.height - LANE_PAD_PX - ROW_PX;
  for (const { from, to, count } of laid.crowds) {
    if (to < view.from || from > until) continue;
    const middle = x((from + to) / 2);
    shapes.push({
      kind: 'text',
      x: middle,
      y: crowdTop + 15,
      words: `+${count}`,
      ink: 'text',
      size: 11,
      anchor: 'middle',
    });
  }
  return shapes;
}

function gutterShapes(lanes: readonly LaidLane[], view: TimelineView, y: (down: number) => number): Shape[] {
  const shapes: Shape[] = [{ kind: 'fill', x: 0, y: AXIS_PX, width: view.gutter, height: view.height, ink: 'ground' }];
  for (const { lane, top } of lanes)
    shapes.push(
      {
        kind: 'text',
        x: 10,
        y: y(top) + 21,
        words: fitWords(lane.label, view.gutter - 20),
        ink: 'text',
        size: 12,
        bold: true,
      },
      { kind: 'line', x1: 0, y1: y(top) + 0.5, x2: view.width, y2: y(top) + 0.5, ink: 'line' },
    );
  shapes.push({
    kind: 'line',
    x1: view.gutter - 0.5,
    y1: AXIS_PX,
    x2: view.gutter - 0.5,
    y2: AXIS_PX + view.height,
    ink: 'line',
  });
  return shapes;
}

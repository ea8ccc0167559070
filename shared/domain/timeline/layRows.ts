/** The rows within lanes at one scale: where each item lies, whether there is room for words, and where too many lie to draw each. */
import type { Lane, SpannedItem } from './lanes.ts';
import { packRows } from './packRows.ts';
import { textWidth } from './textWidth.ts';
import type { TimedItem } from './timedItem.ts';
import { DAY_MS } from './axisTicks.ts';

export const MARK_PX = 14;
export const ROW_PX = 22;
export const LANE_PAD_PX = 6;
/** Longer titles are cut: the whole stands in the inspector and in the table. */
export const LABEL_PX = 190;
/** A lane with more rows of words than these is drawn without words. */
const LABELLED_ROWS = 16;
/** More rows than these nobody looks through: the rest is counted. */
const MOST_ROWS = 24;
const CROWD_PX = 34;

export interface LaidItem<Item extends TimedItem = TimedItem> extends SpannedItem<Item> {
  row: number;
  /** Near the end of what is known words stand before their item, else the axis would run on for them. */
  wordsBefore: boolean;
  /** From where its row is taken, words included. */
  takenFrom: number;
  /** How far its row is taken, words included. */
  takenTo: number;
}

/** So many lie here that only their number is shown. */
export interface Crowd {
  from: number;
  to: number;
  count: number;
}

export interface LaidLane<Item extends TimedItem = TimedItem> {
  lane: Lane<Item>;
  top: number;
  height: number;
  isLabelled: boolean;
  items: LaidItem<Item>[];
  crowds: Crowd[];
}

/** What is known begins and ends here. */
export interface Extent {
  from: number;
  to: number;
}

/** `msPerPx` is rounded up to a power of two, so that rows stay where they are while one zooms a little. */
export function layRows<Item extends TimedItem>(
  lanes: readonly Lane<Item>[],
  msPerPx: number,
  extent: Extent | null = null,
): LaidLane<Item>[] {
  const scale = 2 ** Math.ceil(Math.log2(msPerPx));
  let top = 0;
  return lanes.map(lane => {
    const laid = layLane(lane, scale, extent);
    const rows = laid.items.reduce((most, { row }) => Math.max(most, row + 1), 1) + (laid.crowds.length > 0 ? 1 : 0);
    const height = rows * ROW_PX + 2 * LANE_PAD_PX;
    const placed = { lane, top, height, ...laid };
    top += height;
    return placed;
  });
}

function layLane<Item extends TimedItem>(
  lane: Lane<Item>,
  scale: number,
  extent: Extent | null,
): Pick<LaidLane<Item>, 'isLabelled' | 'items' | 'crowds'> {
  const worded = lane.items.map(one => taken(one, scale, true, extent));
  const wordedRows = packRows(worded, LABELLED_ROWS);
  const isLabelled = !wordedRows.includes(-1);
  const stretches = isLabelled ? worded : lane.items.map(one => taken(one, scale, false, extent));
  const rows = isLabelled ? wordedRows : packRows(stretches, MOST_ROWS);
  const items: LaidItem<Item>[] = [];
  const left: SpannedItem<Item>[] = [];
  for (const [index, one] of lane.items.entries()) {
    const row = rows[index] ?? -1;
    const stretch = stretches[index];
    if (row < 0 || !stretch) left.push(one);
    else items.push({ ...one, row, wordsBefore: stretch.before, takenFrom: stretch.from, takenTo: stretch.to });
  }
  return { isLabelled, items, crowds: crowdsOf(left, CROWD_PX * scale) };
}

function taken(
  { item, span }: SpannedItem,
  scale: number,
  withWords: boolean,
  extent: Extent | null,
): { from: number; to: number; at: number; before: boolean } {
  const words = ((withWords ? Math.min(LABEL_PX, textWidth(item.title) + MARK_PX + 8) : MARK_PX) + 6) * scale;
  const half = (MARK_PX / 2) * scale;
  const end = span.to ?? Number.POSITIVE_INFINITY;
  if (span.from === null)
    return { from: Number.NEGATIVE_INFINITY, to: end + half, at: Number.NEGATIVE_INFINITY, before: false };
  const asMark = isMark(span, scale);
  const from = asMark ? middleOf(span) - half : span.from;
  // Before it only where the known time ends and there is more of it before than after.
  const before =
    withWords && extent !== null && from + words > extent.to + half && from - extent.from > extent.to - from + words;
  if (before)
    return { from: from - words, to: asMark ? from + 2 * half : Math.max(end, from + half), at: from, before };
  // Words begin where the item does, and may reach beyond its end.
  return { from, to: Math.max(end, from + words), at: from, before };
}

/** What is shorter than its mark is drawn as the mark; a day as well while it is not much longer. */
export function isMark(span: SpannedItem['span'], msPerPx: number): boolean {
  if (span.from === null || span.to === null) return false;
  const px = (span.to - span.from) / msPerPx;
  return px <= MARK_PX || (span.isMoment && span.to - span.from <= DAY_MS && px <= 3 * MARK_PX);
}

export function middleOf({ from, to }: SpannedItem['span']): number {
  return from === null ? (to ?? 0) : to === null ? from : from + (to - from) / 2;
}

/** Those that found no row, counted by where they begin. */
function crowdsOf(left: readonly SpannedItem[], widthMs: number): Crowd[] {
  const crowds = new Map<number, Crowd>();
  for (const { span } of left) {
    const bin = Math.floor(middleOf(span) / widthMs);
    const crowd = crowds.get(bin);
    if (crowd) crowd.count += 1;
    else crowds.set(bin, { from: bin * widthMs, to: (bin + 1) * widthMs, count: 1 });
  }
  return [...crowds.values()].sort((one, other) => one.from - other.from);
}

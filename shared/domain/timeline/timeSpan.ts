/**
 * From when to when an item may have been, and when it certainly was: what bars with uncertain ends are drawn from, and what gaps
 * and clashes are judged by. Bounds are ms UTC, the end just after the last instant.
 */
import { type DateSpan, dateSpan } from '../../kernel/dateSpan.ts';

export interface SpanEnd {
  /** Not said, or said to be open. */
  isOpen: boolean;
  /** Between these two it lies; of an open end both are null. */
  early: number | null;
  late: number | null;
  approximate: boolean;
  uncertain: boolean;
}

export interface TimeSpan {
  /** The first and last instant that it may have been; null: open. */
  from: number | null;
  to: number | null;
  /** Certainly going on from and to; null where at no instant it certainly was. */
  sure: { from: number; to: number } | null;
  start: SpanEnd;
  end: SpanEnd;
  /** One date, at some time of which it happened. */
  isMoment: boolean;
  /** A time of day is stated. */
  hasClock: boolean;
  /** It is said to end before it begins. */
  isReversed: boolean;
}

const OPEN: SpanEnd = { isOpen: true, early: null, late: null, approximate: false, uncertain: false };

/** Null where neither side can be read as a date. */
export function timeSpanOf(fromOn: string | null, toOn: string | null): TimeSpan | null {
  const [left, right] = sides(fromOn, toOn);
  const start = left === null ? null : dateSpan(left);
  const end = right === null ? null : dateSpan(right);
  if (start === null && end === null) return null;
  if (left === right && start !== null) return momentOf(start);
  const startEnd = endOf(start);
  const endEnd = endOf(end);
  const isReversed = startEnd.early !== null && endEnd.late !== null && startEnd.early >= endEnd.late;
  const [first, last] = isReversed ? [endEnd, startEnd] : [startEnd, endEnd];
  return {
    from: first.early,
    to: last.late,
    sure: isReversed ? null : sureBetween(startEnd, endEnd),
    start: first,
    end: last,
    isMoment: false,
    hasClock: start?.precision === 'time' || end?.precision === 'time',
    isReversed,
  };
}

/** An interval that one text states has two sides as well. */
function sides(fromOn: string | null, toOn: string | null): [string | null, string | null] {
  const part = (text: string | null, at: 0 | 1) => {
    if (text === null || !text.includes('/')) return text;
    const side = text.split('/')[at] ?? '..';
    return side === '..' ? null : side;
  };
  return [part(fromOn, 0), part(toOn, 1)];
}

function momentOf(on: DateSpan): TimeSpan {
  const end = endOf(on);
  return {
    from: end.early,
    to: end.late,
    sure: null,
    start: end,
    end,
    isMoment: true,
    hasClock: on.precision === 'time',
    isReversed: false,
  };
}

/** EDTF does not say how far "about" reaches: as far again as its own precision, to either side. */
function endOf(on: DateSpan | null): SpanEnd {
  if (on === null || on.from === null || on.to === null) return OPEN;
  const reach = on.approximate ? on.to - on.from : 0;
  return {
    isOpen: false,
    early: on.from - reach,
    late: on.to + reach,
    approximate: on.approximate,
    uncertain: on.uncertain,
  };
}

/** Of what has an open end only its known end is certain. */
function sureBetween(start: SpanEnd, end: SpanEnd): TimeSpan['sure'] {
  if (start.late === null || end.early === null || start.uncertain || end.uncertain) return null;
  return start.late < end.early ? { from: start.late, to: end.early } : null;
}

/** True where all of the left lies before all of the right, and neither rests on a date that is itself in doubt. */
export function isSurelyBefore(left: TimeSpan, right: TimeSpan): boolean {
  if (left.end.uncertain || right.start.uncertain || left.to === null || right.from === null) return false;
  return left.to <= right.from;
}

/** The ticks of the time axis: the finest of the usual steps whose labels have room, and the coarser one that gives them context. */

export interface Tick {
  at: number;
  label: string;
}

export interface Axis {
  ticks: Tick[];
  /** A line above: the year over months, the day over hours. Empty where the ticks say it all. */
  context: Tick[];
}

type Unit = 'minute' | 'hour' | 'day' | 'month' | 'year';

interface Step {
  unit: Unit;
  count: number;
}

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
export const YEAR_MS = 365.2425 * DAY_MS;
const UNIT_MS: Record<Unit, number> = {
  minute: MINUTE_MS,
  hour: HOUR_MS,
  day: DAY_MS,
  month: YEAR_MS / 12,
  year: YEAR_MS,
};

const STEPS: readonly Step[] = [
  ...[1, 5, 10, 30].map(count => ({ unit: 'minute' as const, count })),
  ...[1, 3, 6, 12].map(count => ({ unit: 'hour' as const, count })),
  ...[1, 2, 7, 14].map(count => ({ unit: 'day' as const, count })),
  ...[1, 3, 6].map(count => ({ unit: 'month' as const, count })),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500].map(count => ({ unit: 'year' as const, count })),
];

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `from` and `to` in ms UTC; labels keep at least `roomMs` from each other. */
export function axisTicks(from: number, to: number, roomMs: number): Axis {
  const step = STEPS.find(one => one.count * UNIT_MS[one.unit] >= roomMs) ?? { unit: 'year', count: 1000 };
  const ticks = times(from, to, step).map(at => ({ at, label: tickLabel(at, step.unit) }));
  return { ticks, context: contextOf(from, to, step.unit) };
}

function contextOf(from: number, to: number, unit: Unit): Tick[] {
  if (unit === 'year') return [];
  const over: Step =
    unit === 'month'
      ? { unit: 'year', count: 1 }
      : unit === 'day'
        ? { unit: 'month', count: 1 }
        : { unit: 'day', count: 1 };
  const within = times(from, to, over).filter(at => at > from);
  return [from, ...within].map(at => ({ at, label: contextLabel(at, over.unit) }));
}

function times(from: number, to: number, { unit, count }: Step): number[] {
  const found: number[] = [];
  // A date cannot go on for ever: a caller's mistake must not hang the window.
  for (let at = floorTo(from, unit, count); at <= to && found.length < 2000; at = next(at, unit, count))
    if (at >= from) found.push(at);
  return found;
}

function floorTo(at: number, unit: Unit, count: number): number {
  const date = new Date(at);
  if (unit === 'year') return utc(Math.floor(date.getUTCFullYear() / count) * count, 0, 1);
  if (unit === 'month') return utc(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / count) * count, 1);
  // Days are counted within their month, so that the first of the month has a tick.
  if (unit === 'day')
    return utc(date.getUTCFullYear(), date.getUTCMonth(), 1 + Math.floor((date.getUTCDate() - 1) / count) * count);
  const size = UNIT_MS[unit] * count;
  return Math.floor(at / size) * size;
}

function next(at: number, unit: Unit, count: number): number {
  const date = new Date(at);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  if (unit === 'year') return utc(year + count, 0, 1);
  if (unit === 'month') return utc(year, month + count, 1);
  if (unit === 'day') {
    const after = utc(year, month, day + count);
    const firstOfNext = utc(year, month + 1, 1);
    // A stub of a day or two at the end of a month would crowd its first tick.
    return after + (count > 2 ? (count / 2) * DAY_MS : 0) > firstOfNext || after >= firstOfNext ? firstOfNext : after;
  }
  return at + UNIT_MS[unit] * count;
}

function utc(year: number, month: number, day: number): number {
  const made = new Date(0);
  made.setUTCFullYear(year, month, day);
  return made.getTime();
}

function tickLabel(at: number, unit: Unit): string {
  const date = new Date(at);
  if (unit === 'year') return String(date.getUTCFullYear());
  if (unit === 'month') return MONTHS[date.getUTCMonth()] ?? '';
  if (unit === 'day') return String(date.getUTCDate());
  return date.toISOString().slice(11, 16);
}

function contextLabel(at: number, unit: Unit): string {
  const date = new Date(at);
  const year = String(date.getUTCFullYear());
  if (unit === 'year') return year;
  const month = `${MONTHS[date.getUTCMonth()]} ${year}`;
  return unit === 'month' ? month : `${date.getUTCDate()} ${month}`;
}

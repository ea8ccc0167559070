/** The dates of a case as a strip of equal spans: how much is known of which time. Pure. */

export interface DatedThing {
  /** EDTF. */
  date: string;
  label: string;
  exhibitId: string;
}

export interface Span<Thing extends DatedThing> {
  /** What the span covers, in words: `2017`, `March 2017`. */
  label: string;
  /** Printed below the strip, where there is room: years, or months of one year. */
  tick: string | null;
  things: Thing[];
}

/** More bars than this cannot be told apart, nor hit with a pointer. */
const MOST_SPANS = 40;
/** So few that each month can be named. */
const MOST_NAMED = 10;
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Months since year 0 of where a date begins; null where it names no year. */
export function monthOf(date: string): number | null {
  const start = date.startsWith('../') ? date.slice(3) : date;
  const match = /^(\d{2})(\d|X)(\d|X)(?:-(\d\d))?/.exec(start);
  if (!match) return null;
  const year = Number(`${match[1]}${match[2]}${match[3]}`.replaceAll('X', '0'));
  return year * 12 + (match[4] ? Number(match[4]) - 1 : 0);
}

/** Spans of 1, 3 or 12 months, or of whole years, so that the whole time fits in `MOST_SPANS`. */
export function spansOf<Thing extends DatedThing>(things: readonly Thing[]): Span<Thing>[] {
  const dated = things.flatMap(thing => {
    const month = monthOf(thing.date);
    return month === null ? [] : [{ thing, month }];
  });
  if (dated.length === 0) return [];
  const first = Math.min(...dated.map(one => one.month));
  const last = Math.max(...dated.map(one => one.month));
  const width = widthFor(last - first + 1);
  const start = Math.floor(first / width) * width;
  const count = Math.floor((last - start) / width) + 1;
  const named = width === 1 && count <= MOST_NAMED;
  const spans = Array.from({ length: count }, (_, index) => spanAt(start + index * width, width, index));
  for (const { thing, month } of dated) (spans[Math.floor((month - start) / width)] as Span<Thing>).things.push(thing);
  return spans.map(span => ({
    ...span,
    things: span.things.sort((left, right) => left.date.localeCompare(right.date)),
  }));

  function spanAt(month: number, months: number, index: number): Span<Thing> {
    return {
      label: spanWords(month, months),
      tick: named ? monthTick(month, index) : tickWords(month, months, index),
      things: [],
    };
  }
}

function widthFor(monthCount: number): number {
  const steps = [1, 3, 12, 24, 60, 120, 600];
  return steps.find(step => monthCount / step <= MOST_SPANS - 1) ?? 1200;
}

function spanWords(month: number, width: number): string {
  const year = Math.floor(month / 12);
  if (width === 1) return `${months[month % 12]} ${year}`;
  if (width === 3) return `${months[month % 12]} to ${months[(month % 12) + 2]} ${year}`;
  return width === 12 ? String(year) : `${year} to ${year + width / 12 - 1}`;
}

function monthTick(month: number, index: number): string {
  const short = (months[month % 12] ?? '').slice(0, 3);
  return index === 0 || month % 12 === 0 ? `${short} ${Math.floor(month / 12)}` : short;
}

function tickWords(month: number, width: number, index: number): string | null {
  const year = Math.floor(month / 12);
  if (width < 12) return month % 12 < width || index === 0 ? String(year) : null;
  return index % 5 === 0 ? String(year) : null;
}

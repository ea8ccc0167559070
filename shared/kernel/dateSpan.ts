/**
 * What an EDTF date covers in time: from the first instant that it may mean to the last. Uncertainty stays visible: whoever
 * draws or compares it gets the bounds, and is told how sure they are.
 */

export interface DateSpan {
  /** Ms UTC of the first instant it may mean; null: open to the past. */
  from: number | null;
  /** Ms UTC just after the last instant it may mean; null: open to the future. */
  to: number | null;
  /** `~` or `%` somewhere in it. */
  approximate: boolean;
  /** `?` or `%` somewhere in it. */
  uncertain: boolean;
  precision: 'time' | 'day' | 'month' | 'year' | 'decade' | 'century' | 'interval';
}

const part = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2})(?:-(\d{2}))?)?([?~%]?)$/;
/** ISO 8601 date and time; without a zone it is taken as UTC, as the field's data is. */
const time = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)(Z|[+-]\d{2}:?\d{2})?$/;

/** Null where the text is neither EDTF (as `isEdtf` has it) nor a date with a time. */
export function dateSpan(text: string): DateSpan | null {
  const sides = text.split('/');
  if (sides.length === 2) return intervalSpan(sides[0] ?? '', sides[1] ?? '');
  return sides.length === 1 ? partSpan(text) : null;
}

function intervalSpan(left: string, right: string): DateSpan | null {
  const from = left === '..' ? null : partSpan(left);
  const to = right === '..' ? null : partSpan(right);
  if ((left !== '..' && from === null) || (right !== '..' && to === null)) return null;
  return {
    from: from?.from ?? null,
    to: to?.to ?? null,
    approximate: Boolean(from?.approximate) || Boolean(to?.approximate),
    uncertain: Boolean(from?.uncertain) || Boolean(to?.uncertain),
    precision: 'interval',
  };
}

function partSpan(text: string): DateSpan | null {
  const clock = time.exec(text);
  if (clock) {
    const [, day = '', hours = '', zone = 'Z'] = clock;
    const from = Date.parse(`${day}T${hours}${zone}`);
    if (Number.isNaN(from)) return null;
    return { from, to: from + 1, approximate: false, uncertain: false, precision: 'time' };
  }
  const match = part.exec(text);
  if (!match) return null;
  const [, year = '', month, day, mark = ''] = match;
  const approximate = mark === '~' || mark === '%';
  const uncertain = mark === '?' || mark === '%';
  const bounds = partBounds(year, month, day);
  return bounds && { ...bounds, approximate, uncertain };
}

function partBounds(year: string, month?: string, day?: string): Pick<DateSpan, 'from' | 'to' | 'precision'> | null {
  const of = (y: number, m: number, d: number) => {
    const made = new Date(0);
    made.setUTCFullYear(y, m, d);
    return made.getTime();
  };
  if (year.endsWith('XX')) {
    const first = Number(year.slice(0, 2)) * 100;
    return { from: of(first, 0, 1), to: of(first + 100, 0, 1), precision: 'century' };
  }
  if (year.endsWith('X')) {
    const first = Number(year.slice(0, 3)) * 10;
    return { from: of(first, 0, 1), to: of(first + 10, 0, 1), precision: 'decade' };
  }
  const y = Number(year);
  if (month === undefined) return { from: of(y, 0, 1), to: of(y + 1, 0, 1), precision: 'year' };
  const m = Number(month) - 1;
  if (m < 0 || m > 11) return null;
  if (day === undefined) return { from: of(y, m, 1), to: of(y, m + 1, 1), precision: 'month' };
  const d = Number(day);
  if (d < 1 || d > new Date(Date.UTC(y, m + 1, 0)).getUTCDate()) return null;
  return { from: of(y, m, d), to: of(y, m, d + 1), precision: 'day' };
}

/** True for what a date of the world may be written as here: EDTF, or a date with a time. */
export function isWorldDate(text: string): boolean {
  return dateSpan(text) !== null;
}

/** The span from the earliest of the starts to the latest of the ends; a missing start or end leaves that side open. */
export function spanBetween(from: string | null, to: string | null): DateSpan | null {
  const start = from === null ? null : dateSpan(from);
  const end = to === null ? null : dateSpan(to);
  if (start === null && end === null) return null;
  return {
    from: start?.from ?? null,
    to: end === null ? null : end.to,
    approximate: Boolean(start?.approximate) || Boolean(end?.approximate),
    uncertain: Boolean(start?.uncertain) || Boolean(end?.uncertain),
    precision: 'interval',
  };
}

/** True where the two may have an instant in common. */
export function spansMeet(left: Pick<DateSpan, 'from' | 'to'>, right: Pick<DateSpan, 'from' | 'to'>): boolean {
  const startsInTime = left.from === null || right.to === null || left.from < right.to;
  const endsInTime = right.from === null || left.to === null || right.from < left.to;
  return startsInTime && endsInTime;
}

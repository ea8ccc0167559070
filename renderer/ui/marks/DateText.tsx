import { describeDate, describeInstantDay, type EdtfDate, type Instant } from '../../../shared/kernel/dates.ts';

/** A date of the world in words, as exact as it is known. */
export function DateText({ date, none = '' }: { date: EdtfDate | null; none?: string }) {
  return date === null ? none : <time dateTime={date.replace(/[?~%]/g, '')}>{describeDate(date)}</time>;
}

/** A time of ours. Days are UTC, as in the custody log; the minute is shown where order within a day matters. */
export function InstantText({ at, withTime }: { at: string; withTime?: boolean }) {
  const day = describeInstantDay(at as Instant);
  return (
    <time dateTime={at} title={`${day}, ${at.slice(11, 19)} UTC`}>
      {withTime ? `${day}, ${at.slice(11, 16)}` : day}
    </time>
  );
}

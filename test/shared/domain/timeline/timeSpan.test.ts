import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeSpan, timeSpanOf } from '../../../../shared/domain/timeline/index.ts';
import { isSurelyBefore } from '../../../../shared/domain/timeline/timeSpan.ts';

const day = (text: string) => Date.parse(`${text}T00:00:00Z`);

test('a span is certain between the last time it may have begun and the first it may have ended', () => {
  expect(timeSpanOf('2019', '2021-06')).toMatchObject({
    from: day('2019-01-01'),
    to: day('2021-07-01'),
    sure: { from: day('2020-01-01'), to: day('2021-06-01') },
    isMoment: false,
  });
  expect(timeSpanOf('2021-03', '2021-04')?.sure).toBeNull();
  expect(timeSpanOf('2021', '2021-03')?.isReversed).toBe(false);
});

test('a moment is never certain at any one instant of its date, and an interval in one text has two sides', () => {
  expect(timeSpanOf('2021-03', '2021-03')).toMatchObject({ isMoment: true, sure: null, from: day('2021-03-01') });
  expect(timeSpanOf('2021-03/2021-06', '2021-03/2021-06')).toMatchObject({
    isMoment: false,
    from: day('2021-03-01'),
    sure: { from: day('2021-04-01'), to: day('2021-06-01') },
  });
  expect(timeSpanOf('2021-03/..', '2021-03/..')?.end.isOpen).toBe(true);
});

test('what has no end stated is open there, and certain nowhere but at its start', () => {
  expect(timeSpanOf('2021-03', null)).toMatchObject({ to: null, sure: null, end: { isOpen: true } });
  expect(timeSpanOf(null, '2021-03')).toMatchObject({ from: null, start: { isOpen: true } });
  expect(timeSpanOf(null, null)).toBeNull();
  expect(timeSpanOf('in spring', null)).toBeNull();
});

test('"about" reaches as far again as its own precision; a doubtful end makes nothing certain', () => {
  expect(timeSpanOf('2021-03-15~', '2021-03-15~')).toMatchObject({ from: day('2021-03-14'), to: day('2021-03-17') });
  expect(timeSpanOf('2019?', '2022')?.sure).toBeNull();
  expect(timeSpanOf('2019?', '2022')?.start.uncertain).toBe(true);
});

test('what is said to end before it begins is marked, and drawn between the two', () => {
  expect(timeSpanOf('2022', '2020')).toMatchObject({
    isReversed: true,
    from: day('2020-01-01'),
    to: day('2023-01-01'),
    sure: null,
  });
});

const dates = fc
  .tuple(
    fc.integer({ min: 1950, max: 2030 }),
    fc.option(fc.integer({ min: 1, max: 12 })),
    fc.option(fc.integer({ min: 1, max: 28 })),
    fc.constantFrom('', '~', '?', '%'),
  )
  .map(([year, month, dayOfMonth, mark]) => {
    const two = (part: number) => String(part).padStart(2, '0');
    const parts = [String(year), month && two(month), month && dayOfMonth && two(dayOfMonth)];
    return parts.filter(Boolean).join('-') + mark;
  });

test('the certain part lies within the possible one, whatever the dates', () => {
  fc.assert(
    fc.property(fc.option(dates), fc.option(dates), (from, to) => {
      const span = timeSpanOf(from, to);
      if (span === null) {
        expect([from, to]).toEqual([null, null]);
        return;
      }
      if (span.from !== null && span.to !== null) expect(span.from).toBeLessThan(span.to);
      if (span.sure === null) return;
      expect(span.sure.from).toBeLessThan(span.sure.to);
      if (span.from !== null) expect(span.sure.from).toBeGreaterThanOrEqual(span.from);
      if (span.to !== null) expect(span.sure.to).toBeLessThanOrEqual(span.to);
    }),
  );
});

test('of two spans at most one surely lies before the other, and then they do not meet', () => {
  fc.assert(
    fc.property(dates, dates, (left, right) => {
      const [one, other] = [timeSpanOf(left, left), timeSpanOf(right, right)];
      if (!one || !other) return;
      expect(isSurelyBefore(one, other) && isSurelyBefore(other, one)).toBe(false);
      expect(isSurelyBefore(one, one)).toBe(false);
    }),
  );
});

test('dates are said as exactly as they stand, with the time in Pyongyang where a time of day is stated', () => {
  expect(describeSpan('2021-03~', '2021-03~')).toBe('c. March 2021');
  expect(describeSpan('2019', null)).toBe('from 2019, no end stated');
  expect(describeSpan(null, '2019-05-01')).toBe('until 1 May 2019');
  expect(describeSpan('2026-03-15T02:14Z', '2026-03-15T02:14Z', true)).toBe(
    '15 March 2026, 02:14 UTC; 11:14 in Pyongyang (UTC+9)',
  );
  expect(describeSpan('2017-11-28T18:17Z', '2017-11-28T18:17Z', true)).toBe(
    '28 November 2017, 18:17 UTC; 02:47 the next day in Pyongyang (UTC+8:30)',
  );
  expect(describeSpan('2026-03-15', '2026-03-15', true)).toBe('15 March 2026');
});

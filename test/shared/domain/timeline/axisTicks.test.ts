import fc from 'fast-check';
import { expect, test } from 'vitest';
import { axisTicks, DAY_MS, YEAR_MS } from '../../../../shared/domain/timeline/index.ts';

const labels = (from: string, to: string, roomMs: number) => {
  const { ticks, context } = axisTicks(Date.parse(from), Date.parse(to), roomMs);
  return [ticks.map(tick => tick.label), context.map(tick => tick.label)];
};

test('ticks stand at the beginnings of years, months, days and hours, with what they lie in above', () => {
  expect(labels('2019-06-01', '2022-06-01', YEAR_MS * 0.9)).toEqual([['2020', '2021', '2022'], []]);
  expect(labels('2021-11-15', '2022-02-15', 20 * DAY_MS)).toEqual([
    ['Dec', 'Jan', 'Feb'],
    ['2021', '2022'],
  ]);
  expect(labels('2022-01-30', '2022-02-02', DAY_MS * 0.9)).toEqual([
    ['30', '31', '1', '2'],
    ['Jan 2022', 'Feb 2022'],
  ]);
  expect(labels('2022-01-30T22:30Z', '2022-01-31T01:30Z', 3_600_000 * 0.9)).toEqual([
    ['23:00', '00:00', '01:00'],
    ['30 Jan 2022', '31 Jan 2022'],
  ]);
});

test('ticks lie in view, in order, never crowded and never without end', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(1500, 0), max: Date.UTC(2100, 0) }),
      fc.double({ min: 60_000, max: 800 * YEAR_MS, noNaN: true }),
      fc.integer({ min: 2, max: 30 }),
      (from, length, share) => {
        const room = length / share;
        const { ticks } = axisTicks(from, from + length, room);
        expect(ticks.length).toBeLessThanOrEqual(2 * share + 2);
        for (const [index, { at }] of ticks.entries()) {
          expect(at).toBeGreaterThanOrEqual(from);
          expect(at).toBeLessThanOrEqual(from + length);
          // Months are not all as long: the shortest is 28 days of a mean of 30.4.
          if (index > 0) expect(at - (ticks[index - 1]?.at ?? 0)).toBeGreaterThanOrEqual(Math.min(room, DAY_MS) * 0.5);
        }
      },
    ),
  );
});

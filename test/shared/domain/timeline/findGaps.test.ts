import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY_MS, findGaps, inTime, lengthWords } from '../../../../shared/domain/timeline/index.ts';
import { entity, event, item, value } from './builders.ts';

const ship = entity('FABULA HERON');
const gaps = (items: Parameters<typeof inTime>[0], days: number) =>
  findGaps(inTime(items), [ship], days * DAY_MS).map(gap => [
    gap.before.id,
    gap.after.id,
    (gap.to - gap.from) / DAY_MS,
  ]);

test('a stretch with nothing, longer than the limit, lies between what is known before and after it', () => {
  const items = [event('a', '2020-01-01', [ship]), event('b', '2020-01-10', [ship]), event('c', '2020-06', [ship])];
  expect(gaps(items, 30)).toEqual([['b', 'c', 142]]);
  expect(gaps(items, 5)).toEqual([
    ['a', 'b', 8],
    ['b', 'c', 142],
  ]);
  expect(gaps(items, 142)).toEqual([]);
});

test('a name or an owner that lasted does not fill a gap, but begins and ends in it; an event that lasted does', () => {
  const around = [event('a', '2020-01-01', [ship]), event('z', '2021-01-01', [ship])];
  expect(gaps([...around, value('name', ship, 'name', ['2019', null])], 300)).toHaveLength(1);
  expect(gaps([...around, value('flag', ship, 'flag', ['2020-06-01', '2021-02'])], 300)).toEqual([]);
  const repair = item({ id: 'repair', fromOn: '2020-01-15', toOn: '2020-12-20', entityIds: [ship.id] });
  expect(gaps([...around, repair], 60)).toEqual([]);
});

test('before the first and after the last that is known there is no gap', () => {
  expect(gaps([event('only', '2020', [ship])], 1)).toEqual([]);
});

test('gaps are longer than the limit, and nothing of the entity happens in them', () => {
  const dates = fc
    .integer({ min: 0, max: 3000 })
    .map(days => new Date(Date.UTC(2015, 0, 1) + days * DAY_MS).toISOString().slice(0, 10));
  fc.assert(
    fc.property(fc.array(dates, { maxLength: 25 }), fc.integer({ min: 1, max: 400 }), (on, days) => {
      const items = inTime(on.map((date, index) => event(`e${index}`, date, [ship])));
      for (const gap of findGaps(items, [ship], days * DAY_MS)) {
        expect(gap.to - gap.from).toBeGreaterThan(days * DAY_MS);
        for (const { span } of items) expect((span.to ?? 0) <= gap.from || (span.from ?? 0) >= gap.to).toBe(true);
      }
    }),
  );
});

test('lengths are said in the unit that a person would use', () => {
  expect([12, 1, 100, 1000].map(days => lengthWords(days * DAY_MS))).toEqual([
    '12 days',
    '1 day',
    '3 months',
    '2 years',
  ]);
});

import { describe, expect, test } from 'vitest';
import { inOrder, legWords, whenWords } from '../../../../renderer/features/map/figure/mapTable.ts';
import { DAY_MS, extentOf, isShownAt } from '../../../../renderer/features/map/time/timeFilter.ts';
import { speedWords, trackable, trackOf, USUAL_LIMITS } from '../../../../renderer/features/map/track/track.ts';
import { at, feature, HERON } from './mapFixtures.ts';

describe('a track', () => {
  test('joins the places of one entity in the order of time; those without a date are counted, not joined', () => {
    const [late, early] = [at('2026-03-15T02:00Z', 37, 124), at('2026-03-14T02:00Z', 36, 124)];
    const other = feature({ entityIds: [], fromOn: '2026-03-14' });
    const track = trackOf([late, other, feature(), early], HERON, USUAL_LIMITS);
    expect(track.stops).toEqual([early, late]);
    expect(track.undated).toBe(1);
    expect(track.legs).toMatchObject([
      { from: early, to: late, isGap: false, isImpossible: false, hours: { least: 24, most: 24 } },
    ]);
    // A degree of latitude is sixty miles: two and a half knots.
    expect(track.legs[0]?.knots?.least).toBeCloseTo(2.5, 1);
    expect(legWords(track.legs[0] as never)).toBe('60.0 nm, 000° true, 24.0 h, 2.5 kn');
  });

  test('between days the speed is a stretch, and impossible only if the slowest is', () => {
    const leg = (from: string, to: string, degrees: number) =>
      trackOf([at(from, 30, 124), at(to, 30 + degrees, 124)], HERON, USUAL_LIMITS).legs[0];
    const days = leg('2026-03-14', '2026-03-16', 10);
    expect(days).toMatchObject({ hours: { least: 24, most: 72 }, isImpossible: false, isGap: false });
    expect(days && speedWords(days)).toBe('8.3 to 25.0 kn');
    const sameDay = leg('2026-03-14', '2026-03-14', 5);
    expect(sameDay && speedWords(sameDay)).toBe('at least 12.5 kn');
    expect(leg('2026-03-14', '2026-03-14', 20)?.isImpossible).toBe(true);
    expect(leg('2026-03-14', '2026-03-20', 1)?.isGap).toBe(true);
  });

  test('two places at the same minute have no time between: pointed at, without a number', () => {
    const [leg] = trackOf(
      [at('2026-03-14T02:00Z', 30, 124), at('2026-03-14T02:00Z', 31, 124)],
      HERON,
      USUAL_LIMITS,
    ).legs;
    expect(leg).toMatchObject({ knots: null, isImpossible: true });
    expect(leg && speedWords(leg)).toBe('no time between');
  });

  test('is offered for who has two dated places', () => {
    expect(trackable([at('2026', 1, 1), at('2026', 2, 2), feature()])).toEqual([{ entityId: HERON, count: 2 }]);
    expect(trackable([at('2026', 1, 1), feature()])).toEqual([]);
  });
});

describe('the time shown', () => {
  const [march, april] = [at('2026-03', 1, 1), at('2026-04-10', 1, 1)];
  const day = (text: string) => Date.parse(`${text}T00:00Z`);

  test('as at a day: what may have been then', () => {
    const shown = (text: string) =>
      [march, april, feature()].filter(one => isShownAt(one, { mode: 'as-at', at: day(text) }, false));
    expect(shown('2026-03-31')).toEqual([march]);
    expect(shown('2026-04-10')).toEqual([april]);
    expect(shown('2026-04-11')).toEqual([]);
  });

  test('a stretch takes its last day whole; what has no date shows when asked for', () => {
    const filter = { mode: 'range' as const, from: day('2026-04-01'), to: day('2026-04-10') };
    expect([march, april].filter(one => isShownAt(one, filter, false))).toEqual([april]);
    expect(isShownAt(feature(), filter, true)).toBe(true);
    expect(isShownAt(feature(), { mode: 'all' }, false)).toBe(false);
  });

  test('runs from the first to the last day that is dated', () => {
    expect(extentOf([march, april, feature()])).toEqual({ from: day('2026-03-01'), to: day('2026-04-10') + DAY_MS });
    expect(extentOf([feature()])).toBeNull();
  });
});

test('the table is in the order of time, what has no date last, and says when in words', () => {
  const [undated, later, earlier] = [feature(), at('2026-04', 1, 1), at('2026-03-01T04:00Z', 1, 1)];
  expect(inOrder([undated, later, earlier])).toEqual([earlier, later, undated]);
  expect([undated, later, earlier].map(whenWords)).toEqual(['no date', 'April 2026', '1 March 2026, 04:00 UTC']);
  expect(whenWords({ fromOn: null, toOn: '2026' })).toBe('until 2026');
  expect(whenWords({ fromOn: '2025', toOn: '2026' })).toBe('2025 to 2026');
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { monthOf, spansOf } from '../../../../renderer/features/overview/chronology.ts';

const thing = (date: string) => ({ date, label: date, exhibitId: 'exh' });

test('a date lies where it begins, however exact it is', () => {
  expect(['2017', '2017-11', '2017-11-16', '2017-11~', '201X', '2017-11/2018-02', '../2017-03'].map(monthOf)).toEqual(
    [
      [2017, 0],
      [2017, 10],
      [2017, 10],
      [2017, 10],
      [2010, 0],
      [2017, 10],
      [2017, 2],
    ].map(([year = 0, month = 0]) => year * 12 + month),
  );
});

test('a few months are shown by month, decades by years', () => {
  expect(spansOf([thing('2017-11-16'), thing('2018-01')]).map(span => [span.label, span.things.length])).toEqual([
    ['November 2017', 1],
    ['December 2017', 0],
    ['January 2018', 1],
  ]);
  expect(spansOf([thing('1994'), thing('2020')]).at(0)?.label).toBe('1994');
});

test('nothing dated is left out, and the strip never has more bars than fit', () => {
  const date = fc
    .tuple(fc.integer({ min: 1900, max: 2099 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`);
  fc.assert(
    fc.property(fc.array(date, { minLength: 1, maxLength: 60 }), dates => {
      const spans = spansOf(dates.map(thing));
      expect(spans.flatMap(span => span.things)).toHaveLength(dates.length);
      expect(spans.length).toBeLessThanOrEqual(40);
    }),
  );
});

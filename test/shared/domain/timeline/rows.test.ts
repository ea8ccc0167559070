import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY_MS, inTime, layLanes, layRows } from '../../../../shared/domain/timeline/index.ts';
import { packRows } from '../../../../shared/domain/timeline/packRows.ts';
import { entity, event, item } from './builders.ts';

const stretches = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 60 }))
    .map(([from, length]) => ({ from, to: from + length })),
  { maxLength: 60 },
);

test('no two stretches of a row overlap, and there are no more rows than lie over one another', () => {
  fc.assert(
    fc.property(stretches, all => {
      const rows = packRows(all);
      let deepest = 0;
      for (const [index, one] of all.entries()) {
        for (const [other, two] of all.entries())
          if (index < other && rows[index] === rows[other]) expect(one.to <= two.from || two.to <= one.from).toBe(true);
        deepest = Math.max(deepest, all.filter(two => two.from <= one.from && one.from < two.to).length);
      }
      expect(Math.max(-1, ...rows) + 1).toBe(deepest);
    }),
  );
});

test('with a limit, what finds no row is told, and the others keep apart', () => {
  fc.assert(
    fc.property(stretches, fc.integer({ min: 1, max: 4 }), (all, most) => {
      const rows = packRows(all, most);
      expect(rows.every(row => row >= -1 && row < most)).toBe(true);
      const left = rows.filter(row => row === -1).length;
      if (packRows(all).every(row => row < most)) expect(left).toBe(0);
    }),
  );
});

test('open ends take their row for good', () => {
  const open = { from: 3, to: Number.POSITIVE_INFINITY };
  expect(packRows([open, { from: 5, to: 6 }, { from: Number.NEGATIVE_INFINITY, to: 3 }])).toEqual([0, 1, 0]);
});

test('an item stands in the lane of each whom it names; claims and exhibits that name nobody have lanes of their own', () => {
  const [heron, moru] = [entity('FABULA HERON'), entity('SAEBYOK MORU 5')];
  const lanes = layLanes(
    inTime([
      event('transfer', '2026-03-15', [heron, moru]),
      event('elsewhere', '2026-03-16', [entity('OTHER')]),
      item({ id: 'claim', source: 'claim', fromOn: '2026', toOn: '2026' }),
      item({ id: 'exhibit', source: 'exhibit', fromOn: '2025', toOn: '2025' }),
      item({ id: 'undated', entityIds: [heron.id] }),
    ]),
    [heron, moru],
  );
  expect(lanes.map(lane => [lane.label, lane.items.map(one => one.item.id)])).toEqual([
    ['FABULA HERON', ['transfer']],
    ['SAEBYOK MORU 5', ['transfer']],
    ['Claims that name nobody', ['claim']],
    ['All others', ['elsewhere']],
    ['Exhibits published', ['exhibit']],
  ]);
});

test('every item of a lane is either laid in a row or counted where it lies, at any scale', () => {
  const ship = entity('SHIP');
  const dates = fc
    .integer({ min: 0, max: 4000 })
    .map(days => new Date(Date.UTC(2015, 0, 1) + days * DAY_MS).toISOString().slice(0, 10));
  fc.assert(
    fc.property(fc.array(dates, { maxLength: 120 }), fc.integer({ min: 10, max: 34 }), (on, power) => {
      const lanes = layLanes(inTime(on.map((date, index) => event(`e${index}`, date, [ship]))), [ship]);
      const [lane] = layRows(lanes, 2 ** power);
      const counted = lane?.crowds.reduce((sum, crowd) => sum + crowd.count, 0) ?? 0;
      expect((lane?.items.length ?? 0) + counted).toBe(on.length);
    }),
    { numRuns: 40 },
  );
});

test('rows stay where they are while one zooms a little', () => {
  const ship = entity('SHIP');
  const lanes = layLanes(inTime([event('a', '2020-01-01', [ship]), event('b', '2020-02-01', [ship])]), [ship]);
  expect(layRows(lanes, 40_000_000)).toEqual(layRows(lanes, 60_000_000));
});

test('near the end of what is known words stand before their item, and nowhere else', () => {
  const ship = entity('SHIP');
  const lanes = layLanes(inTime([event('first', '2010-01-01', [ship]), event('last', '2020-01-01', [ship])]), [ship]);
  const extent = { from: Date.UTC(2010, 0, 1), to: Date.UTC(2020, 0, 2) };
  const before = (scale: number) => layRows(lanes, scale, extent)[0]?.items.map(one => one.wordsBefore);
  expect(before(8 * DAY_MS)).toEqual([false, true]);
  expect(layRows(lanes, 8 * DAY_MS)[0]?.items.map(one => one.wordsBefore)).toEqual([false, false]);
});

test('whatever it is sorted by, no two in a row overlap', () => {
  const stretch = fc
    .tuple(fc.nat(100), fc.nat(40), fc.nat(40))
    .map(([from, before, after]) => ({ from, at: from + before, to: from + before + after + 1 }));
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 30 }), all => {
      const rows = packRows(all);
      for (const [index, one] of all.entries())
        for (const [at, other] of all.slice(0, index).entries())
          if (rows[index] === rows[at]) expect(one.from >= other.to || other.from >= one.to).toBe(true);
    }),
  );
});

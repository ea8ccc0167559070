import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findClashes, inTime, type TimedItem } from '../../../../shared/domain/timeline/index.ts';
import { entity, event, item, value } from './builders.ts';

const ship = entity('FABULA HERON');
const person = entity('Pak Yonsup', 'Person');
const clashes = (...items: TimedItem[]) => findClashes(inTime(items), [ship, person]);
const kinds = (...items: TimedItem[]) => clashes(...items).map(clash => clash.kind);
const at = (words: string, latitude: number | null = null, longitude: number | null = null) => ({
  place: { words, latitude, longitude },
});

test('two flags of a vessel at one time clash, in one sentence that names both and says why', () => {
  const [clash, ...more] = clashes(
    value('Flag: Liberia', ship, 'flag', ['2019', '2021-06'], 'lr'),
    value('Flag: Togo', ship, 'flag', ['2020-02', '2022'], 'tg'),
  );
  expect(more).toEqual([]);
  expect(clash?.sentence).toBe(
    'FABULA HERON: “Flag: Liberia” (2019 to June 2021) and “Flag: Togo” (February 2020 to 2022) stand at the same time from 1 March 2020 to 31 May 2021, and a vessel has one flag at a time.',
  );
});

test('flags that only may overlap do not clash: one month ends and begins both, ends are open or in doubt', () => {
  expect(
    kinds(value('a', ship, 'flag', ['2019', '2021-06'], 'lr'), value('b', ship, 'flag', ['2021-06', '2022'], 'tg')),
  ).toEqual([]);
  expect(
    kinds(value('a', ship, 'flag', ['2019', null], 'lr'), value('b', ship, 'flag', ['2021', '2022'], 'tg')),
  ).toEqual([]);
  expect(
    kinds(value('a', ship, 'flag', ['2019', '2022?'], 'lr'), value('b', ship, 'flag', ['2020', '2024'], 'tg')),
  ).toEqual([]);
  expect(
    kinds(value('a', ship, 'flag', ['2019', '2023'], 'lr'), value('b', ship, 'flag', ['2020', '2024'], 'lr')),
  ).toEqual([]);
  expect(
    kinds(value('a', ship, 'name', ['2019', '2023'], 'HERON'), value('b', ship, 'name', ['2020', '2024'], '헤론')),
  ).toEqual([]);
});

test('a vessel named at two places further apart than it could have sailed clashes; at places in reach it does not', () => {
  const nampo = at('Nampo', 38.7, 125.4);
  const singapore = at('Singapore', 1.3, 103.8);
  expect(kinds(event('a', '2026-03-15', [ship], nampo), event('b', '2026-03-16', [ship], singapore))).toEqual([
    'two-places',
  ]);
  expect(kinds(event('a', '2026-03-15', [ship], nampo), event('b', '2026-03-25', [ship], singapore))).toEqual([]);
  // A month may hold both.
  expect(kinds(event('a', '2026-03', [ship], nampo), event('b', '2026-03-16', [ship], singapore))).toEqual([]);
  expect(kinds(event('a', '2026-03-15?', [ship], nampo), event('b', '2026-03-16', [ship], singapore))).toEqual([]);
  // A person flies, a company has no place of its own.
  expect(kinds(event('a', '2026-03-15', [person], nampo), event('b', '2026-03-16', [person], singapore))).toEqual([]);
});

test('an event that lasts holds the vessel at its place all that time', () => {
  const repair = item({
    id: 'repair',
    fromOn: '2026-01-01',
    toOn: '2026-03-31',
    entityIds: [ship.id],
    ...at('Dalian', 38.9, 121.6),
  });
  const call = event('call', '2026-02-10', [ship], at('Singapore', 1.3, 103.8));
  expect(clashes(repair, call)[0]?.sentence).toContain('“repair” (1 January 2026 to 31 March 2026) at Dalian');
  expect(kinds(repair, event('later', '2026-05-10', [ship], at('Singapore', 1.3, 103.8)))).toEqual([]);
});

test('without positions, only two names of places at the same minute clash', () => {
  const left = event('a', '2026-03-15T02:14Z', [ship], at('Nampo'));
  expect(kinds(left, event('b', '2026-03-15T02:14Z', [ship], at('Busan')))).toEqual(['two-places']);
  expect(kinds(left, event('b', '2026-03-15T02:14Z', [ship], at('NAMPO ')))).toEqual([]);
  expect(kinds(left, event('b', '2026-03-15', [ship], at('Busan')))).toEqual([]);
});

test('what happens before the building or after the death clashes; what may touch it does not', () => {
  const built = value('Build date', ship, 'buildDate', ['1998', '1998']);
  expect(kinds(built, event('early', '1997-05', [ship]))).toEqual(['before-beginning']);
  expect(kinds(built, event('same year', '1998-05', [ship]))).toEqual([]);
  expect(kinds(built, value('Flag: Togo', ship, 'flag', ['1990', '2001'], 'tg'))).toEqual(['before-beginning']);
  const died = value('Death date', person, 'deathDate', ['2019-04-01', '2019-04-01']);
  const [clash] = clashes(died, event('A meeting', '2020-01-05', [person]));
  expect(clash?.sentence).toBe(
    '“A meeting” (5 January 2020) lies after the death of Pak Yonsup, “Death date” (1 April 2019).',
  );
  expect(kinds(died, event('about then', '2019-04-01~', [person]))).toEqual([]);
  expect(kinds(died, item({ id: 'published', source: 'exhibit', fromOn: '2022', toOn: '2022' }))).toEqual([]);
});

test('two dates of one birth, or of one event, clash where they do not meet', () => {
  const born = (id: string, on: string) => value(id, person, 'birthDate', [on, on], on);
  expect(kinds(born('a', '1961'), born('b', '1963-02-01'))).toEqual(['two-dates']);
  expect(kinds(born('a', '1961'), born('b', '1961-02-01'))).toEqual([]);
  const first = event('ent-1', '2026-03-15', [ship], { title: 'Transfer' });
  const second = {
    ...event('ent-1 stm-2', '2026-03-17', [ship]),
    entityId: first.entityId,
    title: 'Transfer',
    property: 'date',
    value: '2026-03-17',
  };
  expect(clashes(first, second).map(clash => clash.sentence)).toEqual([
    '“Transfer” is dated both 15 March 2026 and 17 March 2026.',
  ]);
});

test('what ends before it begins is told', () => {
  expect(kinds(item({ id: 'tie', source: 'relationship', fromOn: '2022', toOn: '2020' }))).toEqual(['reversed']);
});

test('the order in which items come makes no other clashes, and none with itself', () => {
  const dates = fc.constantFrom('2019', '2020-03', '2020-03-15', '2021-06-01', '2020~', '2021?');
  const flags = fc.tuple(dates, dates, fc.constantFrom('lr', 'tg', 'pa'));
  fc.assert(
    fc.property(fc.array(flags, { maxLength: 8 }), given => {
      const items = given.map(([from, to, flag], index) => value(`v${index}`, ship, 'flag', [from, to], flag));
      const pairs = (order: TimedItem[]) =>
        clashes(...order)
          .map(clash =>
            clash.items
              .map(one => one.id)
              .sort()
              .join(' '),
          )
          .sort();
      expect(pairs(items)).toEqual(pairs(items.toReversed()));
      expect(new Set(pairs(items)).size).toBe(pairs(items).length);
      for (const clash of clashes(...items)) expect(clash.sentence.match(/\./g)).toHaveLength(1);
    }),
  );
});

import { expect, test } from 'vitest';
import { gazetteerPorts, gazetteerSeas, lookUpPlace, suggestPlaces } from '../../../../shared/domain/geo/index.ts';

const namesOf = (typed: string) => lookUpPlace(typed).map(place => place.name);

test.each([
  ['Nampo', 'Nampo'],
  ['NAMP’O', 'Nampo'],
  ['남포', 'Nampo'],
  ['남포'.normalize('NFD'), 'Nampo'],
  ['Нампхо', 'Nampo'],
  ['丹东', 'Dandong'],
  ['ウラジオストク', 'Vladivostok'],
  ['sea of japan', 'East Sea'],
  ['동해', 'East Sea'],
  ['Lome', 'Lomé'],
])('%s is found in any script, case and spelling', (typed, name) => {
  expect(namesOf(typed)).toEqual([name]);
});

test('what is in the list lies on the earth, and no port is listed twice', () => {
  for (const place of [...gazetteerPorts, ...gazetteerSeas]) {
    expect(Math.abs(place.latitude), place.name).toBeLessThanOrEqual(90);
    expect(Math.abs(place.longitude), place.name).toBeLessThanOrEqual(180);
    expect(place.rank).toBeGreaterThanOrEqual(1);
    expect(place.reachDegrees).toBeGreaterThan(0);
    expect(place.names.every(name => name === name.trim() && name !== '')).toBe(true);
  }
  expect(gazetteerPorts.length).toBeGreaterThan(250);
  expect(new Set(gazetteerPorts.map(port => port.name)).size).toBe(gazetteerPorts.length);
});

test('what is typed proposes the nearest names first, and says by which spelling', () => {
  expect(suggestPlaces('busan', 3).map(({ place }) => place.name)).toEqual(['Busan', 'Busan New Port']);
  expect(suggestPlaces('najin', 1)).toMatchObject([{ spelling: 'Najin', place: { name: 'Rajin' } }]);
  expect(suggestPlaces('', 5)).toEqual([]);
  expect(suggestPlaces('yellow', 5, ['port'])).toEqual([]);
});

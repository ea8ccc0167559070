// Distances, bearings and datums, held against values that others computed.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  bearingDegrees,
  distanceKm,
  lengthKm,
  midPoint,
  nauticalMiles,
  pointAt,
  toGcj02,
  toWgs84,
} from '../../../../shared/domain/geo/index.ts';
import { fromUtm, toUtm } from '../../../../shared/domain/geo/utm.ts';

const anywhere = fc.record({
  latitude: fc.double({ min: -89, max: 89, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true, minExcluded: true }),
});

test('a minute of latitude is a nautical mile, as near as a sphere has it', () => {
  const km = distanceKm({ latitude: 38, longitude: 125 }, { latitude: 38 + 1 / 60, longitude: 125 });
  expect(nauticalMiles(km)).toBeCloseTo(1, 2);
});

test('bearings run clockwise from north', () => {
  const from = { latitude: 0, longitude: 0 };
  expect(bearingDegrees(from, { latitude: 1, longitude: 0 })).toBeCloseTo(0);
  expect(bearingDegrees(from, { latitude: 0, longitude: 1 })).toBeCloseTo(90);
  expect(bearingDegrees(from, { latitude: -1, longitude: 0 })).toBeCloseTo(180);
  expect(bearingDegrees(from, { latitude: 0, longitude: -1 })).toBeCloseTo(270);
});

test('the shortest line across the date line is the short one', () => {
  const [west, east] = [
    { latitude: 50, longitude: 179 },
    { latitude: 50, longitude: -179 },
  ];
  expect(distanceKm(west, east)).toBeLessThan(145);
  expect(Math.abs(midPoint(west, east).longitude)).toBeCloseTo(180);
});

test('the middle is as far from both ends; going the bearing for the distance arrives', () => {
  fc.assert(
    fc.property(anywhere, anywhere, (from, to) => {
      const km = distanceKm(from, to);
      // Near the opposite side of the earth every way is as short.
      fc.pre(km > 1 && km < 19_000);
      const middle = midPoint(from, to);
      expect(distanceKm(from, middle)).toBeCloseTo(km / 2, 3);
      expect(distanceKm(middle, to)).toBeCloseTo(km / 2, 3);
      expect(lengthKm([from, middle, to])).toBeCloseTo(km, 3);
      expect(distanceKm(pointAt(from, bearingDegrees(from, to), km), to)).toBeLessThan(0.01);
    }),
  );
});

test('UTM of a known point, and back', () => {
  // The tower of the CN in Toronto: 17T 630084 4833438.
  const utm = toUtm({ latitude: 43.642561, longitude: -79.387143 });
  expect(utm).toMatchObject({ zone: 17, isNorth: true });
  expect(Math.round(utm?.easting ?? 0)).toBe(630_084);
  expect(Math.round(utm?.northing ?? 0)).toBe(4_833_438);
  fc.assert(
    fc.property(
      fc.double({ min: -79, max: 83, noNaN: true }),
      fc.double({ min: -179.9, max: 179.9, noNaN: true }),
      (latitude, longitude) => {
        const there = toUtm({ latitude, longitude });
        const back = there && fromUtm(there);
        expect(back?.latitude).toBeCloseTo(latitude, 7);
        expect(back?.longitude).toBeCloseTo(longitude, 6);
      },
    ),
  );
});

test('GCJ-02 turned back is where it came from', () => {
  const inChina = fc.record({
    latitude: fc.double({ min: 18, max: 53, noNaN: true }),
    longitude: fc.double({ min: 74, max: 134, noNaN: true }),
  });
  fc.assert(
    fc.property(inChina, place => {
      const printed = toGcj02(place);
      const moved = distanceKm(place, printed) * 1000;
      expect(moved).toBeGreaterThan(20);
      expect(moved).toBeLessThan(1500);
      expect(distanceKm(toWgs84(printed, 'GCJ-02') ?? place, place)).toBeLessThan(0.0001);
    }),
  );
});

test('Tokyo positions lie some four hundred metres to the south-east of WGS 84 ones with the same figures', () => {
  // At Tokyo, 35°39′29.1572″N 139°44′28.8759″E in WGS 84 (JGD2000) was 35°39′17.5148″N 139°44′40.5020″E.
  const printed = { latitude: 35 + 39 / 60 + 17.5148 / 3600, longitude: 139 + 44 / 60 + 40.502 / 3600 };
  const known = { latitude: 35 + 39 / 60 + 29.1572 / 3600, longitude: 139 + 44 / 60 + 28.8759 / 3600 };
  const computed = toWgs84(printed, 'Tokyo');
  expect(computed?.note).toMatch(/within about 30 m/);
  expect(distanceKm(computed ?? printed, known)).toBeLessThan(0.03);
});

test('nothing is computed for what is WGS 84 or is not said', () => {
  expect(toWgs84({ latitude: 1, longitude: 2 }, 'WGS 84')).toBeNull();
  expect(toWgs84({ latitude: 1, longitude: 2 }, 'not stated')).toBeNull();
});

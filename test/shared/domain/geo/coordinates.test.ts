// Coordinates in any notation: read as printed, written back, and never guessed where the words leave something open.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Position, readCoordinates, writeCoordinates } from '../../../../shared/domain/geo/index.ts';

const read = (typed: string) =>
  readCoordinates(typed)?.readings.map(({ latitude, longitude }) => `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`);

describe('what says all is read one way', () => {
  test.each([
    ['38.75833, 125.2', '38.75833, 125.20000', 'decimal degrees'],
    ['38.75833° N, 125.2° E', '38.75833, 125.20000', 'decimal degrees'],
    ['N38.75833 E125.2', '38.75833, 125.20000', 'decimal degrees'],
    ['38,75833 N 125,2 E', '38.75833, 125.20000', 'decimal degrees'],
    ['38,75833; 125,2', '38.75833, 125.20000', 'decimal degrees'],
    ['38,75833, 125,2', '38.75833, 125.20000', 'decimal degrees'],
    ['38,75833,125,2', '38.75833, 125.20000', 'decimal degrees'],
    ['-33.9, 151.2', '-33.90000, 151.20000', 'decimal degrees'],
    ['125.2, 38.75833', '38.75833, 125.20000', 'decimal degrees'],
    ['lat: 12.5 long: 38.25', '12.50000, 38.25000', 'decimal degrees'],
    ['Longitude = -38.25, Latitude = 12.5', '12.50000, -38.25000', 'decimal degrees'],
    ['+38.75833+125.2/', '38.75833, 125.20000', 'decimal degrees'],
    ['38-45.5N 125-12.0E', '38.75833, 125.20000', 'degrees and minutes'],
    ['38-45.5N/125-12.0E', '38.75833, 125.20000', 'degrees and minutes'],
    ['38 45.5 N 125 12 E', '38.75833, 125.20000', 'degrees and minutes'],
    ["38°45,5'N, 125°12,0'E", '38.75833, 125.20000', 'degrees and minutes'],
    ['N 38º45.5’ W 125º12’', '38.75833, -125.20000', 'degrees and minutes'],
    ['38°45′30″N 125°12′00″E', '38.75833, 125.20000', 'degrees, minutes and seconds'],
    ['38º45’30’’N 125º12’00’’E', '38.75833, 125.20000', 'degrees, minutes and seconds'],
    [`38° 45' 30" N, 125° 12' 0" E`, '38.75833, 125.20000', 'degrees, minutes and seconds'],
    ['125°12′00″E 38°45′30″N', '38.75833, 125.20000', 'degrees, minutes and seconds'],
    ['38-45-30N 125-12-00E', '38.75833, 125.20000', 'degrees, minutes and seconds'],
    ['S 33°51′30″ E 151°12′', '-33.85833, 151.20000', 'degrees, minutes and seconds'],
    ['3845N 12512E', '38.75000, 125.20000', 'degrees and minutes'],
    ['384530N1251200E', '38.75833, 125.20000', 'degrees, minutes and seconds'],
    ['N3845.5 E12512.0', '38.75833, 125.20000', 'degrees and minutes'],
    ['+3845+12512', '38.75000, 125.20000', 'degrees and minutes'],
    ['북위 38도 45분 30초 동경 125도 12분', '38.75833, 125.20000', 'degrees, minutes and seconds'],
    ['동경 125°12′, 북위 38°45′30″', '38.75833, 125.20000', 'degrees, minutes and seconds'],
    ['北纬38°45′30″，东经125°12′', '38.75833, 125.20000', 'degrees, minutes and seconds'],
    ['北緯38度45分30秒、東経125度12分', '38.75833, 125.20000', 'degrees, minutes and seconds'],
    ['Ｎ３８°４５．５′　Ｅ１２５°１２′', '38.75833, 125.20000', 'degrees and minutes'],
    ['38°45,5′ с.ш. 125°12′ в.д.', '38.75833, 125.20000', 'degrees and minutes'],
    ['38 deg 45.5 min North, 125 deg 12 min East', '38.75833, 125.20000', 'degrees and minutes'],
  ])('%s', (typed, position, notation) => {
    expect(read(typed)).toEqual([position]);
    expect(readCoordinates(typed)).toMatchObject({ question: null, readings: [{ notation }] });
  });
});

describe('what leaves something open is asked, with every reading', () => {
  test.each([
    ['12.5, 38.25', 'Which of the two numbers is the latitude?', ['12.50000, 38.25000', '38.25000, 12.50000']],
    [
      '38-45.5 125-12.0',
      'Is it north or south? Is it east or west?',
      ['38.75833, 125.20000', '38.75833, -125.20000', '-38.75833, 125.20000', '-38.75833, -125.20000'],
    ],
    ['38-45.5 125-12.0E', 'Is it north or south?', ['38.75833, 125.20000', '-38.75833, 125.20000']],
    [
      '38°45.5′N 12°12′O',
      'Is O east (Ost) or west (ouest, oeste, ovest)?',
      ['38.75833, 12.20000', '38.75833, -12.20000'],
    ],
    ['52S 317000 4287654', 'Is the letter S a band of the grid, or south?', undefined],
  ])('%s', (typed, question, positions) => {
    expect(readCoordinates(typed)?.question).toBe(question);
    expect(read(typed)?.length).toBeGreaterThan(1);
    if (positions) expect(read(typed)).toEqual(positions);
  });
});

test.each([
  '',
  'Nampo',
  '38.75',
  '38,75',
  '91°00′N 125°12′E',
  '38°45′N 181°00′E',
  '38-60.0N 125-12.0E',
  '38°45.5′30″N 125°12′E',
  '38°N 39°S',
  '-38°45′N 125°12′E',
  '3845 12512',
  '1.2.3, 4',
  '9G8F+6X',
  '52S CG',
  '2017-11-26',
])('“%s” is no position', typed => {
  expect(readCoordinates(typed)).toBeNull();
});

describe('grid references', () => {
  test('MGRS reads to the middle of its square, in capitals or not', () => {
    expect(read('51S XC 12345 67890')).toEqual(read('51sxc1234567890'));
    expect(readCoordinates('51S XC 12345 67890')?.readings[0]).toMatchObject({ notation: 'MGRS' });
    expect(readCoordinates('51S XC 123 678')?.readings[0]?.stepDegrees).toBeCloseTo(100 / 111_320);
  });

  test('letters of a square that does not lie in the zone are refused', () => {
    expect(readCoordinates('51S AA 12345 67890')).toBeNull();
  });

  test('a full Plus code reads to its middle; a short one is not read', () => {
    expect(read('8Q8GQ6M2+2X')).toHaveLength(1);
    expect(readCoordinates('8q8gq6m2+2x')?.readings[0]).toMatchObject({ notation: 'Plus code' });
  });

  test('UTM with the letter of its band', () => {
    expect(readCoordinates('52T 317000mE 4487654mN')?.readings).toMatchObject([{ notation: 'UTM' }]);
  });
});

const anywhere = fc.record({
  latitude: fc.double({ min: -89.99, max: 89.99, noNaN: true }),
  longitude: fc.double({ min: -179.99, max: 180, noNaN: true }),
});

test('what is written reads back to where it was, in every notation of degrees', () => {
  fc.assert(
    fc.property(anywhere, fc.constantFrom('decimal' as const, 'dm' as const, 'dms' as const), (position, notation) => {
      const back = readCoordinates(writeCoordinates(position, notation));
      expect(back?.readings).toHaveLength(1);
      expect(back?.readings[0]?.latitude).toBeCloseTo(position.latitude, 4);
      expect(back?.readings[0]?.longitude).toBeCloseTo(position.longitude, 4);
    }),
  );
});

test('what is written in MGRS or UTM reads back within two metres or so', () => {
  const used = fc.record({
    latitude: fc.double({ min: -79.9, max: 83.9, noNaN: true }),
    longitude: fc.double({ min: -179.99, max: 179.99, noNaN: true }),
  });
  fc.assert(
    fc.property(used, fc.constantFrom('mgrs' as const, 'utm' as const), (position, notation) => {
      const written = writeCoordinates(position, notation);
      const near = readCoordinates(written)?.readings.some(
        back =>
          Math.abs(back.latitude - position.latitude) < 2e-5 &&
          Math.abs(back.longitude - position.longitude) * Math.cos((position.latitude * Math.PI) / 180) < 2e-5,
      );
      expect(near, written).toBe(true);
    }),
    // At the equator a northing rounds to the other side of it.
    {
      examples: [-1e-8, -5e-324, 0, 1e-8, -4e-6, 4e-6].map((latitude): [Position, 'utm'] => [
        { latitude, longitude: 0 },
        'utm',
      ]),
    },
  );
});

test('no rounding prints sixty minutes or seconds', () => {
  expect(writeCoordinates({ latitude: 37.99999999, longitude: -124.99999999 }, 'dm')).toBe('38°00.000′N 125°00.000′W');
  expect(writeCoordinates({ latitude: 37.99999999, longitude: 0 }, 'dms')).toBe('38°00′00.0″N 000°00′00.0″E');
});

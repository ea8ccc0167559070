import { zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openFeatureCutter } from '../../../electron/extract/formats/map/geoJsonPieces.ts';
import { sheetRows } from '../../../shared/domain/sheet.ts';
import { bytesOf, extractHere, textOf } from './support/extractHere.ts';

const HEADINGS = [
  'Name',
  'Kind',
  'Latitude',
  'Longitude',
  'Altitude',
  'Time',
  'Description',
  'Points',
  'Extent',
  'Problem',
];

async function readMap(text: string | Uint8Array, fileName: string) {
  const { outcome, pages, parts } = await extractHere(typeof text === 'string' ? bytesOf(text) : text, fileName);
  if (!outcome.ok) throw new Error(outcome.problem.detail);
  return { ...outcome.summary, rows: sheetRows(textOf(pages)), sheet: pages[0]?.sheet, parts };
}

describe('GeoJSON', () => {
  const collection = (features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', name: 'x', features });
  const feature = (geometry: unknown, properties: unknown = null) => ({ type: 'Feature', properties, geometry });

  test('is a row for each feature, and a place for each point', async () => {
    const point = feature(
      { type: 'Point', coordinates: [125.3, 38.7, 12] },
      { name: '남포항', time: '2026-03-01T10:00Z', berth: 4 },
    );
    const line = feature(
      {
        type: 'LineString',
        coordinates: [
          [125, 38],
          [126, 39],
        ],
      },
      { title: 'Leg 1' },
    );
    const area = feature({
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [0, 2],
          [3, 2],
          [0, 0],
        ],
      ],
    });
    const { rows, places, detected, sheet, warnings } = await readMap(collection([point, line, area]), 'ports.geojson');
    expect(detected).toEqual({ mediaType: 'application/geo+json', suffixHint: 'geojson' });
    expect(sheet).toMatchObject({ name: 'ports', firstRow: 0 });
    expect(rows).toEqual([
      HEADINGS,
      ['남포항', 'Point', '38.7', '125.3', '12', '2026-03-01T10:00Z', 'berth: 4'],
      ['Leg 1', 'Line', '', '', '', '', '', '2', 'latitude 38 to 39, longitude 125 to 126'],
      ['', 'Area', '', '', '', '', '', '4', 'latitude 0 to 2, longitude 0 to 3'],
    ]);
    expect(places).toEqual([
      { name: '남포항', latitude: 38.7, longitude: 125.3, altitudeM: 12, at: '2026-03-01T10:00Z' },
    ]);
    expect(warnings).toEqual([]);
  });

  test('tells wrong coordinates row by row and goes on', async () => {
    const bad = [[200, 0], [0, 91], ['a', 1], null].map(coordinates => feature({ type: 'Point', coordinates }));
    const good = feature({ type: 'Point', coordinates: [1, 2] });
    const { rows, places, warnings } = await readMap(collection([...bad, 5, good]), 'x.json');
    expect(rows.slice(1).map(row => row[9])).toEqual([
      'The longitude 200 lies beyond 180°.',
      'The latitude 91 lies beyond the poles.',
      'The coordinates are not numbers.',
      'The coordinates are not numbers.',
      undefined,
    ]);
    expect(places).toHaveLength(1);
    expect(warnings).toEqual([
      expect.stringMatching(/^4 of the map’s entries have a problem, told in their rows: 2, 3, 4, 5\.$/),
    ]);
  });

  test('without a collection, or one feature a line, is read too', async () => {
    const single = JSON.stringify(
      feature({
        type: 'MultiPoint',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      }),
    );
    expect((await readMap(single, 'x.json')).places).toHaveLength(2);
    expect((await readMap(`${single}\n${single}\n`, 'x.geojson')).places).toHaveLength(4);
    const bare = JSON.stringify({ type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [1, 2] }] });
    expect((await readMap(bare, 'x.geojson')).places).toHaveLength(1);
  });

  test('says how many points are no places when there are more than ten thousand', async () => {
    const points = Array.from({ length: 10_003 }, (_, at) => feature({ type: 'Point', coordinates: [at / 1000, 1] }));
    const { rows, places, warnings } = await readMap(collection(points), 'x.geojson');
    expect([rows.length, places.length]).toEqual([10_004, 10_000]);
    expect(warnings).toEqual([expect.stringContaining('10003 points')]);
  });

  test('that breaks off, or nests without end, keeps what came before and says so', async () => {
    const whole = collection([feature({ type: 'Point', coordinates: [1, 2] }), feature(null)]);
    const cut = await readMap(whole.slice(0, -12), 'x.geojson');
    expect([cut.places.length, cut.warnings]).toEqual([1, ['The map breaks off: its last entry is not complete.']]);
    const nested = `{"type":"FeatureCollection","features":[{"type":"Feature","geometry":${'{"type":"GeometryCollection","geometries":['.repeat(5000)}${']}'.repeat(5000)}}]}`;
    expect((await readMap(nested, 'x.geojson')).rows[1]?.[9]).toMatch(/nested too deeply|not valid JSON/);
  });

  test('is cut into the same features wherever its pieces end', () => {
    const text = collection([
      feature({ type: 'Point', coordinates: [1, 2] }, { name: 'a "}]" \\ b' }),
      feature(null, { features: [{ x: [1] }] }),
    ]);
    const wanted = [JSON.stringify(JSON.parse(text).features[0]), JSON.stringify(JSON.parse(text).features[1])];
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), { maxLength: 8 }), places => {
        const ends = [...places, 0, text.length].sort((a, b) => a - b);
        const cutter = openFeatureCutter();
        const found = ends.slice(1).flatMap((end, at) => cutter.add(text.slice(ends[at], end)));
        expect([found, cutter.end()]).toEqual([wanted, true]);
      }),
    );
  });
});

const KML = `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2">
<Document><name>Sightings</name><Style><IconStyle><Icon><href>https://example.invalid/i.png</href></Icon></IconStyle></Style>
<Placemark><name>Anchorage</name><description><![CDATA[<b>Two</b> vessels]]></description><TimeStamp><when>2026-03-01</when></TimeStamp>
<ExtendedData><Data name="imo"><value>9074729</value></Data></ExtendedData>
<Point><coordinates> 125.25,38.5,0 </coordinates></Point></Placemark>
<Placemark><name>Route</name><LineString><coordinates>125,38 125.5,38.5
126,39</coordinates></LineString></Placemark>
<Placemark><name>Broken</name><Point><coordinates>38.5</coordinates></Point></Placemark>
<Placemark><name>T</name><gx:Track><when>2026-03-01T00:00:00Z</when><when>2026-03-01T01:00:00Z</when><gx:coord>125 38 0</gx:coord><gx:coord>126 39 0</gx:coord></gx:Track></Placemark>
</Document></kml>`;

describe('KML', () => {
  test('is a row for each placemark and each point of a track; addresses elsewhere are named and not loaded', async () => {
    const { rows, places, title, warnings, detected } = await readMap(KML, 'a.kml');
    expect(detected.mediaType).toBe('application/vnd.google-earth.kml+xml');
    expect(title).toBe('Sightings');
    expect(rows).toEqual([
      HEADINGS,
      ['Anchorage', 'Point', '38.5', '125.25', '0', '2026-03-01', 'Two vessels; imo: 9074729'],
      ['Route', 'Line', '', '', '', '', '', '3', 'latitude 38 to 39, longitude 125 to 126'],
      ['Broken', 'Point', '', '', '', '', '', '', '', 'The coordinates are not numbers.'],
      ['T', 'Track', '', '', '', '', '', '2'],
      ['T', 'Track point', '38', '125', '0', '2026-03-01T00:00:00Z'],
      ['T', 'Track point', '39', '126', '0', '2026-03-01T01:00:00Z'],
    ]);
    expect(places).toEqual([{ name: 'Anchorage', latitude: 38.5, longitude: 125.25, altitudeM: 0, at: '2026-03-01' }]);
    expect(warnings).toEqual([
      expect.stringContaining('have a problem'),
      'The map refers to addresses elsewhere, which were not loaded: https://example.invalid/i.png.',
    ]);
  });

  test('in a KMZ comes with its pictures as parts', async () => {
    const kmz = zipSync({ 'doc.kml': bytesOf(KML), 'files/photo.jpg': new Uint8Array([1, 2, 3]) });
    const { rows, parts, structure } = await readMap(new Uint8Array(kmz), 'a.kmz');
    expect(rows).toHaveLength(7);
    expect(parts.map(({ name, disposition, bytes }) => [name, disposition, bytes.length])).toEqual([
      ['files/photo.jpg', 'member', 3],
    ]);
    expect(structure).toEqual({ kind: 'archive', format: 'KMZ', memberCount: 2, leftOut: [] });
  });

  test('whose entities would expand without end is read without them', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><kml><Placemark><name>&b;</name><Point><coordinates>1,2</coordinates></Point></Placemark></kml>`;
    const { rows } = await readMap(bomb, 'a.kml');
    expect(rows[1]?.[0]?.length ?? 0).toBeLessThan(20);
  });
});

describe('GPX', () => {
  test('is a row for each waypoint and track point, and one for the track itself', async () => {
    const gpx = `<?xml version="1.0"?><gpx version="1.1"><wpt lat="38.1" lon="125.2"><ele>3</ele><name>Buoy</name><desc>green</desc></wpt>
<trk><name>Leg</name><trkseg><trkpt lat="38" lon="125"><time>2026-03-01T00:00:00Z</time></trkpt><trkpt lat="95" lon="126"><time>2026-03-01T02:00:00Z</time></trkpt></trkseg></trk></gpx>`;
    const { rows, places, detected } = await readMap(gpx, 'a');
    expect(detected.mediaType).toBe('application/gpx+xml');
    expect(rows).toEqual([
      HEADINGS,
      ['Buoy', 'Waypoint', '38.1', '125.2', '3', '', 'green'],
      [
        'Leg',
        'Track',
        '',
        '',
        '',
        '2026-03-01T00:00:00Z to 2026-03-01T02:00:00Z',
        '',
        '1',
        'latitude 38 to 38, longitude 125 to 125',
      ],
      ['', 'Track point', '38', '125', '', '2026-03-01T00:00:00Z'],
      ['', 'Track point', '', '', '', '2026-03-01T02:00:00Z', '', '', '', 'The latitude 95 lies beyond the poles.'],
    ]);
    expect(places.map(({ name }) => name)).toEqual(['Buoy']);
  });

  test('that breaks off keeps what came before and says so', async () => {
    const { rows, warnings } = await readMap(
      '<?xml version="1.0"?><gpx><wpt lat="1" lon="2"><name>A</name></wpt><wpt lat="3"',
      'a.gpx',
    );
    expect(rows[1]?.[0]).toBe('A');
    expect(warnings).toContain('The file breaks off: its last entries are missing.');
  });
});

/** Graphs, maps and the DPRK Reports shape: what others wrote is read for what it says, and broken files are told. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  detectInterchange,
  openGexfReader,
  openGraphmlReader,
  openKmlReader,
  type ReadItem,
  readDprkReports,
  readGeoJson,
  type XmlHandler,
} from '../../../../shared/domain/interchange/index.ts';
import { xmlText } from '../../../../shared/domain/interchange/xml.ts';
import { xmlItems } from '../../../../electron/services/interchange/xmlItems.ts';

async function* inPieces(text: string, size = 11): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}
async function all(items: AsyncIterable<ReadItem>): Promise<ReadItem[]> {
  const read: ReadItem[] = [];
  for await (const item of items) read.push(item);
  return read;
}
const readXml = (text: string, open: (scope: string, emit: (item: ReadItem) => void) => XmlHandler) =>
  all(xmlItems(inPieces(text), emit => open('file', emit)));
const entitiesOf = (items: readonly ReadItem[]) =>
  items
    .flatMap(item => ('entity' in item ? [item.entity] : []))
    .map(({ id, schema, values }) => [id, schema, Object.fromEntries(values.map(one => [one.property, one.value]))]);

const GRAPHML = `<?xml version="1.0"?><!DOCTYPE graphml [<!ENTITY x "expanded">]>
<g:graphml xmlns:g="http://graphml.graphdrawing.org/xmlns" xmlns:y="urn:y">
<g:key id="d0" for="node" attr.name="type"/><g:key id="d1" for="node" attr.name="IMO"/><g:key id="d2" for="edge" attr.name="label"/>
<g:graph><g:node id="n0"><g:data key="d0">Vessel</g:data><g:data key="d1">9000003</g:data><g:data key="d9"><y:ShapeNode><y:NodeLabel>FABULA HERON</y:NodeLabel></y:ShapeNode></g:data></g:node>
<g:node id="n1"><g:data key="d0">harbour &x;</g:data></g:node>
<g:edge source="n0" target="n1"><g:data key="d2">called at</g:data></g:edge><g:edge source="n0"/></g:graph></g:graphml>`;

describe('graphs of others', () => {
  it('become things with their names, and links with their labels; ids are of the file', async () => {
    const items = await readXml(GRAPHML, openGraphmlReader);
    expect(entitiesOf(items)).toEqual([
      ['file#n0', 'Vessel', { name: 'FABULA HERON', type: 'Vessel', IMO: '9000003' }],
      ['file#n1', 'Thing', { name: 'n1', type: 'harbour &x;' }],
      ['file#n0→n1:called at', 'UnknownLink', { subject: 'file#n0', object: 'file#n1', role: 'called at' }],
    ]);
    expect(items.at(-1)).toEqual({ row: 4, problem: 'This edge does not say what it joins.' });
  });

  it('keep dates of GEXF, and say where the file breaks off', async () => {
    const gexf = `<gexf><graph><attributes class="edge"><attribute id="0" title="schema" type="string"/></attributes>
      <nodes><node id="a" label="A &amp; B"/><node id="b" label="B"/></nodes>
      <edges><edge id="e" source="a" target="b" start="2019-05-03"><attvalues><attvalue for="0" value="Ownership"/></attvalues></edge>`;
    const items = await readXml(gexf, openGexfReader);
    expect(entitiesOf(items)).toEqual([
      ['file#a', 'Thing', { name: 'A & B' }],
      ['file#b', 'Thing', { name: 'B' }],
      ['file#e', 'Ownership', { owner: 'file#a', asset: 'file#b', startDate: '2019-05-03' }],
    ]);
    expect(items.at(-1)).toMatchObject({ problem: expect.stringContaining('breaks off') });
  });

  it('are not read without end where they nest without end', async () => {
    const items = await readXml(`<graphml>${'<node id="x">'.repeat(5000)}`, openGraphmlReader);
    expect(items).toMatchObject([{ problem: expect.stringContaining('nested too deeply') }]);
  });
});

describe('maps of others', () => {
  it('KML: a placemark with a time is an event, a track keeps its times, any other is an address', async () => {
    const kml = `<kml><Document><name>x</name>
      <Placemark><name>Depot</name><description>&lt;b&gt;Oil&lt;/b&gt; depot</description><Point><coordinates>125.3,38.7,0</coordinates></Point></Placemark>
      <Placemark id="s"><name>Seen</name><TimeStamp><when>2019-02-03</when></TimeStamp><Point><coordinates>124,38</coordinates></Point></Placemark>
      <Placemark><name>Track</name><gx:Track><when>2019-02-03T04:00:00Z</when><gx:coord>124 38 0</gx:coord></gx:Track></Placemark>
      <Placemark><name>Nowhere</name></Placemark></Document></kml>`;
    const items = await readXml(kml, openKmlReader);
    expect(entitiesOf(items)).toEqual([
      ['file#1', 'Address', { full: 'Depot', remarks: 'Oil depot', latitude: '38.7', longitude: '125.3' }],
      ['file#s', 'Event', { name: 'Seen', date: '2019-02-03', position: '38, 124' }],
      ['file#3', 'Event', { name: 'Track', position: '38, 124' }],
    ]);
    const track = items.flatMap(item => ('entity' in item && item.entity.id === 'file#3' ? item.entity.values : []));
    expect(track.at(-1)).toMatchObject({ fromOn: '2019-02-03T04:00:00Z', detail: { position: { datum: 'WGS 84' } } });
    expect(items.at(-1)).toEqual({ row: 4, problem: 'This placemark has no place.' });
  });

  it('GeoJSON: hostile geometries are told and end', async () => {
    let deep: unknown = [0, 0];
    for (let at = 0; at < 50; at += 1) deep = [deep];
    const feature = (geometry: unknown) => ({ type: 'Feature', geometry, properties: {} });
    const features = [
      feature({ type: 'Polygon', coordinates: deep }),
      feature(null),
      feature({ type: 'Point', coordinates: ['x', 91] }),
    ];
    const items = await all(readGeoJson(inPieces(JSON.stringify({ type: 'FeatureCollection', features })), 'file'));
    expect(items.every(item => 'problem' in item)).toBe(true);
    expect(items.map(({ row }) => row)).toEqual([1, 2, 3]);
  });
});

describe('the DPRK Reports shape', () => {
  it('gives entities and edges, keeps what it adds, and knows its ids apart', async () => {
    const data = {
      generated: '2023',
      entities: [
        { id: 1, schema: 'Vessel', name: 'FABULA HERON', imoNumber: '9000003', colour: 'red' },
        { id: 2, schema: 'Company', properties: { name: ['Muster'] } },
      ],
      edges: [
        { schema: 'Ownership', source: 2, target: 1, role: 'owner', relationship: 'beneficial' },
        { schema: 'Strange', source: 1, target: 2 },
        { schema: 'Ownership', source: 2 },
      ],
    };
    const text = JSON.stringify(data, null, 1);
    expect(detectInterchange('application/json', text)).toBe('dprk-reports');
    const items = await all(readDprkReports(inPieces(text)));
    expect(entitiesOf(items)).toEqual([
      ['dprk-reports:1', 'Vessel', { name: 'FABULA HERON', imoNumber: '9000003', colour: 'red' }],
      ['dprk-reports:2', 'Company', { name: 'Muster' }],
      [
        'dprk-reports:2|Ownership|1|owner|beneficial',
        'Ownership',
        { owner: 'dprk-reports:2', asset: 'dprk-reports:1', role: 'beneficial' },
      ],
      [
        'dprk-reports:1|Strange|2||',
        'UnknownLink',
        { subject: 'dprk-reports:1', object: 'dprk-reports:2', role: 'Strange' },
      ],
    ]);
    expect(items.at(-1)).toEqual({ row: 3, problem: 'This edge does not say what it joins.' });
  });
});

describe('formats', () => {
  it.each([
    ['{"type": "FeatureCollection","features":[]}', 'geojson'],
    ['<?xml version="1.0"?>\n<!-- <kml> -->\n<gexf>', 'gexf'],
    ['{"id":"a","properties":{},"schema":"Person"}', 'ftm'],
    ['{"entity_id":"a","prop":"name","schema":"Person","value":"x"}', 'ftm'],
    ['{"edges":[]}', 'dprk-reports'],
    ['{"name":"anything"}', null],
    ['Words.', null],
  ])('%s is told by what it holds', (head, format) => {
    expect(detectInterchange('application/json', head)).toBe(format);
  });

  it('write text into XML so that it is only text, and is the same when it is read', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async given => {
        let read = '';
        const handler: XmlHandler = {
          open(_, { v = '' }) {
            read = v;
          },
          text() {},
          close() {},
        };
        await all(xmlItems(inPieces(`<a v="${xmlText(given)}"/>`), () => handler));
        expect(read).toBe(given.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD'));
      }),
    );
  });
});
